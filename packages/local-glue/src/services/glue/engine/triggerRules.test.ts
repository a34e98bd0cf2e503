import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { packageRoot } from '../../../base/version';
import type { StoredTrigger } from '../store/definitions';
import {
  checkActivation,
  checkDeactivation,
  checkScheduleExpression,
  checkTrigger,
} from './triggerRules';

const Actions = [{ JobName: 'load' }];

const succeeded = {
  LogicalOperator: 'EQUALS' as const,
  JobName: 'prepare',
  State: 'SUCCEEDED' as const,
};

const crawled = {
  LogicalOperator: 'EQUALS' as const,
  CrawlerName: 'raw',
  CrawlState: 'SUCCEEDED' as const,
};

const trigger = (members: Partial<StoredTrigger>): StoredTrigger => ({
  Name: 't',
  Type: 'ON_DEMAND',
  State: 'CREATED',
  Actions,
  ...members,
});

const conditional = (...Conditions: object[]) =>
  trigger({
    Type: 'CONDITIONAL',
    Predicate: { Logical: 'AND', Conditions },
  });

describe('checkTrigger', () => {
  it.each([
    [trigger({})],
    [trigger({ Type: 'SCHEDULED', Schedule: 'cron(0 6 * * ? *)' })],
    [trigger({ Type: 'EVENT', EventBatchingCondition: { BatchSize: 1 } })],
    [conditional(succeeded)],
    [conditional(succeeded, crawled)],
    [
      trigger({
        Type: 'CONDITIONAL',
        Predicate: { Conditions: [crawled] },
        Actions: [{ CrawlerName: 'a' }, { CrawlerName: 'b' }, ...Actions],
      }),
    ],
  ])('accepts %j', accepted => {
    expect(() => checkTrigger(accepted)).not.toThrow();
  });

  it.each<[string, StoredTrigger, string]>([
    [
      'a schedule on a CONDITIONAL trigger',
      { ...conditional(succeeded), Schedule: 'cron(0 6 * * ? *)' },
      'has a Schedule',
    ],
    [
      'a schedule on demand',
      trigger({ Schedule: 'cron(0 6 * * ? *)' }),
      'has a Schedule',
    ],
    ['no schedule', trigger({ Type: 'SCHEDULED' }), 'has no Schedule'],
    [
      'a rate',
      trigger({ Type: 'SCHEDULED', Schedule: 'rate(1 day)' }),
      "Value at 'Schedule' is not valid",
    ],
    [
      'a schedule that is too frequent',
      trigger({ Type: 'SCHEDULED', Schedule: 'cron(0/4 * * * ? *)' }),
      'more often than every 5 minutes',
    ],
    [
      'an action that may take more than 7 days',
      trigger({ Actions: [{ JobName: 'load', Timeout: 10_081 }] }),
      'Timeout of Actions[0] is 10081 minutes',
    ],
    [
      'a predicate on demand',
      trigger({ Predicate: { Conditions: [succeeded] } }),
      'only CONDITIONAL triggers have',
    ],
    ['no conditions', conditional(), 'has no conditions'],
    [
      'no logic',
      trigger({
        Type: 'CONDITIONAL',
        Predicate: { Conditions: [succeeded, crawled] },
      }),
      'Predicate.Logical must be AND or ANY',
    ],
    [
      'no operator',
      conditional({ ...succeeded, LogicalOperator: undefined }),
      'Predicate.Conditions[0].LogicalOperator is required',
    ],
    [
      'job and crawler',
      conditional({ ...succeeded, CrawlerName: 'raw' }),
      'must name either a job or a crawler',
    ],
    [
      'an empty job name',
      conditional({ ...succeeded, JobName: '' }),
      'must name either a job or a crawler',
    ],
    [
      'a state that is not watchable',
      conditional({ ...succeeded, State: 'RUNNING' }),
      'Conditions[0].State must be one of SUCCEEDED, STOPPED, FAILED, TIMEOUT',
    ],
    [
      'a crawler with a job state',
      conditional({ ...crawled, CrawlState: undefined, State: 'SUCCEEDED' }),
      'Conditions[0].CrawlState must be one of SUCCEEDED, FAILED, CANCELLED',
    ],
    [
      'both states',
      conditional(succeeded, { ...crawled, State: 'SUCCEEDED' }),
      'State belongs to jobs, CrawlState to crawlers',
    ],
    ['no actions', trigger({ Actions: [] }), 'has no actions'],
    [
      'an empty action',
      trigger({ Actions: [{}] }),
      'Actions[0] must name either a job or a crawler',
    ],
    [
      'three crawlers',
      trigger({
        Actions: [
          { CrawlerName: 'a' },
          { CrawlerName: 'b' },
          { CrawlerName: 'c' },
        ],
      }),
      'more than 2 crawlers',
    ],
  ])('refuses %s', (_, refused, message) => {
    expect(() => checkTrigger(refused)).toThrow(
      expect.objectContaining({
        code: 'InvalidInputException',
        message: expect.stringContaining(message),
      }),
    );
  });
});

