import { nextRunAt, scheduleInWords } from './schedule';

// A Saturday.
const after = new Date('2026-11-21T10:07:00Z');

describe('nextRunAt', () => {
  it.each([
    ['cron(0 6 * * ? *)', '2026-11-22T06:00:00.000Z'],
    ['cron(15 12 * * ? *)', '2026-11-21T12:15:00.000Z'],
    ['cron(0/15 * * * ? *)', '2026-11-21T10:15:00.000Z'],
    ['cron(5/10 10 * * ? *)', '2026-11-21T10:15:00.000Z'],
    ['cron(0 8 1 * ? *)', '2026-12-01T08:00:00.000Z'],
    ['cron(0 8 L * ? *)', '2026-11-30T08:00:00.000Z'],
    ['cron(0 8 22W * ? *)', '2026-11-23T08:00:00.000Z'],
    ['cron(0 18 ? * MON-FRI *)', '2026-11-23T18:00:00.000Z'],
    ['cron(0 18 ? * 2-6 *)', '2026-11-23T18:00:00.000Z'],
    ['cron(0 18 ? * 1 *)', '2026-11-22T18:00:00.000Z'],
    ['cron(0 18 ? * 7 *)', '2026-11-21T18:00:00.000Z'],
    ['cron(0 18 ? * L *)', '2026-11-21T18:00:00.000Z'],
    ['cron(0 18 ? * 6L *)', '2026-11-27T18:00:00.000Z'],
    ['cron(0 18 ? * 2#1 *)', '2026-12-07T18:00:00.000Z'],
    ['cron(0 0 1 1/3 ? *)', '2027-01-01T00:00:00.000Z'],
    ['cron(0 0 1 JAN ? 2028)', '2028-01-01T00:00:00.000Z'],
    ['cron(0 0 29 2 ? *)', '2028-02-29T00:00:00.000Z'],
  ])('%s fires next at %s', (expression, expected) => {
    expect(nextRunAt(expression, after)?.toISOString()).toBe(expected);
  });

  it('knows a schedule that has ended', () => {
    expect(nextRunAt('cron(0 6 1 1 ? 2020)', after)).toBeUndefined();
  });

  it.each([
    ['rate(1 day)', 'Glue has no rate()'],
    ['0 6 * * ? *', 'must have the form cron(...)'],
    ['cron(0 6 * * ?)', 'it has 5 fields instead of 6'],
    [
      'cron(0 6 * * * *)',
      "exactly one of day of month and day of week must be '?'",
    ],
    [
      'cron(0 6 ? * ? *)',
      "exactly one of day of month and day of week must be '?'",
    ],
    ['cron(0 25 * * ? *)', 'hour'],
    ['cron(nonsense 6 * * ? *)', 'is not a schedule of AWS Glue'],
  ])('rejects %s', (expression, problem) => {
    expect(() => nextRunAt(expression, after)).toThrow(problem);
  });
});

describe('scheduleInWords', () => {
  it.each([
    ['cron(0 6 * * ? *)', 'At 06:00 (UTC)'],
    ['cron(0/15 * * * ? *)', 'Every 15 minutes (UTC)'],
    ['cron(0 18 ? * MON-FRI *)', 'At 18:00, Monday through Friday (UTC)'],
    ['cron(0 18 ? * 1 *)', 'At 18:00, only on Sunday (UTC)'],
    ['cron(30 2 1 * ? *)', 'At 02:30, on day 1 of the month (UTC)'],
  ])('reads %s as "%s"', (expression, words) => {
    expect(scheduleInWords(expression)).toBe(words);
  });
});
