import { Box, GraphLayout, NodeBox } from './layout';

/** Free room around what is looked at. */
const MARGIN = 12;

export interface Neighbourhood {
  node: NodeBox;
  /** The node and those that edges join to it. */
  around: Box;
}

/** A node and what is before and after it; nothing where the graph does not have it. */
export function neighbourhood(
  { nodes, edges }: GraphLayout,
  nodeId: string | undefined,
): Neighbourhood | undefined {
  const node = nodes.find(({ id }) => id === nodeId);
  if (!node) {
    return undefined;
  }
  const ids = new Set(
    edges
      .filter(edge => [edge.sourceId, edge.targetId].includes(node.id))
      .flatMap(({ sourceId, targetId }) => [sourceId, targetId]),
  );
  const boxes = [node, ...nodes.filter(({ id }) => ids.has(id))];
  const x = Math.min(...boxes.map(box => box.x)) - MARGIN;
  const y = Math.min(...boxes.map(box => box.y)) - MARGIN;
  return {
    node,
    around: {
      x,
      y,
      width: Math.max(...boxes.map(box => box.x + box.width)) + MARGIN - x,
      height: Math.max(...boxes.map(box => box.y + box.height)) + MARGIN - y,
    },
  };
}
