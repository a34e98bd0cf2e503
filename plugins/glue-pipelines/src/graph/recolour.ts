import {
  WorkflowGraph,
  WorkflowNode,
} from '@glue-pipelines/backstage-plugin-common';
import { ShownGraph } from './shownGraph';

/** Whether all that decides what is drawn where is the same: what nodes do is not. */
function hasSameStructure(before: WorkflowGraph, after: WorkflowGraph) {
  return (
    before.edges === after.edges &&
    before.nodes.length === after.nodes.length &&
    before.nodes.every((node, index) => {
      const { id, name, type, trigger } = after.nodes[index];
      return (
        node.id === id &&
        node.name === name &&
        node.type === type &&
        node.trigger === trigger
      );
    })
  );
}

/**
 * What is drawn of a graph after some of its nodes went on: parts in which
 * nothing did are the same objects, so that they are not drawn again.
 * @param before - the graph, and what is drawn of it
 * @param after - in which what is unchanged is the same object: see `keepUnchanged`
 * @returns `undefined` where more has changed
 */
export function recoloured(
  before: { graph: WorkflowGraph; shown: ShownGraph },
  after: WorkflowGraph,
): ShownGraph | undefined {
  if (!hasSameStructure(before.graph, after)) {
    return undefined;
  }
  const changed = new Map(
    after.nodes
      .filter((node, index) => node !== before.graph.nodes[index])
      .map(node => [node.id, node]),
  );
  const newest = (node: WorkflowNode) => changed.get(node.id) ?? node;
  const { nodes, edges } = before.shown;
  return {
    nodes: nodes.map(shown =>
      changed.has(shown.node.id)
        ? { ...shown, node: newest(shown.node) }
        : shown,
    ),
    edges: edges.map(edge =>
      edge.triggers.some(({ id }) => changed.has(id))
        ? { ...edge, triggers: edge.triggers.map(newest) }
        : edge,
    ),
  };
}
