import type {
  Action,
  Condition,
  CrawlState,
  JobRunState,
  Predecessor,
  WorkflowRunStatistics,
  WorkflowRunStatus,
} from '@aws-sdk/client-glue';
import type { StoredTrigger } from '../store/definitions';

export interface NodeState<State> {
  state: State;
  /** Of the job run or crawl. */
  id: string;
  /** It ran in the run that this one resumed, not in this one. */
  isCopied: boolean;
}

/** The newest state of every job and crawler that a run has started, by name. */
export interface NodeStates {
  jobs: ReadonlyMap<string, NodeState<JobRunState>>;
  crawlers: ReadonlyMap<string, NodeState<CrawlState>>;
}

/** What has run, each kind in the order of its start. */
export interface NodeHistory {
  jobRuns: readonly {
    Id: string;
    JobName: string;
    JobRunState: JobRunState;
  }[];
  crawls: readonly { id: string; crawlerName: string; State: CrawlState }[];
  /** Ids of those that ran in the run that this one resumed. */
  copied: ReadonlySet<string>;
}

export function nodeStates({
  jobRuns,
  crawls,
  copied,
}: NodeHistory): NodeStates {
  return {
    jobs: new Map(
      jobRuns.map(({ Id: id, JobName, JobRunState: state }) => [
        JobName,
        { state, id, isCopied: copied.has(id) },
      ]),
    ),
    crawlers: new Map(
      crawls.map(({ id, crawlerName, State: state }) => [
        crawlerName,
        { state, id, isCopied: copied.has(id) },
      ]),
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

export const isActiveRunStatus = (status: WorkflowRunStatus) =>
  status === 'RUNNING' || status === 'STOPPING';

/** A run goes on for as long as one of its jobs or crawlers does, in whichever attempt. */
export function isAnythingActive(
  history: Pick<NodeHistory, 'jobRuns' | 'crawls'>,
): boolean {
  return (
    history.jobRuns.some(run => isActiveJobState(run.JobRunState)) ||
    history.crawls.some(crawl => isActiveCrawlState(crawl.State))
  );
}

/**
 * The triggers of a run that fire now. A trigger fires once in a run (whether
 * Glue lets one with ANY fire again on later matches is not documented). Only
 * ACTIVATED conditional triggers fire, and only for jobs and crawlers that the
 * same run started ("AWS Glue triggers", AWS Glue Developer Guide): in a
 * resumed run, what was copied completes a predicate and never makes it true
 * by itself.
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
  const met = conditions.filter(each => isConditionTrue(each, states));
  return (
    met.some(condition => !watched(condition, states)?.isCopied) &&
    (trigger.Predicate?.Logical === 'ANY' || met.length === conditions.length)
  );
}

function isConditionTrue(condition: Condition, states: NodeStates): boolean {
  const state = watched(condition, states)?.state;
  return (
    state !== undefined &&
    state === (condition.JobName ? condition.State : condition.CrawlState)
  );
}

function watched(
  { JobName, CrawlerName }: Condition,
  states: NodeStates,
): NodeState<JobRunState | CrawlState> | undefined {
  return JobName
    ? states.jobs.get(JobName)
    : states.crawlers.get(CrawlerName ?? '');
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
      result.push({ JobName: condition.JobName, RunId: run.id });
    }
  }
  return result;
}

/**
 * The one trigger of a workflow that begins its runs ("Overview of workflows",
 * AWS Glue Developer Guide).
 */
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
  for (const { state } of states.crawlers.values()) {
    result[CRAWL_COUNTERS[state]]++;
  }
  return result;
}