describe('checkActivation', () => {
  it.each<StoredTrigger['Type']>(['SCHEDULED', 'CONDITIONAL'])(
    'allows it to a trigger of type %s',
    Type => {
      expect(() => checkActivation(trigger({ Type }))).not.toThrow();
    },
  );

  it.each<StoredTrigger['Type']>([
    // CreateTrigger, StartOnCreation: "True is not supported for ON_DEMAND triggers".
    'ON_DEMAND',
    // "Trigger Type EVENT cannot be started", as Glue answers.
    'EVENT',
  ])('refuses it to a trigger of type %s', Type => {
    expect(() => checkActivation(trigger({ Type }))).toThrow(
      `is of type ${Type}, which is never activated`,
    );
  });
});

describe('checkDeactivation', () => {
  it.each<StoredTrigger['State']>(['ACTIVATED', 'DEACTIVATED'])(
    'allows it to a trigger that is %s',
    State => {
      expect(() => checkDeactivation(trigger({ State }))).not.toThrow();
    },
  );

  it('refuses it to a trigger that is CREATED', () => {
    expect(() => checkDeactivation(trigger({ State: 'CREATED' }))).toThrow(
      'not allowed when trigger is in state: CREATED',
    );
  });
});

// The same table as the portal's language: what the form accepts can be deployed.
describe('checkScheduleExpression', () => {
  const { valid, invalid } = JSON.parse(
    readFileSync(
      resolve(packageRoot, '../pipeline/src/testing/schedules.json'),
      'utf8',
    ),
  ) as { valid: string[]; invalid: string[] };

  it.each(valid)('accepts %s', expression =>
    expect(() => checkScheduleExpression(expression)).not.toThrow(),
  );

  it.each(invalid)('refuses %j', expression =>
    expect(() => checkScheduleExpression(expression)).toThrow(
      expect.objectContaining({
        code: 'InvalidInputException',
        message: expect.stringContaining("Value at 'Schedule' is not valid: "),
      }),
    ),
  );

  it.each([
    ['rate(1 day)', 'is a rate expression'],
    ['0 6 * * ? *', 'is not a schedule: write cron('],
    ['cron(0 6 * * ?)', 'has 5 fields'],
    ['cron(0 6 * * * *)', 'exactly one of day of month and day of week'],
    ['cron(60 6 * * ? *)', '"60" is not valid for the minutes'],
    ['cron(0 6 * * ? 1969)', 'for the year: use 1970 to 2199'],
    ['cron(0,58 0,23 * * ? *)', 'more often than every 5 minutes'],
  ])('says why it refuses %s', (expression, message) =>
    expect(() => checkScheduleExpression(expression)).toThrow(message),
  );
});
