import { digestPeriod } from './digestPeriod';

const berlin = { hour: 7, minute: 30, zone: 'Europe/Berlin' };

describe('digestPeriod', () => {
  it.each([
    ['when it is due', '2026-11-28T06:30:00.000Z'],
    ['some hours later', '2026-11-28T18:30:00.000Z'],
  ])('is the day before %s', (_, now) => {
    expect(digestPeriod({ every: 'day', ...berlin }, new Date(now))).toEqual({
      since: '2026-11-20T06:30:00.000Z',
      from: '2026-11-27T06:30:00.000Z',
      until: '2026-11-28T06:30:00.000Z',
    });
  });

  it('is none when it is too late for one, and until the next', () => {
    for (const now of [
      '2026-11-28T18:31:00.000Z',
      '2026-11-29T06:29:00.000Z',
    ]) {
      expect(
        digestPeriod({ every: 'day', ...berlin }, new Date(now)),
      ).toBeUndefined();
    }
  });

  it('ends on Mondays where it is of a week', () => {
    const weekly = { every: 'week', ...berlin } as const;
    expect(digestPeriod(weekly, new Date('2026-11-23T08:00:00.000Z'))).toEqual({
      since: '2026-10-19T05:30:00.000Z',
      from: '2026-11-16T06:30:00.000Z',
      until: '2026-11-23T06:30:00.000Z',
    });
    expect(
      digestPeriod(weekly, new Date('2026-11-24T08:00:00.000Z')),
    ).toBeUndefined();
  });

  it('keeps the time of day when the clocks change', () => {
    const period = digestPeriod(
      { every: 'day', ...berlin },
      new Date('2026-10-25T07:00:00.000Z'),
    );
    expect(period).toMatchObject({
      from: '2026-10-24T05:30:00.000Z',
      until: '2026-10-25T06:30:00.000Z',
    });
  });
});
