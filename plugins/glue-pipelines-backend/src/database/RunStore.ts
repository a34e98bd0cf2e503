import {
  RunDetail,
  RunHealth,
  RunSummary,
  WorkflowDetail,
} from '@glue-pipelines/backstage-plugin-common';

/** What a workflow's definition says, apart from what its ARN says. */
export type WorkflowDefinition = Pick<
  WorkflowDetail,
  | 'description'
  | 'createdAt'
  | 'graph'
  | 'defaultRunProperties'
  | 'maxConcurrentRuns'
  | 'startTrigger'
>;

/** A workflow as stored. Times are ISO 8601 in UTC. */
export interface StoredWorkflow {
  arn: string;
  /** What signals call it. */
  signalKey: string;
  /** Absent until AWS was read with success. */
  definition?: WorkflowDefinition;
  /** Glue's LastRun when the runs were last listed. */
  lastRunId?: string;
  collectedAt?: string;
  attemptedAt?: string;
  collectionError?: string;
  /** Glue said at the last look that told that it has no such workflow. */
  missing: boolean;
  /** Failed attempts in a row. */
  failures: number;
  /** Glue's LastModifiedOn when the definition was read. */
  modifiedAt?: string;
  definitionReadAt?: string;
}

/** A run to store: without what follows from its ARN, its times or who started it. */
export type CollectedRun = Omit<
  RunDetail,
  | 'consoleUrl'
  | 'startedBy'
  | 'durationSeconds'
  | 'dpuHours'
  | 'quality'
  | 'rowsLoaded'
  | 'skipped'
  | 'version'
> & {
  /** It can still change. */
  active: boolean;
  /** Its graph was read, not only its place in the list of runs. */
  detailed: boolean;
};

/** What is still to be found out about a workflow's runs. */
export interface OpenRuns {
  /** Those that can still change, as last seen. */
  active: Pick<RunSummary, 'id' | 'rawStatus' | 'statistics'>[];
  /** Those whose graph is to be read now, newest first. */
  due: string[];
  /** Started from the portal, but not stored yet: Glue may list a run some time after it has begun. */
  announced: string[];
}

/** A place in the order of a workflow's runs. */
export interface RunPosition {
  orderedAt: string;
  runId: string;
}

/** Which runs of a workflow to list. */
export interface RunQuery {
  limit: number;
  /** Only runs that come after this place, which are older. */
  after?: RunPosition;
  /** Only runs of one of these; empty for none. */
  health?: RunHealth[];
  /** Only runs that started then or later, ISO 8601 in UTC with milliseconds. */
  startedFrom?: string;
  /** Only runs that started earlier. */
  startedBefore?: string;
  /** Only runs that this user started from the portal, or anybody did, or nobody. */
  startedBy?: string | 'portal' | 'elsewhere';
  /** Only runs of this version: see `RunSummary`. */
  version?: string;
  /** Only runs with all of these properties, as names and values. */
  properties?: [string, string][];
}

/** When a run began and ended. */
export interface RunTimes {
  id: string;
  health: RunHealth;
  /** ISO 8601 in UTC; when it was first seen, where Glue has not dated it. */
  startedAt: string;
  completedAt?: string;
}

/** Some runs, newest first, and the place of the last where there are more. */
export interface RunPage<T extends RunSummary = RunSummary> {
  runs: T[];
  last?: RunPosition;
}

/**
 * Workflows, their runs and the states of the runs' nodes: all that pages
 * show. It outlives Glue's own history.
 */
export interface RunStore {
  /** Workflows that were never named by an entity are absent from the answer. */
  getWorkflows(arns: string[]): Promise<StoredWorkflow[]>;
  /** Newest first. */
  listRuns(arn: string, limit: number): Promise<RunSummary[]>;
  pageRuns(arn: string, query: RunQuery): Promise<RunPage>;
  /** The same with graphs, which are empty where they were not read. */
  pageGraphs(arn: string, query: RunQuery): Promise<RunPage<RunDetail>>;
  /** When all runs since a time began and ended, oldest first. */
  runTimes(arn: string, since: string): Promise<RunTimes[]>;
  /** The newest run for each value of a run property. */
  lastRunsBy(
    arn: string,
    property: string,
  ): Promise<Map<string, { id: string; health: RunHealth; startedAt: string }>>;
  /** The newest run with its graph; `undefined` when the workflow never ran. */
  lastRun(arn: string): Promise<RunDetail | undefined>;
  getRun(
    arn: string,
    runId: string,
  ): Promise<{ run: RunDetail; detailed: boolean } | undefined>;
  /**
   * @param since announced runs are forgotten when they were started before
   * @param limit at most so many whose graph is due
   */
  openRuns(arn: string, since: Date, limit: number): Promise<OpenRuns>;
  /**
   * Stores those runs of a list that are not stored yet, without graphs.
   * Answers with their ids.
   * @param toRead ids of those whose graph is to be read
   * @param past ids of those that are never told as changes if they have ended
   */
  saveListed(
    arn: string,
    runs: CollectedRun[],
    toRead: Set<string>,
    past?: ReadonlySet<string>,
  ): Promise<Set<string>>;
  /** The graph of this run is not to be read any more. */
  giveUpReading(arn: string, runId: string): Promise<void>;
  /** Remembers that one run cannot be read, and puts off the next attempt. */
  recordReadError(arn: string, runId: string, error: string): Promise<void>;
  /**
   * Stores a run; one whose graph is known never loses it, and an observation
   * that comes late never moves it back. Answers whether anything is new.
   */
  saveRun(run: CollectedRun): Promise<boolean>;
  /** Remembers who started a run from the portal, before or after the run itself is stored. */
  recordStart(start: {
    workflowArn: string;
    runId: string;
    /** User entity ref. */
    startedBy: string;
    at: Date;
  }): Promise<void>;
}
