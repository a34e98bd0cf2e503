import {
  NodeAttempt,
  NodeState,
  TriggerPredicate,
  WorkflowGraph,
  WorkflowNode,
} from './types';

/**
 * Glue's states of a job run and of a crawl ("JobRun" and "Crawl", AWS Glue
 * API reference). CANCELLED is a crawl that somebody stopped; ERROR a job that
 * could not even be started, e.g. because it does not exist; EXPIRED one that
 * waited longer than it may.
 */
const ATTEMPT_STATES: Record<string, NodeState> = {
  STARTING: 'running',
  RUNNING: 'running',
  STOPPING: 'running',
  CANCELLING: 'running',
  WAITING: 'waiting',
  SUCCEEDED: 'succeeded',
  FAILED: 'failed',
  ERROR: 'failed',
  EXPIRED: 'failed',
  TIMEOUT: 'timed-out',
  STOPPED: 'stopped',
  CANCELLED: 'stopped',
};

const IN_PROGRESS = new Set<NodeState>(['running', 'waiting']);

/**
 * The state of a job or crawler that was attempted, from Glue's state of its
 * newest attempt. A state that this version does not know is never a success.
 *
 * @public
 */
export function deriveNodeState(rawState: string): NodeState {
  return ATTEMPT_STATES[rawState] ?? 'failed';
}

type GraphNode = Pick<
  WorkflowNode,
  'id' | 'type' | 'name' | 'attempts' | 'trigger'
>;

/** Which state of several starts is the node's: what goes on first, then the worst. */
const PRECEDENCE: NodeState[] = [
  'running',
  'waiting',
  'failed',
  'timed-out',
  'stopped',
  'succeeded',
];

/**
 * Glue's states in which each start of the node ended or is. A run may start a
 * job several times: by several triggers, or by one that fires again. Attempts
 * are numbered from 0 within a start (its retries; "JobRun", AWS Glue API
 * reference), so that only the newest of them counts. A crawl is never retried.
 */
function outcomes(attempts: NodeAttempt[]): string[] {
  const newestByTrigger = new Map<string, NodeAttempt>();
  const ended: string[] = [];
  for (const attempt of attempts) {
    const starter = attempt.triggerName ?? '';
    const newest = newestByTrigger.get(starter);
    if (newest && attempt.attempt <= newest.attempt) {
      ended.push(newest.rawState);
    }
    newestByTrigger.set(starter, attempt);
  }
  return [
    ...ended,
    ...[...newestByTrigger.values()].map(attempt => attempt.rawState),
  ];
}

/** Derives the states of one graph's nodes; each from the nodes before it. */
class NodeStates {
  private readonly states = new Map<string, NodeState>();
  private readonly before = new Map<string, GraphNode[]>();
  private readonly after = new Map<string, GraphNode[]>();

  constructor(
    graph: { nodes: GraphNode[]; edges: WorkflowGraph['edges'] },
    private readonly rawStatus: string,
  ) {
    const byId = new Map(graph.nodes.map(node => [node.id, node]));
    for (const { sourceId, destinationId } of graph.edges) {
      const source = byId.get(sourceId);
      const destination = byId.get(destinationId);
      if (source && destination) {
        this.before.set(destinationId, [
          ...(this.before.get(destinationId) ?? []),
          source,
        ]);
        this.after.set(sourceId, [
          ...(this.after.get(sourceId) ?? []),
          destination,
        ]);
      }
    }
  }

  of(node: GraphNode): NodeState {
    const known = this.states.get(node.id);
    if (known) {
      return known;
    }
    // Glue's graphs have no cycles; should one appear, this ends the recursion.
    this.states.set(node.id, 'waiting');
    const state = this.derive(node);
    this.states.set(node.id, state);
    return state;
  }

  private derive(node: GraphNode): NodeState {
    if (node.type === 'TRIGGER') {
      return this.deriveTrigger(node);
    }
    const states = outcomes(node.attempts).map(deriveNodeState);
    const decisive = PRECEDENCE.find(state => states.includes(state));
    if (decisive) {
      return decisive;
    }
    const triggers = (this.before.get(node.id) ?? []).map(t => this.of(t));
    if (triggers.includes('waiting') || triggers.includes('succeeded')) {
      return this.pending();
    }
    return triggers.includes('not-reached') ? 'not-reached' : 'never-run';
  }

  private deriveTrigger(trigger: GraphNode): NodeState {
    const sources = this.before.get(trigger.id) ?? [];
    if (sources.length === 0 || this.hasFired(trigger)) {
      return 'succeeded';
    }
    const conditions = conditionsOf(trigger, sources).map(condition =>
      this.judge(condition.source, condition.state),
    );
    const unmet = conditions.filter(
      verdict => verdict === 'prevented' || verdict === 'not-needed',
    );
    const impossible =
      trigger.trigger?.predicate?.logical === 'ANY'
        ? unmet.length === conditions.length
        : unmet.length > 0;
    if (!impossible) {
      return this.pending();
    }
    return unmet.includes('prevented') ? 'not-reached' : 'never-run';
  }

  /** Runs do not report triggers, but what a trigger started names it (crawls do not: there the edge must do). */
  private hasFired(trigger: GraphNode): boolean {
    return (this.after.get(trigger.id) ?? []).some(started =>
      started.attempts.some(
        ({ triggerName }) =>
          triggerName === undefined || triggerName === trigger.name,
      ),
    );
  }

  private judge(
    source: GraphNode,
    wanted: string,
  ): 'met' | 'open' | 'prevented' | 'not-needed' {
    const state = this.of(source);
    if (IN_PROGRESS.has(state)) {
      return 'open';
    }
    if (state === 'never-run') {
      return 'not-needed';
    }
    if (state === 'not-reached') {
      return 'prevented';
    }
    if (outcomes(source.attempts).includes(wanted)) {
      return 'met';
    }
    return wanted === 'SUCCEEDED' ? 'prevented' : 'not-needed';
  }

  private pending(): NodeState {
    return this.rawStatus === 'RUNNING' ? 'waiting' : 'not-reached';
  }
}

/** What a trigger waits for; where Glue gave no predicate, that everything before it succeeds. */
function conditionsOf(
  trigger: GraphNode,
  sources: GraphNode[],
): { source: GraphNode; state: string }[] {
  const predicate: TriggerPredicate = trigger.trigger?.predicate ?? {
    logical: 'AND',
    conditions: [],
  };
  return sources.map(source => ({
    source,
    state:
      predicate.conditions.find(
        ({ nodeType, nodeName }) =>
          nodeType === source.type && nodeName === source.name,
      )?.state ?? 'SUCCEEDED',
  }));
}

/**
 * The state of each node of a run's graph, by node id. Without a run
 * (`rawStatus` undefined) every node is `never-run`.
 *
 * Glue leaves nodes that did not run empty; whether they wait, were kept from
 * running or were not needed follows from the nodes and conditions before them.
 *
 * @public
 */
export function deriveNodeStates(
  graph: { nodes: GraphNode[]; edges: WorkflowGraph['edges'] },
  rawStatus: string | undefined,
): Map<string, NodeState> {
  if (rawStatus === undefined) {
    return new Map(graph.nodes.map(node => [node.id, 'never-run']));
  }
  const states = new NodeStates(graph, rawStatus);
  return new Map(graph.nodes.map(node => [node.id, states.of(node)]));
}
