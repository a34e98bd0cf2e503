import { GraphLayout, NodeBox } from './layout';

export type GraphKey =
  'ArrowRight' | 'ArrowLeft' | 'ArrowUp' | 'ArrowDown' | 'Home' | 'End';

const KEYS: readonly string[] = [
  'ArrowRight',
  'ArrowLeft',
  'ArrowUp',
  'ArrowDown',
  'Home',
  'End',
];

export function isGraphKey(key: string): key is GraphKey {
  return KEYS.includes(key);
}

const middleX = (box: NodeBox) => box.x + box.width / 2;
const middleY = (box: NodeBox) => box.y + box.height / 2;

/** Left to right, and within a rank from top to bottom. */
function inReadingOrder(boxes: readonly NodeBox[]): NodeBox[] {
  return [...boxes].sort(
    (a, b) => middleX(a) - middleX(b) || middleY(a) - middleY(b),
  );
}

function nearest(
  from: NodeBox,
  boxes: readonly NodeBox[],
): NodeBox | undefined {
  const distance = (box: NodeBox) => Math.abs(middleY(box) - middleY(from));
  return [...boxes].sort((a, b) => distance(a) - distance(b) || a.y - b.y)[0];
}

/**
 * The node to which a key leads: right and left follow the edges, up and
 * down go through the node's rank, Home and End to the first and the last.
 * Stays where there is nothing in that direction.
 */
export function nextNode(
  layout: GraphLayout,
  currentId: string,
  key: GraphKey,
): string {
  const ordered = inReadingOrder(layout.nodes);
  const current = layout.nodes.find(box => box.id === currentId);
  if (ordered.length === 0) {
    return currentId;
  }
  if (!current || key === 'Home') {
    return ordered[0].id;
  }
  if (key === 'End') {
    return ordered[ordered.length - 1].id;
  }
  const boxes = (ids: string[]) =>
    layout.nodes.filter(box => ids.includes(box.id));
  if (key === 'ArrowRight') {
    const after = layout.edges.filter(edge => edge.sourceId === currentId);
    return (
      nearest(current, boxes(after.map(edge => edge.targetId)))?.id ?? currentId
    );
  }
  if (key === 'ArrowLeft') {
    const before = layout.edges.filter(edge => edge.targetId === currentId);
    return (
      nearest(current, boxes(before.map(edge => edge.sourceId)))?.id ??
      currentId
    );
  }
  // dagre centres the nodes of a rank on one line.
  const rank = ordered.filter(
    box => Math.abs(middleX(box) - middleX(current)) < 1,
  );
  const index = rank.findIndex(box => box.id === currentId);
  const next = rank[index + (key === 'ArrowDown' ? 1 : -1)];
  return next?.id ?? currentId;
}

/** The node that has the tab stop before anybody moved it: the leftmost. */
export function firstNode(layout: GraphLayout): string | undefined {
  return inReadingOrder(layout.nodes)[0]?.id;
}
