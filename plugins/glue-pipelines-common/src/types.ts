/** What a node of a run's graph did. Derived, see `deriveNodeState`. */
export type NodeState =
  | 'succeeded'
  | 'failed'
  | 'timed-out'
  | 'stopped'
  | 'running'
  | 'waiting'
  /** A failure or a stop before it kept it from running. */
  | 'not-reached'
  /** No run is selected, the workflow never ran, or the run ended without needing it (e.g. an on-failure branch). */
  | 'never-run';

/** What became of a run. AWS reports COMPLETED for runs with failed nodes; this never does. */
export type RunHealth =
  | 'succeeded'
  | 'failed'
  | 'partially-failed'
  | 'running'
  | 'stopping'
  | 'stopped'
  /** What AWS said of it does not tell: its graph was not read. */
  | 'unknown';

/** What became of a workflow: its last run's health, or that there was none. */
export type WorkflowHealth = RunHealth | 'never-run';

export type NodeType = 'TRIGGER' | 'JOB' | 'CRAWLER';

/** One try of a job or one crawl. Times are ISO 8601 in UTC. */
export interface NodeAttempt {
  /** Glue's job run id; absent for crawls. */
  id?: string;
  /** 0 for the first. */
  attempt: number;
  /** Glue's own state name, e.g. `SUCCEEDED`, `TIMEOUT`, `CANCELLED`. */
  rawState: string;
  startedAt?: string;
  completedAt?: string;
  /** Seconds. */
  durationSeconds?: number;
  errorMessage?: string;
  /** Why it waits, where Glue says so. */
  stateDetail?: string;
  /** The trigger that started it; absent for crawls. */
  triggerName?: string;
  /** DPU hours, where Glue's fields allow to compute them. */
  dpuHours?: number;
  logGroupName?: string;
  workerType?: string;
  numberOfWorkers?: number;
}

/** What has to be true of the nodes before a CONDITIONAL trigger for it to fire. */
export interface TriggerPredicate {
  logical: 'AND' | 'ANY';
  conditions: {
    nodeType: 'JOB' | 'CRAWLER';
    nodeName: string;
    /** Glue's own state name, e.g. `SUCCEEDED`. */
    state: string;
  }[];
}

export interface WorkflowNode {
  /** Glue's UniqueId: the same in the workflow's graph and in every run's. */
  id: string;
  type: NodeType;
  name: string;
  state: NodeState;
  /** In the order of their starts, newest last; empty for triggers and for nodes that have not run. */
  attempts: NodeAttempt[];
  /** Only for triggers. */
  trigger?: {
    type: 'SCHEDULED' | 'CONDITIONAL' | 'ON_DEMAND' | 'EVENT';
    state: string;
    /** `cron(...)` in UTC. */
    schedule?: string;
    /** The predicate in words, e.g. `all of: transform SUCCEEDED`. */
    condition?: string;
    predicate?: TriggerPredicate;
  };
}

export interface WorkflowEdge {
  sourceId: string;
  destinationId: string;
}

export interface WorkflowGraph {
  nodes: WorkflowNode[];
  edges: WorkflowEdge[];
}

export interface RunStatistics {
  total: number;
  succeeded: number;
  failed: number;
  timedOut: number;
  stopped: number;
  running: number;
  waiting: number;
  errored: number;
}

/** One run of a workflow, as a list shows it. */
export interface RunSummary {
  /** Glue's WorkflowRunId, `wr_...`. */
  id: string;
  workflowArn: string;
  health: RunHealth;
  /** Glue's own status. */
  rawStatus: string;
  startedAt?: string;
  completedAt?: string;
  durationSeconds?: number;
  previousRunId?: string;
  /** The first failed node's name and error, for lists. */
  failure?: { nodeName: string; message?: string };
  errorMessage?: string;
  statistics: RunStatistics;
  properties: Record<string, string>;
  /** There may be properties, which are not shown here; see the workflow's. */
  propertiesWithheld?: true;
  consoleUrl: string;
  /** Backstage user entity ref, when the run was started from the portal. */
  startedBy?: string;
}

export interface RunDetail extends RunSummary {
  graph: WorkflowGraph;
}

/** A workflow as its entity's page shows it. */
export interface WorkflowDetail {
  arn: string;
  /** What signals call it. */
  signalKey: string;
  name: string;
  accountId: string;
  region: string;
  description?: string;
  health: WorkflowHealth;
  lastRun?: RunSummary;
  /** Structure; node states are those of the last run. */
  graph: WorkflowGraph;
  startTrigger?: {
    name: string;
    type: 'SCHEDULED' | 'ON_DEMAND' | 'EVENT';
    state: string;
    schedule?: string;
    /** ISO 8601 in UTC; only for activated schedules. */
    nextRunAt?: string;
  };
  defaultRunProperties: Record<string, string>;
  /** Why run properties are not shown through this entity, and what to do. Absent: they are. */
  propertiesWithheld?: string;
  maxConcurrentRuns?: number;
  consoleUrl: string;
  /** When AWS was last read with success. Absent: never yet. */
  collectedAt?: string;
  /** Why the newest attempt to read AWS failed. The rest is the last known state. */
  collectionError?: string;
}

/** `GET /v1/workflows?entityRef=` */
export interface WorkflowsResponse {
  items: WorkflowDetail[];
  /** One sentence for each part of the entity's annotation that is no workflow ARN. */
  problems?: string[];
}

/** `GET /v1/runs?entityRef=&workflowArn=&limit=&cursor=` newest first. */
export interface RunsResponse {
  items: RunSummary[];
  /** Where older runs go on: the `cursor` of the next question. Absent: there are none. */
  nextCursor?: string;
}

/** `POST /v1/runs`; answers 201 with a `StartRunResponse`. */
export interface StartRunRequest {
  entityRef: string;
  workflowArn: string;
  /** Overrides of the workflow's default run properties. Never secrets: they are stored and shown. */
  properties?: Record<string, string>;
  /** Requests with the same key start one run. Without a key each request starts one. */
  idempotencyKey?: string;
}

export interface StartRunResponse {
  runId: string;
}

/** `POST /v1/runs/{runId}/stop`; answers 202: AWS ends the run's jobs, which takes a while. */
export interface StopRunRequest {
  entityRef: string;
  workflowArn: string;
}

/** `POST /v1/runs/{runId}/resume`; answers 201 with the `StartRunResponse` of a new run. */
export interface ResumeRunRequest {
  entityRef: string;
  workflowArn: string;
  /** Jobs and crawlers that ran: they run again, and what comes after them. */
  nodeIds: string[];
}

/** The signals channel on which the back end says that something changed. */
export const GLUE_PIPELINES_SIGNAL_CHANNEL = 'glue-pipelines';

/**
 * What a signal carries: which workflow to read again. Everybody hears it,
 * even without a token; the key means something only to who may read the
 * workflow.
 */
export type GluePipelinesSignal = {
  action: 'workflow-changed';
  /** The `signalKey` of the workflow. */
  key: string;
};
