import type {
  Action,
  Condition,
  CrawlState,
  JobRunState,
  Predecessor,
  WorkflowRunStatistics,
} from '@aws-sdk/client-glue';
import type { StoredTrigger } from '../store/definitions';

/** The newest state of every job and crawler that a run has started, by name. */
export interface NodeStates {
  jobs: ReadonlyMap<string, { state: JobRunState; runId: string }>;
  crawlers: ReadonlyMap<string, CrawlState>;
}

/** @param history - in the order of their start */
export function nodeStates(history: {
  jobRuns: readonly {
    Id: string;
    JobName: string;
    JobRunState: JobRunState;
  }[];
  crawls: readonly { crawlerName: string; State: CrawlState }[];
}): NodeStates {
  return {
    jobs: new Map(
      history.jobRuns.map(run => [
        run.JobName,
        { state: run.JobRunState, runId: run.Id },
      ]),
    ),
    crawlers: new Map(
      history.crawls.map(crawl => [crawl.crawlerName, crawl.State]),
    ),
  };
}

const ACTIVE_JOB_STATES: readonly JobRunState[] = [
  'STARTING',
  'RUNNING',
  'STOPPING',
  'WAITING',
];

const ACTIVE_CRAWL_STATES: readonly CrawlState[] = ['RUNNING', 'CANCELLING'];

export const isActiveJobState = (state: JobRunState) =>
  ACTIVE_JOB_STATES.includes(state);

export const isActiveCrawlState = (state: CrawlState) =>
  ACTIVE_CRAWL_STATES.includes(state);

/** A run goes on for as long as one of its jobs or crawlers does, in whichever attempt. */
export function isAnythingActive(history: {
  jobRuns: readonly { JobRunState: JobRunState }[];
  crawls: readonly { State: CrawlState }[];
}): boolean {
  return (
    history.jobRuns.some(run => isActiveJobState(run.JobRunState)) ||
    history.crawls.some(crawl => isActiveCrawlState(crawl.State))
  );
}

/**
 * The triggers of a run that fire now. A trigger fires once in a run (whether
 * Glue lets one with ANY fire again on later matches is not documented). Only
 * ACTIVATED conditional triggers fire, and only for jobs and crawlers that the
 * same run started ("AWS Glue triggers", AWS Glue Developer Guide).
 */
export function dueTriggers(
  triggers: readonly StoredTrigger[],
  fired: readonly string[],
  states: NodeStates,
): StoredTrigger[] {
  return triggers.filter(
    trigger =>
      trigger.Type === 'CONDITIONAL' &&
      trigger.State === 'ACTIVATED' &&
      !fired.includes(trigger.Name) &&
      isPredicateTrue(trigger, states),
  );
}

function isPredicateTrue(trigger: StoredTrigger, states: NodeStates): boolean {
  const conditions = trigger.Predicate?.Conditions ?? [];
  if (conditions.length === 0) return false;
  const holds = (condition: Condition) => isConditionTrue(condition, states);
  return trigger.Predicate?.Logical === 'ANY'
    ? conditions.some(holds)
    : conditions.every(holds);
}

function isConditionTrue(condition: Condition, states: NodeStates): boolean {
  if (condition.JobName) {
    return states.jobs.get(condition.JobName)?.state === condition.State;
  }
  return (
    condition.CrawlState !== undefined &&
    states.crawlers.get(condition.CrawlerName ?? '') === condition.CrawlState
  );
}

/** The job runs whose states made a trigger fire (JobRun.PredecessorRuns). */
export function predecessors(
  trigger: StoredTrigger,
  states: NodeStates,
): Predecessor[] {
  const result: Predecessor[] = [];
  for (const condition of trigger.Predicate?.Conditions ?? []) {
    const run = condition.JobName && states.jobs.get(condition.JobName);
    if (run && isConditionTrue(condition, states)) {
      result.push({ JobName: condition.JobName, RunId: run.runId });
    }
  }
  return result;
}

/** The one trigger of a workflow that begins its runs. */
export function startTrigger<T extends Pick<StoredTrigger, 'Type'>>(
  triggers: readonly T[],
): T | undefined {
  return triggers.find(trigger => trigger.Type !== 'CONDITIONAL');
}

const JOB_COUNTERS = {
  STARTING: 'RunningActions',
  RUNNING: 'RunningActions',
  STOPPING: 'RunningActions',
  WAITING: 'WaitingActions',
  SUCCEEDED: 'SucceededActions',
  FAILED: 'FailedActions',
  TIMEOUT: 'TimeoutActions',
  STOPPED: 'StoppedActions',
  ERROR: 'ErroredActions',
  EXPIRED: 'ErroredActions',
} as const satisfies Record<JobRunState, keyof WorkflowRunStatistics>;

const CRAWL_COUNTERS = {
  RUNNING: 'RunningActions',
  CANCELLING: 'RunningActions',
  SUCCEEDED: 'SucceededActions',
  FAILED: 'FailedActions',
  CANCELLED: 'StoppedActions',
  ERROR: 'ErroredActions',
} as const satisfies Record<CrawlState, keyof WorkflowRunStatistics>;

/**
 * What the API calls actions are the job and crawler nodes: each counts once,
 * by its newest attempt. TotalActions counts those that have not started, too.
 */
export function statistics(
  triggers: readonly { Actions?: Action[] }[],
  states: NodeStates,
): WorkflowRunStatistics {
  const actions = triggers.flatMap(trigger => trigger.Actions ?? []);
  const nodes = new Set(
    actions.map(action =>
      action.JobName
        ? `job ${action.JobName}`
        : `crawler ${action.CrawlerName}`,
    ),
  );
  const result = {
    TotalActions: nodes.size,
    TimeoutActions: 0,
    FailedActions: 0,
    StoppedActions: 0,
    SucceededActions: 0,
    RunningActions: 0,
    ErroredActions: 0,
    WaitingActions: 0,
  };
  for (const { state } of states.jobs.values()) result[JOB_COUNTERS[state]]++;
  for (const state of states.crawlers.values()) {
    result[CRAWL_COUNTERS[state]]++;
  }
  return result;
}
