import { deriveNodeState } from './nodeStates';
import {
  NodeState,
  RunHealth,
  RunStatistics,
  WorkflowGraph,
  WorkflowNode,
} from './types';

const ACTIVE_RUN_STATUSES = new Set(['RUNNING', 'STOPPING']);
const FAULTY = new Set<NodeState>(['failed', 'timed-out', 'stopped']);
const IN_PROGRESS = new Set<NodeState>(['running', 'waiting']);

/**
 * Whether a workflow run of this Glue status can still change.
 *
 * @public
 */
export function isActiveRunStatus(rawStatus: string): boolean {
  return ACTIVE_RUN_STATUSES.has(rawStatus);
}

/**
 * Whether a run of this Glue status can have had the other one before: it is
 * RUNNING, maybe STOPPING, then it has ended for good (a resumed run is a new
 * run). What is observed late may otherwise seem to be news.
 *
 * @public
 */
export function canFollowRunStatus(after: string, before: string): boolean {
  const stage = (rawStatus: string) => {
    if (rawStatus === 'RUNNING') {
      return 0;
    }
    return isActiveRunStatus(rawStatus) ? 1 : 2;
  };
  return stage(after) >= stage(before);
}

/**
 * What `deriveRunHealth` needs to know of a run.
 *
 * @public
 */
export interface RunFacts {
  /** Glue's status of the run. */
  rawStatus: string;
  /** Glue's message about the run as a whole, e.g. exceeded concurrency. */
  errorMessage?: string;
  statistics: RunStatistics;
  /** With derived node states. Absent where only the list of runs was read. */
  graph?: Pick<WorkflowGraph, 'edges'> & {
    nodes: Pick<WorkflowNode, 'id' | 'type' | 'state'>[];
  };
}

/**
 * What became of a run.
 *
 * Glue ends runs with failed nodes as COMPLETED ("Running and monitoring a
 * workflow", AWS Glue Developer Guide: the status says nothing of the nodes),
 * so a run has succeeded only when nodes succeeded and nothing failed, timed
 * out, was stopped or was kept from running; not where its statistics show a
 * failure that no node does. It has partially failed when something succeeded
 * that did not merely lead to the failure: beside it or after it. Unless the
 * graph was read, it is known only where statistics account for every action.
 *
 * @public
 */
export function deriveRunHealth(run: RunFacts): RunHealth {
  switch (run.rawStatus) {
    case 'RUNNING':
      return 'running';
    case 'STOPPING':
      return 'stopping';
    case 'STOPPED':
      return 'stopped';
    case 'COMPLETED':
      break;
    default:
      return 'failed';
  }
  const faults = faultsOf(run.statistics);
  const work = run.graph?.nodes.filter(node => node.type !== 'TRIGGER') ?? [];
  if (!run.graph || work.length === 0) {
    if (faults > 0 || run.errorMessage) {
      return 'failed';
    }
    const { succeeded, total } = run.statistics;
    return total > 0 && succeeded === total ? 'succeeded' : 'unknown';
  }
  const faulty = work.filter(node => FAULTY.has(node.state));
  const succeeded = work.filter(node => node.state === 'succeeded');
  const unfinished = work.some(
    node => node.state === 'not-reached' || IN_PROGRESS.has(node.state),
  );
  if (faulty.length === 0 && !unfinished && !run.errorMessage) {
    if (succeeded.length === 0) {
      return 'failed';
    }
    return faults === 0 ? 'succeeded' : 'partially-failed';
  }
  const ledToFailure = nodesBefore(
    run.graph.edges,
    faulty.map(node => node.id),
  );
  return faulty.length > 0 && succeeded.some(node => !ledToFailure.has(node.id))
    ? 'partially-failed'
    : 'failed';
}

function faultsOf({ failed, timedOut, stopped, errored }: RunStatistics) {
  return failed + timedOut + stopped + errored;
}

function nodesBefore(edges: WorkflowGraph['edges'], ids: string[]) {
  const found = new Set<string>();
  const open = [...ids];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    for (const edge of edges) {
      if (edge.destinationId === id && !found.has(edge.sourceId)) {
        found.add(edge.sourceId);
        open.push(edge.sourceId);
      }
    }
  }
  return found;
}

/**
 * The node that failed first and what its newest failed attempt said; a stopped one only when none failed.
 *
 * @public
 */
export function firstFailure(
  graph: Pick<WorkflowGraph, 'nodes'>,
): { nodeName: string; message?: string } | undefined {
  const faults = graph.nodes
    .filter(node => node.type !== 'TRIGGER' && FAULTY.has(node.state))
    .map(node => ({ node, attempt: decisiveAttempt(node) }))
    .sort(
      (a, b) =>
        Number(a.node.state === 'stopped') -
          Number(b.node.state === 'stopped') ||
        (a.attempt?.completedAt ?? '').localeCompare(
          b.attempt?.completedAt ?? '',
        ),
    );
  const [first] = faults;
  return (
    first && {
      nodeName: first.node.name,
      message: first.attempt?.errorMessage,
    }
  );
}

function decisiveAttempt({ attempts, state }: WorkflowNode) {
  const newestFirst = [...attempts].reverse();
  return (
    newestFirst.find(({ rawState }) => deriveNodeState(rawState) === state) ??
    newestFirst[0]
  );
}

/**
 * Glue's `WorkflowRunStatistics`.
 *
 * @public
 */
export interface GlueStatistics {
  TotalActions?: number;
  SucceededActions?: number;
  FailedActions?: number;
  TimeoutActions?: number;
  StoppedActions?: number;
  RunningActions?: number;
  WaitingActions?: number;
  ErroredActions?: number;
}

/**
 * Glue's counts of a run's jobs and crawlers in our names; what Glue leaves out is 0.
 *
 * @public
 */
export function mapStatistics(
  statistics: GlueStatistics | undefined,
): RunStatistics {
  return {
    total: statistics?.TotalActions ?? 0,
    succeeded: statistics?.SucceededActions ?? 0,
    failed: statistics?.FailedActions ?? 0,
    timedOut: statistics?.TimeoutActions ?? 0,
    stopped: statistics?.StoppedActions ?? 0,
    running: statistics?.RunningActions ?? 0,
    waiting: statistics?.WaitingActions ?? 0,
    errored: statistics?.ErroredActions ?? 0,
  };
}
