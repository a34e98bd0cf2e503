import dagre from '@dagrejs/dagre';
import { Band, isWithin, Point, pointsAlong, routeEdge } from './route';

/** A rectangle in pixels at 100 %, by its top left corner. */
export interface Box extends Point {
  width: number;
  height: number;
}

export interface NodeBox extends Box {
  id: string;
}

export interface EdgeLine {
  sourceId: string;
  targetId: string;
  /** From the source's right side to the target's left side; see `edgePath`. */
  points: Point[];
  /** Where the words on the edge stand, if it has any. */
  words?: Box;
}

export interface GraphLayout {
  width: number;
  height: number;
  nodes: NodeBox[];
  edges: EdgeLine[];
}

/** What the layout depends on: what there is and how large, but not what it does. */
export interface GraphStructure {
  nodes: { id: string; width: number; height: number }[];
  edges: {
    sourceId: string;
    targetId: string;
    /** The size of the words on the edge, if it has any. */
    words?: { width: number; height: number };
  }[];
}

/** Between two ranks: enough for an edge to change its height gently. */
const RANK_GAP = 64;
const NODE_GAP = 20;
const EDGE_GAP = 16;
/** How far edges stay away from the words on others. */
const WORDS_CLEARANCE = 3;
const MARGIN = { x: 12, y: 16 };

interface Placed extends Point {
  width: number;
  height: number;
}

/** dagre gives middles. */
const toBox = ({ x, y, width, height }: Placed): Box => ({
  x: x - width / 2,
  y: y - height / 2,
  width,
  height,
});

/** The columns that nodes and words take, each around the middle of its rank. */
function bandsOf(boxes: readonly Box[]): Band[] {
  const bands = new Map<number, Band>();
  for (const { x, width } of boxes) {
    const middle = x + width / 2;
    const key = Math.round(middle);
    const { left, right } = bands.get(key) ?? { left: x, right: x + width };
    bands.set(key, {
      middle,
      left: Math.min(left, x),
      right: Math.max(right, x + width),
    });
  }
  return [...bands.values()];
}

/** Whether edges cross, once nodes have their rank and their order in it. */
function hasCrossings(graph: dagre.graphlib.Graph): boolean {
  const place = (id: string) =>
    graph.node(id) as unknown as { rank: number; order: number };
  const edges = graph
    .edges()
    .map(({ v, w }) => ({ from: place(v), to: place(w) }))
    .sort(
      (a, b) =>
        a.from.rank - b.from.rank ||
        a.from.order - b.from.order ||
        a.to.order - b.to.order,
    );
  return edges.some(({ from, to }, index) => {
    const next = edges[index + 1];
    return next?.from.rank === from.rank && next.to.order < to.order;
  });
}

/** Places the nodes of a graph in ranks from left to right, and the edges between them. */
export function layoutGraph(structure: GraphStructure): GraphLayout {
  if (structure.nodes.length === 0) {
    return { width: 0, height: 0, nodes: [], edges: [] };
  }
  const graph = new dagre.graphlib.Graph({ multigraph: false });
  graph.setGraph({
    rankdir: 'LR',
    ranksep: RANK_GAP,
    nodesep: NODE_GAP,
    edgesep: EDGE_GAP,
    marginx: MARGIN.x,
    marginy: MARGIN.y,
  });
  for (const { id, width, height } of structure.nodes) {
    graph.setNode(id, { width, height });
  }
  for (const { sourceId, targetId, words } of structure.edges) {
    graph.setEdge(sourceId, targetId, words ? { ...words, labelpos: 'c' } : {});
  }
  dagre.layout(graph, {
    // To untangle edges takes half of the time, and most workflows have none to untangle.
    customOrder: (ranked, order) => {
      order(ranked, { disableOptimalOrderHeuristic: true });
      if (hasCrossings(ranked)) {
        order(ranked, {});
      }
    },
  });

  const nodes = structure.nodes.map(({ id }) => ({
    id,
    ...toBox(graph.node(id)),
  }));
  const byId = new Map(nodes.map(box => [box.id, box]));
  const placedEdges = structure.edges.map(({ sourceId, targetId, words }) => {
    const { points, x, y } = graph.edge(sourceId, targetId);
    return {
      sourceId,
      targetId,
      points: points as Point[],
      words: words && toBox({ x, y, ...words }),
    };
  });
  const nodeBands = bandsOf(nodes);
  const wordBands = bandsOf(placedEdges.flatMap(({ words }) => words ?? []));
  const route = (edge: (typeof placedEdges)[number]) => {
    const way = {
      source: byId.get(edge.sourceId)!,
      target: byId.get(edge.targetId)!,
      // The first and the last are where dagre would have it meet the nodes.
      bends: edge.points.slice(1, -1),
    };
    const direct = routeEdge({ ...way, bands: nodeBands });
    const isObstructed =
      edge.words ||
      placedEdges.some(
        ({ words }) =>
          words &&
          pointsAlong(direct).some(point =>
            isWithin(point, words, WORDS_CLEARANCE),
          ),
      );
    return isObstructed
      ? routeEdge({ ...way, bands: [...nodeBands, ...wordBands] })
      : direct;
  };
  const { width = 0, height = 0 } = graph.graph();
  return {
    width,
    height,
    nodes,
    edges: placedEdges.map(edge => ({ ...edge, points: route(edge) })),
  };
}
