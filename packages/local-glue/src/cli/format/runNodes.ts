/** The parts of Glue's WorkflowRun that the command line reads; times are epoch seconds. */
export interface WorkflowRun {
  Name: string;
  WorkflowRunId: string;
  PreviousRunId?: string;
  Status: string;
  StartedOn: number;
  CompletedOn?: number;
  ErrorMessage?: string;
  Statistics?: {
    TotalActions?: number;
    SucceededActions?: number;
    FailedActions?: number;
    TimeoutActions?: number;
    StoppedActions?: number;
    ErroredActions?: number;
    RunningActions?: number;
    WaitingActions?: number;
  };
  Graph?: { Nodes?: GraphNode[]; Edges?: GraphEdge[] };
}

interface GraphEdge {
  SourceId: string;
  DestinationId: string;
}

interface Attempt {
  StartedOn?: number;
  CompletedOn?: number;
  ErrorMessage?: string;
}

interface GraphNode {
  Type: 'TRIGGER' | 'JOB' | 'CRAWLER';
  Name: string;
  UniqueId: string;
  JobDetails?: {
    JobRuns?: (Attempt & {
      Id: string;
      Attempt?: number;
      JobRunState: string;
      StateDetail?: string;
      ExecutionTime?: number;
    })[];
  };
  CrawlerDetails?: { Crawls?: (Attempt & { State: string })[] };
}

/** One node of a run's graph, in the order in which the run reaches them. */
export interface RunNode {
  id: string;
  type: 'TRIGGER' | 'JOB' | 'CRAWLER';
  name: string;
  /** Steps to the right of the root: deeper only where the graph branches. */
  depth: number;
  /** The state of the last attempt; undefined for triggers and for what has not run. */
  state?: string;
  startedOn?: number;
  completedOn?: number;
  /** What it waits for, or why it failed. */
  detail?: string;
  /** 1 for the first; undefined for crawlers and for what has not run. */
  attempt?: number;
  jobRunId?: string;
}

/**
 * The nodes of a run as a spanning tree of its graph: each below the first
 * node that leads to it. A chain stays at one depth, so that only branches
 * move to the right.
 */
export function runNodes(run: WorkflowRun): RunNode[] {
  const nodes = new Map(
    (run.Graph?.Nodes ?? []).map(node => [node.UniqueId, node]),
  );
  const edges = run.Graph?.Edges ?? [];
  const reached = new Set(edges.map(edge => edge.DestinationId));
  const result: RunNode[] = [];
  const seen = new Set<string>();
  const visit = (id: string, depth: number) => {
    const node = nodes.get(id);
    if (!node || seen.has(id)) return;
    seen.add(id);
    result.push(toRunNode(node, depth));
    const next = edges
      .filter(edge => edge.SourceId === id && !seen.has(edge.DestinationId))
      .map(edge => edge.DestinationId);
    const deeper = next.length > 1 ? depth + 1 : depth;
    next.forEach(child => visit(child, deeper));
  };
  for (const id of nodes.keys()) if (!reached.has(id)) visit(id, 0);
  for (const id of nodes.keys()) visit(id, 0);
  return result;
}

function toRunNode(node: GraphNode, depth: number): RunNode {
  const base = {
    id: node.UniqueId,
    type: node.Type,
    name: node.Name,
    depth,
  };
  const jobRun = node.JobDetails?.JobRuns?.toSorted(
    (a, b) => (a.Attempt ?? 0) - (b.Attempt ?? 0),
  ).at(-1);
  if (jobRun) {
    return {
      ...base,
      state: jobRun.JobRunState,
      startedOn: jobRun.StartedOn,
      completedOn: jobRun.CompletedOn,
      detail: jobRun.ErrorMessage ?? jobRun.StateDetail,
      attempt: (jobRun.Attempt ?? 0) + 1,
      jobRunId: jobRun.Id,
    };
  }
  const crawl = node.CrawlerDetails?.Crawls?.at(-1);
  if (crawl) {
    return {
      ...base,
      state: crawl.State,
      startedOn: crawl.StartedOn,
      completedOn: crawl.CompletedOn,
      detail: crawl.ErrorMessage,
    };
  }
  return base;
}

/** The jobs and crawlers of a run; triggers only lead from one to the next. */
export function runSteps(run: WorkflowRun): RunNode[] {
  return runNodes(run).filter(node => node.type !== 'TRIGGER');
}

/** Whether a job or a crawler in this state came to a bad end. */
export function isFailure(state: string | undefined): boolean {
  return ['FAILED', 'ERROR', 'TIMEOUT', 'EXPIRED'].includes(state ?? '');
}

/** Whether something goes on in this state. */
export function isActive(state: string | undefined): boolean {
  return ['RUNNING', 'STARTING', 'STOPPING', 'CANCELLING', 'WAITING'].includes(
    state ?? '',
  );
}

/** Whether the run has come to its end. */
export function isOver(run: WorkflowRun): boolean {
  return ['COMPLETED', 'STOPPED', 'ERROR'].includes(run.Status);
}

/**
 * Whether every job and crawler of the run succeeded. COMPLETED alone does
 * not say so: Glue completes runs with failed nodes too.
 */
export function succeeded(run: WorkflowRun): boolean {
  return (
    run.Status === 'COMPLETED' &&
    runSteps(run).every(step => step.state === 'SUCCEEDED')
  );
}
