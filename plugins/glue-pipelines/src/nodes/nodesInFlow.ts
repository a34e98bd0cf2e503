import {
  inFlowOrder,
  WorkflowGraph,
  WorkflowNode,
} from '@glue-pipelines/backstage-plugin-common';

function compare(a: string, b: string): number {
  if (a === b) {
    return 0;
  }
  return a < b ? -1 : 1;
}

/**
 * The nodes of a graph from its start to its end, parallel ones by name. Glue
 * may give nodes and edges in another order each time; this one stays.
 */
export function nodesInFlow({ nodes, edges }: WorkflowGraph): WorkflowNode[] {
  const byName = [...nodes].sort(
    (a, b) => compare(a.name, b.name) || compare(a.id, b.id),
  );
  const place = new Map(byName.map(({ id }, index) => [id, index]));
  return inFlowOrder({
    nodes: byName,
    edges: [...edges].sort(
      (a, b) =>
        (place.get(a.sourceId) ?? 0) - (place.get(b.sourceId) ?? 0) ||
        compare(a.destinationId, b.destinationId),
    ),
  });
}
