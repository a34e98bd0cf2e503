import SCHEDULES from '../testing/schedules.json';
import { scheduleInWords } from './scheduleInWords';

describe('scheduleInWords', () => {
  it.each([
    ['cron(0 6 * * ? *)', 'At 06:00 (UTC)'],
    ['cron(0/15 * * * ? *)', 'Every 15 minutes (UTC)'],
    ['cron(0 18 ? * MON-FRI *)', 'At 18:00, Monday through Friday (UTC)'],
    ['cron(0 18 ? * 1 *)', 'At 18:00, only on Sunday (UTC)'],
    ['cron(0 18 ? * L *)', 'At 18:00, only on Saturday (UTC)'],
    ['cron(0 18 ? * 6L *)', 'At 18:00, on the last Friday of the month (UTC)'],
    [
      'cron(0 18 ? * mon#2 *)',
      'At 18:00, on the second Monday of the month (UTC)',
    ],
    ['cron(0 18 LW * ? *)', 'At 18:00, on the last weekday of the month (UTC)'],
    [
      'cron(0 6 1 1 ? 2026/2)',
      'At 06:00, on day 1 of the month, only in January, every 2 years, 2026 through 2199 (UTC)',
    ],
    ['cron(30 2 1 * ? *)', 'At 02:30, on day 1 of the month (UTC)'],
  ])('reads %s as "%s"', (expression, words) => {
    expect(scheduleInWords(expression)).toBe(words);
  });

  it('reads in German, and in English for other languages', () => {
    const expression = 'cron(0 18 ? * 6L *)';
    expect(scheduleInWords(expression, 'de-DE')).toBe(
      'Um 18:00, am letzten Freitag des Monats (UTC)',
    );
    expect(scheduleInWords(expression, 'fr-FR')).toBe(
      scheduleInWords(expression),
    );
  });

  it.each(SCHEDULES.valid)('has words for %s', expression => {
    for (const locale of ['en', 'de']) {
      expect(scheduleInWords(expression, locale)).not.toMatch(
        /undefined|null|NaN/,
      );
    }
  });

  it('rejects what is no schedule', () => {
    expect(() => scheduleInWords('cron(0 6 * * ?)')).toThrow('has 5 fields');
  });
});
