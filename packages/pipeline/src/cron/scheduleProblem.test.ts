import SCHEDULES from '../testing/schedules.json';
import { scheduleProblem } from './scheduleProblem';

describe('scheduleProblem', () => {
  it.each(SCHEDULES.valid)('accepts %s', expression => {
    expect(scheduleProblem(expression)).toBeUndefined();
  });

  it.each(SCHEDULES.invalid)('rejects %j', expression =>
    expect(scheduleProblem(expression)).toBeDefined(),
  );

  it.each([
    ['rate(1 day)', '"rate(1 day)" is a rate expression'],
    ['0 6 * * ? *', 'is not a schedule: write cron(minutes hours'],
    ['cron(0 6 * * *)', '"cron(0 6 * * *)" has 5 fields'],
    ['cron(0 0 6 * * ? *)', 'has 7 fields'],
    ['cron(60 6 * * ? *)', '"60" is not valid for the minutes: use 0 to 59'],
    ['cron(0 24 * * ? *)', '"24" is not valid for the hours'],
    ['cron(0 6 0 * ? *)', '"0" is not valid for the day of month'],
    ['cron(0 6 * FOO ? *)', 'month: use 1 to 12 or JAN to DEC'],
    ['cron(0 6 ? * MOO *)', 'day of week: use 1 to 7 or SUN to SAT'],
    ['cron(0 6 * * ? 1969)', 'for the year: use 1970 to 2199'],
    ['cron(0 6 * * ? 2200)', 'for the year: use 1970 to 2199'],
    ['cron(0 17-8 * * ? *)', '"17-8" is not valid'],
    ['cron(0/0 6 * * ? *)', '"0/0" is not valid'],
    ['cron(0 6 * * * *)', 'exactly one of'],
    ['cron(0 6 ? * ? *)', 'exactly one of'],
    ['cron(* * * * ? *)', '"cron(* * * * ? *)" would start more often than'],
    ['cron(0/4 6 * * ? *)', 'more often than every 5 minutes'],
    ['cron(1,58 * * * ? *)', 'more often than every 5 minutes'],
    ['cron(1,58 0,23 * * ? *)', 'more often than every 5 minutes'],
    ['cron(0-10 6 * * ? *)', 'more often than every 5 minutes'],
    ['cron(* 1 1 1 ? 2020)', 'more often than every 5 minutes'],
    ['cron(0 6 * * ? *)\n', 'is not a schedule'],
  ])('says why it rejects %j', (expression, expected) =>
    expect(scheduleProblem(expression)).toContain(expected),
  );
});
