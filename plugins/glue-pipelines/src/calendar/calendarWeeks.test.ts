import { DaysResponse } from '@glue-pipelines/backstage-plugin-common';
import { covidHiringDays } from '../__fixtures__/covidHiring';
import { english, german } from '../__testUtils__/texts';
import { calendarWeeks, landingsOf, landingWords } from './calendarWeeks';

const daysOf = (some: Partial<DaysResponse>) => ({
  ...covidHiringDays,
  ...some,
});

describe('calendarWeeks', () => {
  it('has a week for each Monday, with a place for each day', () => {
    const weeks = calendarWeeks(english, covidHiringDays);
    expect(weeks.map(({ month }) => month)).toEqual(['Nov', undefined]);
    expect(weeks.map(({ days }) => days.map(day => day?.health))).toEqual([
      [
        'never-run',
        'never-run',
        'never-run',
        'succeeded',
        'never-run',
        'never-run',
        'never-run',
      ],
      [
        'never-run',
        'never-run',
        'never-run',
        'never-run',
        'succeeded',
        'partially-failed',
        'never-run',
      ],
    ]);
    expect(weeks[1].days.slice(4).map(day => day?.words)).toEqual([
      'Fri 20 Nov 2026: 1 run, 1 succeeded, ready at 09:30',
      'Sat 21 Nov 2026: 3 runs, 1 succeeded, 2 failed, ready at 06:02',
      'Sun 22 Nov 2026: no run',
    ]);
  });

  it('begins and ends within weeks, and names months', () => {
    const weeks = calendarWeeks(
      english,
      daysOf({ from: '2026-10-29', until: '2026-11-03', days: [] }),
    );
    expect(
      weeks.map(({ month, days }) => [month, ...days.map(day => day?.date)]),
    ).toEqual([
      [
        'Nov',
        undefined,
        undefined,
        undefined,
        '2026-10-29',
        '2026-10-30',
        '2026-10-31',
        '2026-11-01',
      ],
      [
        undefined,
        '2026-11-02',
        '2026-11-03',
        ...Array.from({ length: 5 }, () => undefined),
      ],
    ]);
  });

  it('names no month beside the next one', () => {
    const months = (from: string) =>
      calendarWeeks(
        english,
        daysOf({ from, until: '2026-09-20', days: [] }),
      ).map(({ month }) => month);
    expect(months('2026-08-30')).toEqual([
      undefined,
      'Sept',
      undefined,
      undefined,
    ]);
    expect(months('2026-08-17').slice(0, 3)).toEqual([
      'Aug',
      undefined,
      'Sept',
    ]);
  });

  it.each([
    [{ runs: 2, succeeded: 0, failed: 1 }, 'failed'],
    [{ runs: 1, succeeded: 0, failed: 0 }, 'unknown'],
    [{ runs: 0, succeeded: 0, failed: 0 }, 'never-run'],
  ])('judges a day of %j as %s', (counts, health) => {
    const date = '2026-11-21';
    const [week] = calendarWeeks(
      english,
      daysOf({ from: date, until: date, days: [{ date, ...counts }] }),
    );
    expect(week.days[5]?.health).toBe(health);
  });
});

describe('landingWords', () => {
  it('tells the usual and the latest time in the zone', () => {
    expect(landingWords(english, landingsOf(covidHiringDays))).toBe(
      'Ready by 06:14 on half of the days; latest at 09:30, on 20 Nov.',
    );
    expect(
      landingsOf(daysOf({ timeZone: 'Asia/Kolkata' })).map(
        ({ minute }) => minute,
      ),
    ).toEqual([11 * 60 + 44, 15 * 60, 11 * 60 + 32]);
  });

  it('has none where nothing succeeded', () => {
    expect(landingWords(english, [])).toBeUndefined();
  });
});

it('tells of days in German', () => {
  const [, week] = calendarWeeks(german, covidHiringDays);
  expect(week.days[5]?.words).toBe(
    'Sa, 21. Nov. 2026: 3 Läufe, 1 erfolgreich, 2 fehlgeschlagen, bereit um 06:02',
  );
  expect(landingWords(german, landingsOf(covidHiringDays))).toBe(
    'An der Hälfte der Tage bis 06:14 bereit; am spätesten am 20. Nov. um 09:30.',
  );
});
