import type {
  Action,
  Condition,
  CrawlState,
  JobRunState,
} from '@aws-sdk/client-glue';
import { scheduleProblem } from '@glue-pipelines/pipeline/cron';
import { invalidInput } from '../errors';
import type { StoredTrigger } from '../store/definitions';
import { checkTimeout } from './jobRules';

/** "Condition", AWS Glue API reference. */
const WATCHABLE_JOB_STATES: readonly JobRunState[] = [
  'SUCCEEDED',
  'STOPPED',
  'FAILED',
  'TIMEOUT',
];

const WATCHABLE_CRAWL_STATES: readonly CrawlState[] = [
  'SUCCEEDED',
  'FAILED',
  'CANCELLED',
];

/** "AWS Glue triggers", AWS Glue Developer Guide. */
const MAX_CRAWLERS = 2;

type TriggerDefinition = Pick<
  StoredTrigger,
  | 'Name'
  | 'Type'
  | 'Schedule'
  | 'Predicate'
  | 'Actions'
  | 'EventBatchingCondition'
>;

/**
 * The rules that a trigger keeps in itself, beyond the constraints of its
 * members. Whether its jobs and crawlers exist is not among them: a run says so.
 *
 * @throws AwsError InvalidInputException
 */
export function checkTrigger(trigger: TriggerDefinition): void {
  checkSchedule(trigger);
  checkPredicate(trigger);
  const actions = trigger.Actions ?? [];
  if (actions.length === 0) {
    throw invalidInput(
      `Trigger ${trigger.Name} has no actions. Name a job or a crawler in Actions.`,
    );
  }
  actions.forEach((action, index) => checkAction(action, `Actions[${index}]`));
  if (actions.filter(action => action.CrawlerName).length > MAX_CRAWLERS) {
    throw invalidInput(
      `Trigger ${trigger.Name} starts more than ${MAX_CRAWLERS} crawlers, the most that Glue allows.`,
    );
  }
}

function checkSchedule({ Name, Type, Schedule }: TriggerDefinition): void {
  if (Type !== 'SCHEDULED') {
    if (Schedule) {
      throw invalidInput(
        `Trigger ${Name} is ${Type} and has a Schedule, which only SCHEDULED triggers have.`,
      );
    }
    return;
  }
  if (!Schedule) {
    throw invalidInput(`SCHEDULED trigger ${Name} has no Schedule.`);
  }
  checkScheduleExpression(Schedule);
}

/** @throws AwsError InvalidInputException */
export function checkScheduleExpression(expression: string): void {
  const problem = scheduleProblem(expression);
  if (problem) {
    throw invalidInput(`Value at 'Schedule' is not valid: ${problem}`);
  }
}

function checkPredicate({ Name, Type, Predicate }: TriggerDefinition): void {
  const conditions = Predicate?.Conditions ?? [];
  if (Type !== 'CONDITIONAL') {
    if (conditions.length > 0) {
      throw invalidInput(
        `Trigger ${Name} is ${Type} and has a Predicate, which only CONDITIONAL triggers have.`,
      );
    }
    return;
  }
  if (conditions.length === 0) {
    throw invalidInput(
      `CONDITIONAL trigger ${Name} has no conditions. Say in Predicate what it waits for.`,
    );
  }
  if (conditions.length > 1 && !Predicate?.Logical) {
    throw invalidInput(
      `CONDITIONAL trigger ${Name} has several conditions: Predicate.Logical must be AND or ANY.`,
    );
  }
  conditions.forEach((condition, index) =>
    checkCondition(condition, `Predicate.Conditions[${index}]`),
  );
}

function checkCondition(condition: Condition, path: string): void {
  checkOneName(condition, path);
  if (!condition.LogicalOperator) {
    throw invalidInput(`${path}.LogicalOperator is required: EQUALS.`);
  }
  if (condition.JobName) {
    checkState(
      condition.State,
      WATCHABLE_JOB_STATES,
      `${path}.State`,
      condition.CrawlState,
    );
  } else {
    checkState(
      condition.CrawlState,
      WATCHABLE_CRAWL_STATES,
      `${path}.CrawlState`,
      condition.State,
    );
  }
}

function checkState<State extends string>(
  state: State | undefined,
  watchable: readonly State[],
  path: string,
  other: string | undefined,
): void {
  if (!state || !watchable.includes(state)) {
    throw invalidInput(`${path} must be one of ${watchable.join(', ')}.`);
  }
  if (other) {
    throw invalidInput(
      `${path} is given, and so is the other kind's state. State belongs to jobs, CrawlState to crawlers.`,
    );
  }
}

function checkAction(action: Action, path: string): void {
  checkOneName(action, path);
  checkTimeout(action.Timeout, path);
}

function checkOneName(
  { JobName, CrawlerName }: { JobName?: string; CrawlerName?: string },
  path: string,
): void {
  if (Boolean(JobName) === Boolean(CrawlerName)) {
    throw invalidInput(`${path} must name either a job or a crawler.`);
  }
}

/**
 * Whether a trigger can be made ACTIVATED, by StartTrigger or when it is
 * created. Neither ON_DEMAND nor EVENT triggers ever are (CreateTrigger,
 * StartOnCreation, for the first; that Glue answers "Trigger Type EVENT cannot
 * be started" for the second is known from its answers only).
 *
 * @throws AwsError InvalidInputException
 */
export function checkActivation({
  Name,
  Type,
}: Pick<StoredTrigger, 'Name' | 'Type'>): void {
  if (Type === 'ON_DEMAND' || Type === 'EVENT') {
    const cause =
      Type === 'EVENT'
        ? 'the events of its workflow fire it'
        : 'StartTrigger fires it';
    throw invalidInput(
      `Trigger ${Name} is of type ${Type}, which is never activated: ${cause}. StartOnCreation is for SCHEDULED and CONDITIONAL triggers.`,
    );
  }
}

/**
 * Whether StopTrigger can make a trigger DEACTIVATED: not while it is CREATED,
 * as ON_DEMAND and EVENT triggers always are.
 *
 * @throws AwsError InvalidInputException
 */
export function checkDeactivation({
  Name,
  Type,
  State,
}: Pick<StoredTrigger, 'Name' | 'Type' | 'State'>): void {
  if (State === 'CREATED') {
    throw invalidInput(
      `The operation is not allowed when trigger is in state: CREATED. Trigger ${Name}, of type ${Type}, is not active.`,
    );
  }
}
