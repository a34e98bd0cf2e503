import dagre from '@dagrejs/dagre';
import {
  NodeType,
  WorkflowGraph,
} from '@glue-pipelines/backstage-plugin-common';

export interface Point {
  x: number;
  y: number;
}

/** A node's box in pixels at 100 %, by its top left corner. */
export interface NodeBox extends Point {
  id: string;
  width: number;
  height: number;
}

export interface EdgeLine {
  sourceId: string;
  targetId: string;
  /** From the source's right side to the target's left side. */
  points: Point[];
}

export interface GraphLayout {
  width: number;
  height: number;
  nodes: NodeBox[];
  edges: EdgeLine[];
}

/** What the layout depends on: nodes and edges, but not what they do. */
export interface GraphStructure {
  nodes: { id: string; type: NodeType; label: string }[];
  edges: { sourceId: string; destinationId: string }[];
}

const CHARACTER_WIDTH = 8.6;
const STEP = { minWidth: 168, maxWidth: 228, height: 72, chrome: 56 };
/** A round mark, with room below it for a caption that may be wider. */
const TRIGGER = { width: 40, height: 104 };
export const TRIGGER_CAPTION_WIDTH = 104;
const RANK_GAP = 32;
const MARGIN = 32;

function sizeOf(node: { type: NodeType; label: string }) {
  // Triggers are the joints between the steps that people look for.
  if (node.type === 'TRIGGER') {
    return TRIGGER;
  }
  const wanted = Math.round(node.label.length * CHARACTER_WIDTH) + STEP.chrome;
  return {
    width: Math.min(STEP.maxWidth, Math.max(STEP.minWidth, wanted)),
    height: STEP.height,
  };
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

/** The part of a graph on which its layout depends, with the labels that are shown. */
export function structureOf(
  graph: WorkflowGraph,
  workflowName: string,
): GraphStructure {
  return {
    nodes: graph.nodes.map(({ id, type, name }) => ({
      id,
      type,
      label: shortName(name, workflowName),
    })),
    edges: graph.edges.map(({ sourceId, destinationId }) => ({
      sourceId,
      destinationId,
    })),
  };
}

/** Places the nodes of a graph in ranks from left to right. */
export function layoutGraph(structure: GraphStructure): GraphLayout {
  if (structure.nodes.length === 0) {
    return { width: 0, height: 0, nodes: [], edges: [] };
  }
  const graph = new dagre.graphlib.Graph({ multigraph: false });
  graph.setGraph({
    rankdir: 'LR',
    nodesep: 16,
    ranksep: RANK_GAP,
    marginx: MARGIN,
    marginy: 12,
  });
  const known = new Set(structure.nodes.map(node => node.id));
  for (const node of structure.nodes) {
    graph.setNode(node.id, { ...sizeOf(node) });
  }
  // A deleted job leaves edges to a node that the graph no longer names.
  for (const { sourceId, destinationId } of structure.edges) {
    if (known.has(sourceId) && known.has(destinationId)) {
      graph.setEdge(sourceId, destinationId, {});
    }
  }
  dagre.layout(graph);
  const { width = 0, height = 0 } = graph.graph();
  return {
    width,
    height,
    nodes: structure.nodes.map(({ id }) => {
      const box = graph.node(id);
      return {
        id,
        x: box.x - box.width / 2,
        y: box.y - box.height / 2,
        width: box.width,
        height: box.height,
      };
    }),
    edges: graph.edges().map(edge => ({
      sourceId: edge.v,
      targetId: edge.w,
      points: graph.edge(edge).points,
    })),
  };
}

/** An SVG path along the points, its corners rounded. */
export function edgePath(points: Point[]): string {
  if (points.length < 2) {
    return '';
  }
  const at = (point: Point) =>
    `${Math.round(point.x * 10) / 10} ${Math.round(point.y * 10) / 10}`;
  const middles = points.slice(1, -1).map((corner, index, corners) => {
    const next = corners[index + 1];
    const end = next
      ? { x: (corner.x + next.x) / 2, y: (corner.y + next.y) / 2 }
      : points[points.length - 1];
    return `Q ${at(corner)} ${at(end)}`;
  });
  return middles.length > 0
    ? `M ${at(points[0])} ${middles.join(' ')}`
    : `M ${at(points[0])} L ${at(points[points.length - 1])}`;
}

/** An SVG path of a small arrow head that ends at the last point. */
export function arrowHead(points: Point[]): string {
  const tip = points[points.length - 1];
  const before = points[points.length - 2];
  if (!tip || !before) {
    return '';
  }
  const angle = Math.atan2(tip.y - before.y, tip.x - before.x);
  const corner = (turn: number) =>
    `${(tip.x - 7 * Math.cos(angle + turn)).toFixed(1)} ${(
      tip.y -
      7 * Math.sin(angle + turn)
    ).toFixed(1)}`;
  return `M ${tip.x} ${tip.y} L ${corner(0.45)} L ${corner(-0.45)} Z`;
}
