import {
  WorkflowGraph,
  WorkflowNode,
} from '@glue-pipelines/backstage-plugin-common';
import { nodesInFlow } from '../nodes/nodesInFlow';
import { scheduleWords } from '../schedule/scheduleWords';
import { Texts } from '../translation/ref';
import { conditionWords } from './conditionWords';
import { predicateWords } from './predicateWords';

/**
 * How a node is drawn: a step is a job or a crawler; a gate is the small mark
 * of a trigger that joins several branches, where triggers are not shown.
 */
export type NodeForm = 'step' | 'trigger' | 'gate';

export interface ShownNode {
  node: WorkflowNode;
  /** The name without the workflow's own before it. */
  label: string;
  form: NodeForm;
  /** Of a trigger that joins branches: whether all have to come to it, or any. */
  join?: 'AND' | 'ANY';
  /** When it starts, in words; absent where nothing is known of it. */
  startsWhen?: string;
}

export interface ShownEdge {
  sourceId: string;
  targetId: string;
  /** Glue's states of the source with which it goes on here. Empty: not known. */
  states: string[];
  /** The triggers for which the edge stands. */
  triggers: WorkflowNode[];
  /** On what it goes on, where that is not the source's success, and whether it can. */
  words: string;
}

export interface ShownGraph {
  nodes: ShownNode[];
  edges: ShownEdge[];
}

/**
 * A node's name without the workflow's own name before it, which on this
 * workflow's page says nothing: `covid-hiring-load` becomes `load`.
 */
export function shortName(name: string, workflowName: string): string {
  const rest = name.startsWith(workflowName)
    ? name.slice(workflowName.length).replace(/^[-_./ ]+/, '')
    : '';
  return rest || name;
}

/**
 * Whether a trigger does not fire by itself because it is not activated
 * ("Trigger", AWS Glue API reference). On-demand triggers never are.
 */
function isOff({ trigger }: WorkflowNode): boolean {
  return (
    (trigger?.type === 'SCHEDULED' || trigger?.type === 'CONDITIONAL') &&
    ['CREATED', 'DEACTIVATING', 'DEACTIVATED'].includes(trigger.state)
  );
}

/** When a trigger fires, in words. */
function firesWhen(t: Texts, node: WorkflowNode): string | undefined {
  const { trigger } = node;
  switch (trigger?.type) {
    case 'SCHEDULED': {
      const schedule = trigger.schedule && scheduleWords(t, trigger.schedule);
      return schedule && isOff(node)
        ? t('graph.trigger.scheduleOff', { schedule })
        : schedule;
    }
    case 'ON_DEMAND':
      return t('graph.trigger.onDemand');
    case 'EVENT':
      return t('graph.trigger.onEvents');
    default: {
      const condition = predicateWords(t, trigger);
      return condition && t('graph.trigger.after', { condition });
    }
  }
}

/** Glue's states of a node with which a trigger fires. */
function statesFor(trigger: WorkflowNode, source: WorkflowNode): string[] {
  return (trigger.trigger?.predicate?.conditions ?? [])
    .filter(
      ({ nodeType, nodeName }) =>
        nodeType === source.type && nodeName === source.name,
    )
    .map(({ state }) => state);
}

/**
 * Neighbours of the nodes that the graph names, in the order of the nodes. A
 * deleted job leaves edges to nowhere.
 */
class Neighbours {
  private readonly before = new Map<string, WorkflowNode[]>();
  private readonly after = new Map<string, WorkflowNode[]>();

  constructor(nodes: readonly WorkflowNode[], edges: WorkflowGraph['edges']) {
    const place = new Map(nodes.map(({ id }, index) => [id, index]));
    const known = edges
      .flatMap(({ sourceId, destinationId }): [number, number][] => {
        const from = place.get(sourceId);
        const to = place.get(destinationId);
        return from === undefined || to === undefined ? [] : [[from, to]];
      })
      .sort(([a, b], [c, d]) => a - c || b - d);
    for (const [source, destination] of known.map(pair =>
      pair.map(index => nodes[index]),
    )) {
      this.after.set(source.id, [...this.afterOf(source), destination]);
      this.before.set(destination.id, [...this.beforeOf(destination), source]);
    }
  }

  beforeOf({ id }: WorkflowNode): WorkflowNode[] {
    return this.before.get(id) ?? [];
  }

  afterOf({ id }: WorkflowNode): WorkflowNode[] {
    return this.after.get(id) ?? [];
  }
}

/**
 * What is drawn of a workflow, from its start to its end. People think in
 * jobs: without triggers, one that leads from one node to others becomes the
 * edges between them, and one that joins branches becomes a gate. What starts
 * the workflow is shown either way.
 */
export function shownGraph(
  t: Texts,
  graph: WorkflowGraph,
  options: { workflowName: string; showTriggers: boolean },
): ShownGraph {
  const { workflowName, showTriggers } = options;
  const nodes = nodesInFlow(graph);
  const neighbours = new Neighbours(nodes, graph.edges);
  const joins = (node: WorkflowNode) =>
    node.type === 'TRIGGER' && neighbours.beforeOf(node).length > 1;
  const isHidden = (node: WorkflowNode) =>
    !showTriggers &&
    node.type === 'TRIGGER' &&
    neighbours.beforeOf(node).length === 1 &&
    neighbours.afterOf(node).length > 0;

  const edges = new Map<string, ShownEdge>();
  const connect = (
    source: WorkflowNode,
    target: WorkflowNode,
    states: string[],
    trigger?: WorkflowNode,
  ) => {
    const key = `${source.id} ${target.id}`;
    const known = edges.get(key);
    const all = [...new Set([...(known?.states ?? []), ...states])];
    const triggers = [
      ...(known?.triggers ?? []),
      ...(trigger ? [trigger] : []),
    ];
    // A start that is off still starts when asked to.
    const off =
      source.type === 'TRIGGER'
        ? source.trigger?.type === 'CONDITIONAL' && isOff(source)
        : triggers.length > 0 && triggers.every(isOff);
    edges.set(key, {
      sourceId: source.id,
      targetId: target.id,
      states: all,
      triggers,
      words: [conditionWords(t, all), off && t('graph.trigger.off')]
        .filter(Boolean)
        .join(', '),
    });
  };
  for (const source of nodes.filter(node => !isHidden(node))) {
    for (const target of neighbours.afterOf(source)) {
      const states = statesFor(target, source);
      if (isHidden(target)) {
        neighbours
          .afterOf(target)
          .forEach(next => connect(source, next, states, target));
      } else {
        connect(source, target, states);
      }
    }
  }

  const startsWhen = (node: WorkflowNode) =>
    (node.type === 'TRIGGER' ? [node] : neighbours.beforeOf(node))
      .map(trigger => firesWhen(t, trigger))
      .reduce(
        (one, other) =>
          one && other
            ? t('graph.trigger.either', { one, other })
            : (one ?? other),
        undefined,
      );
  const form = (node: WorkflowNode): NodeForm => {
    if (node.type !== 'TRIGGER') {
      return 'step';
    }
    return joins(node) && !showTriggers ? 'gate' : 'trigger';
  };
  return {
    nodes: nodes
      .filter(node => !isHidden(node))
      .map(node => ({
        node,
        label: shortName(node.name, workflowName),
        form: form(node),
        join: joins(node) ? node.trigger?.predicate?.logical : undefined,
        startsWhen: startsWhen(node),
      })),
    edges: [...edges.values()],
  };
}
