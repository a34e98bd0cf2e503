import SCHEDULES from '../testing/schedules.json';
import { nextRunAt } from './nextRunAt';

describe('nextRunAt', () => {
  // A Saturday.
  const after = new Date('2026-11-21T10:07:00Z');

  it.each([
    ['cron(0 6 * * ? *)', '2026-11-22T06:00:00.000Z'],
    ['cron(15 12 * * ? *)', '2026-11-21T12:15:00.000Z'],
    ['cron(7 10 * * ? *)', '2026-11-22T10:07:00.000Z'],
    ['cron(0/15 * * * ? *)', '2026-11-21T10:15:00.000Z'],
    ['cron(5/10 10 * * ? *)', '2026-11-21T10:15:00.000Z'],
    ['cron(10-20/5 8,20 * * ? *)', '2026-11-21T20:10:00.000Z'],
    ['cron(0 8 1 * ? *)', '2026-12-01T08:00:00.000Z'],
    ['cron(0 8 31 * ? *)', '2026-12-31T08:00:00.000Z'],
    ['cron(0 8 L * ? *)', '2026-11-30T08:00:00.000Z'],
    ['cron(0 8 22W * ? *)', '2026-11-23T08:00:00.000Z'],
    ['cron(0 8 LW JAN ? *)', '2027-01-29T08:00:00.000Z'],
    ['cron(0 8 1-31/7 * ? *)', '2026-11-22T08:00:00.000Z'],
    ['cron(0 18 ? * MON-FRI *)', '2026-11-23T18:00:00.000Z'],
    ['cron(0 18 ? * 2-6 *)', '2026-11-23T18:00:00.000Z'],
    ['cron(0 18 ? * MON/2 *)', '2026-11-23T18:00:00.000Z'],
    ['cron(0 18 ? * TUE/2 *)', '2026-11-21T18:00:00.000Z'],
    ['cron(0 18 ? * 1 *)', '2026-11-22T18:00:00.000Z'],
    ['cron(0 18 ? * 7 *)', '2026-11-21T18:00:00.000Z'],
    ['cron(0 18 ? * L *)', '2026-11-21T18:00:00.000Z'],
    ['cron(0 18 ? * 6L *)', '2026-11-27T18:00:00.000Z'],
    ['cron(0 18 ? * friL *)', '2026-11-27T18:00:00.000Z'],
    ['cron(0 18 ? * 2#1 *)', '2026-12-07T18:00:00.000Z'],
    ['cron(0 18 ? * MON#5 *)', '2026-11-30T18:00:00.000Z'],
    ['cron(0 0 1 1/3 ? *)', '2027-01-01T00:00:00.000Z'],
    ['cron(0 0 1 JAN ? 2028)', '2028-01-01T00:00:00.000Z'],
    ['cron(0 0 29 2 ? *)', '2028-02-29T00:00:00.000Z'],
    ['cron(0 0 1 1 ? 2199)', '2199-01-01T00:00:00.000Z'],
  ])('%s fires next at %s', (expression, expected) => {
    expect(nextRunAt(expression, after)?.toISOString()).toBe(expected);
  });

  // From a Wednesday on.
  it.each([
    ['cron(0 6 * * ? *)', '2026-07-16T06:00:00.000Z'],
    ['cron(30 12 * * ? *)', '2026-07-15T12:30:00.000Z'],
    ['cron(0/15 * * * ? *)', '2026-07-15T12:15:00.000Z'],
    ['cron(5/20 13 * * ? *)', '2026-07-15T13:05:00.000Z'],
    ['cron(0 8 1 * ? *)', '2026-08-01T08:00:00.000Z'],
    ['cron(0 8 L * ? *)', '2026-07-31T08:00:00.000Z'],
    // 2026-08-15 is a Saturday, 2026-08-16 a Sunday.
    ['cron(0 8 15W AUG ? *)', '2026-08-14T08:00:00.000Z'],
    ['cron(0 8 16W AUG ? *)', '2026-08-17T08:00:00.000Z'],
    ['cron(0 8 1W AUG ? 2026)', '2026-08-03T08:00:00.000Z'],
    ['cron(0 8 1,20 * ? *)', '2026-07-20T08:00:00.000Z'],
    ['cron(0 8-10 16-18 * ? *)', '2026-07-16T08:00:00.000Z'],
    ['cron(0 8 ? JAN-MAR,DEC TUE *)', '2026-12-01T08:00:00.000Z'],
    ['cron(0 8 1 1 ? 2026/2)', '2028-01-01T08:00:00.000Z'],
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
  ])('%s fires next at %s', (expression, expected) => {
    const wednesday = new Date('2026-07-15T12:00:00Z');
    expect(nextRunAt(expression, wednesday)?.toISOString()).toBe(expected);
  });

  it.each([
    'cron(0 6 1 1 ? 2020)',
    'cron(0 6 31 2 ? *)',
    'cron(0 0 29 FEB ? 2027)',
  ])('%s never fires again', expression => {
    expect(nextRunAt(expression, after)).toBeUndefined();
  });

  it('reads what is due more often than Glue supports', () => {
    expect(nextRunAt('cron(* * * * ? *)', after)?.toISOString()).toBe(
      '2026-11-21T10:08:00.000Z',
    );
  });

  it.each(SCHEDULES.valid)('reads %s', expression => {
    expect(() => nextRunAt(expression, after)).not.toThrow();
  });

  it.each([
    ['rate(1 day)', 'is a rate expression'],
    ['0 6 * * ? *', 'is not a schedule: write cron('],
    ['cron(0 6 * * ?)', 'has 5 fields: AWS cron has six'],
    ['cron(0 6 * * * *)', 'exactly one of day of month and day of week'],
    ['cron(0 6 ? * ? *)', 'exactly one of day of month and day of week'],
    ['cron(0 25 * * ? *)', '"25" is not valid for the hours'],
    ['cron(nonsense 6 * * ? *)', '"nonsense" is not valid for the minutes'],
  ])('rejects %s', (expression, problem) => {
    expect(() => nextRunAt(expression, after)).toThrow(problem);
  });
});
