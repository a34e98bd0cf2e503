import { nextRun, parseSchedule } from './schedule';

describe('nextRun, in UTC', () => {
  // A Wednesday.
  const after = new Date('2026-07-15T12:00:00Z');

  it.each([
    ['cron(0 6 * * ? *)', '2026-07-16T06:00:00.000Z'],
    ['cron(30 12 * * ? *)', '2026-07-15T12:30:00.000Z'],
    ['cron(0/15 * * * ? *)', '2026-07-15T12:15:00.000Z'],
    ['cron(5/20 13 * * ? *)', '2026-07-15T13:05:00.000Z'],
    ['cron(0 8 1 * ? *)', '2026-08-01T08:00:00.000Z'],
    ['cron(0 8 L * ? *)', '2026-07-31T08:00:00.000Z'],
    // 1 is Sunday on AWS.
    ['cron(0 8 ? * 1 *)', '2026-07-19T08:00:00.000Z'],
    ['cron(0 8 ? * 7 *)', '2026-07-18T08:00:00.000Z'],
    ['cron(0 8 ? * MON-FRI *)', '2026-07-16T08:00:00.000Z'],
    ['cron(0 8 ? * 2-6 *)', '2026-07-16T08:00:00.000Z'],
    ['cron(0 8 ? * L *)', '2026-07-18T08:00:00.000Z'],
    ['cron(0 8 ? * 6L *)', '2026-07-31T08:00:00.000Z'],
    ['cron(0 8 ? * 2#1 *)', '2026-08-03T08:00:00.000Z'],
    ['cron(0 0 1 JAN ? 2027-2030)', '2027-01-01T00:00:00.000Z'],
    ['cron(0 0 29 2 ? *)', '2028-02-29T00:00:00.000Z'],
    ['cron(0 0 1 1 ? 2020)', undefined],
  ])('%s', (expression, expected) => {
    expect(nextRun(expression, after)?.toISOString()).toBe(expected);
  });
});

describe('parseSchedule', () => {
  it.each([
    ['rate(1 day)', 'is not a schedule'],
    ['0 6 * * ? *', 'is not a schedule'],
    ['cron(0 6 * * ?)', 'has 5 fields, not 6'],
    ['cron(0 6 * * * *)', 'exactly one of day-of-month and day-of-week'],
    ['cron(0 6 ? * ? *)', 'exactly one of day-of-month and day-of-week'],
    ['cron(60 6 * * ? *)', 'is not a schedule'],
    ['cron(0 25 * * ? *)', 'is not a schedule'],
    ['cron(x 6 * * ? *)', 'is not a schedule'],
  ])('refuses %s', (expression, message) => {
    expect(() => parseSchedule(expression)).toThrow(message);
  });
});
