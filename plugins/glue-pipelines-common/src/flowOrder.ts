import { WorkflowGraph, WorkflowNode } from './types';

/**
 * The nodes of a graph so that each comes after those that lead to it; what
 * the graph leaves open stays in its order. Glue gives nodes in no particular
 * order.
 *
 * @public
 */
export function inFlowOrder({ nodes, edges }: WorkflowGraph): WorkflowNode[] {
  const before = new Map(nodes.map(({ id }) => [id, [] as string[]]));
  for (const { sourceId, destinationId } of edges) {
    before.get(destinationId)?.push(sourceId);
  }
  const byId = new Map(nodes.map(node => [node.id, node]));
  // A set, so that a graph with a cycle, which Glue's never have, ends.
  const visited = new Set<string>();
  const ordered: WorkflowNode[] = [];
  const visit = (id: string) => {
    const node = byId.get(id);
    if (!node || visited.has(id)) {
      return;
    }
    visited.add(id);
    before.get(id)!.forEach(visit);
    ordered.push(node);
  };
  nodes.forEach(({ id }) => visit(id));
  return ordered;
}
