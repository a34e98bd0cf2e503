import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { packageRoot } from '../../../server/version';
import { checkPrecision, nextRun, parseSchedule } from './schedule';

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
    ['cron(0 0 1 1 ? 2020)', undefined],
  ])('%s', (expression, expected) => {
    expect(nextRun(expression, after)?.toISOString()).toBe(expected);
  });
});

describe('parseSchedule', () => {
  it.each([
    ['rate(1 day)', 'is a rate, which Glue does not know: write it as cron('],
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

// "Time-based schedules for jobs and crawlers", AWS Glue Developer Guide: "Cron
// expressions that lead to rates faster than 5 minutes are not supported."
describe('checkPrecision', () => {
  it.each([
    'cron(0/5 * * * ? *)',
    'cron(0/5 8-17 ? * MON-FRI *)',
    'cron(0,5,55 * * * ? *)',
    'cron(0 0 * * ? 1970-2199)',
    'cron(0 8 15W * ? *)',
    'cron(0 8 ? * 2#1 *)',
  ])('accepts %s', expression => {
    expect(() => checkPrecision(expression)).not.toThrow();
  });

  it.each([
    ['cron(* * * * ? *)', 'more often than every 5 minutes'],
    ['cron(0/4 * * * ? *)', 'more often than every 5 minutes'],
    ['cron(0,58 * * * ? *)', 'more often than every 5 minutes'],
    ['cron(* 1 1 1 ? 2020)', 'more often than every 5 minutes'],
    ['cron(0,58 0,23 * * ? *)', 'more often than every 5 minutes'],
    ['cron(0-10 6 * * ? *)', 'more often than every 5 minutes'],
    ['cron(0 6 * * ? 1969)', 'the year must be from 1970 to 2199'],
    ['cron(0 6 * * ? 2200)', 'the year must be from 1970 to 2199'],
    ['rate(1 day)', 'is a rate'],
  ])('refuses %s', (expression, message) => {
    expect(() => checkPrecision(expression)).toThrow(message);
  });
});

// The same table as the portal's language: what the form accepts can be deployed.
describe('what a pipeline may have as its schedule', () => {
  const { valid, invalid } = JSON.parse(
    readFileSync(
      resolve(packageRoot, '../pipeline/src/testing/schedules.json'),
      'utf8',
    ),
  ) as { valid: string[]; invalid: string[] };

  it.each(valid)('is %s', expression =>
    expect(() => checkPrecision(expression)).not.toThrow(),
  );

  it.each(invalid)('is not %j', expression =>
    expect(() => checkPrecision(expression)).toThrow(),
  );
});
