import { covidHiringGraph } from '../__fixtures__/covidHiring';
import {
  arrowHead,
  edgePath,
  GraphStructure,
  layoutGraph,
  shortName,
  structureOf,
} from './layout';

const structure = structureOf(covidHiringGraph, 'covid-hiring');

describe('layoutGraph', () => {
  const layout = layoutGraph(structure);

  it('places every node once, inside the frame and without overlap', () => {
    expect(layout.nodes.map(node => node.id)).toEqual(
      covidHiringGraph.nodes.map(node => node.id),
    );
    for (const a of layout.nodes) {
      expect(a.x).toBeGreaterThanOrEqual(0);
      expect(a.x + a.width).toBeLessThanOrEqual(layout.width);
      expect(a.y + a.height).toBeLessThanOrEqual(layout.height);
      for (const b of layout.nodes.filter(other => other.id !== a.id)) {
        const apart =
          a.x + a.width <= b.x ||
          b.x + b.width <= a.x ||
          a.y + a.height <= b.y ||
          b.y + b.height <= a.y;
        expect(apart).toBe(true);
      }
    }
  });

  it('lets every edge run from left to right', () => {
    expect(layout.edges).toHaveLength(covidHiringGraph.edges.length);
    for (const edge of layout.edges) {
      const box = (id: string) => layout.nodes.find(node => node.id === id)!;
      expect(box(edge.sourceId).x).toBeLessThan(box(edge.targetId).x);
    }
  });

  it('ignores an edge to a node that the graph does not name', () => {
    const torn: GraphStructure = {
      nodes: [{ id: 'a', type: 'JOB', label: 'a' }],
      edges: [{ sourceId: 'a', destinationId: 'gone' }],
    };
    expect(layoutGraph(torn).nodes).toHaveLength(1);
    expect(layoutGraph(torn).edges).toEqual([]);
  });

  it('gives an empty graph no room', () => {
    expect(layoutGraph({ nodes: [], edges: [] })).toEqual({
      width: 0,
      height: 0,
      nodes: [],
      edges: [],
    });
  });

  it('lays out 300 nodes in a moment', () => {
    const nodes = Array.from({ length: 300 }, (_, index) => ({
      id: `n${index}`,
      type: 'JOB' as const,
      label: `job ${index}`,
    }));
    const edges = nodes.slice(5).map((node, index) => ({
      sourceId: `n${index}`,
      destinationId: node.id,
    }));
    const begin = performance.now();
    expect(layoutGraph({ nodes, edges }).nodes).toHaveLength(300);
    expect(performance.now() - begin).toBeLessThan(3000);
  });
});

describe('structureOf', () => {
  it('stays the same when only states change', () => {
    const failed = {
      ...covidHiringGraph,
      nodes: covidHiringGraph.nodes.map(node => ({
        ...node,
        state: 'failed' as const,
      })),
    };
    expect(structureOf(failed, 'covid-hiring')).toEqual(structure);
  });
});

describe('arrowHead', () => {
  it.each([
    ['no line', [{ x: 1, y: 1 }], ''],
    [
      'a line to the right',
      [
        { x: 0, y: 0 },
        { x: 10, y: 0 },
      ],
      'M 10 0 L 3.7 -3.0 L 3.7 3.0 Z',
    ],
  ])('ends %s', (_, points, path) => {
    expect(arrowHead(points)).toBe(path);
  });
});

describe('shortName', () => {
  it.each([
    ['covid-hiring-load', 'covid-hiring', 'load'],
    ['covid-hiring_load', 'covid-hiring', 'load'],
    ['covid-hiring', 'covid-hiring', 'covid-hiring'],
    ['nightly-load', 'covid-hiring', 'nightly-load'],
  ])('shows %s of workflow %s as "%s"', (name, workflow, short) => {
    expect(shortName(name, workflow)).toBe(short);
  });
});

describe('edgePath', () => {
  it.each([
    ['nothing', [], ''],
    [
      'a straight line',
      [
        { x: 0, y: 0 },
        { x: 10, y: 5 },
      ],
      'M 0 0 L 10 5',
    ],
    [
      'one corner',
      [
        { x: 0, y: 0 },
        { x: 5, y: 5.55 },
        { x: 10, y: 0 },
      ],
      'M 0 0 Q 5 5.6 10 0',
    ],
    [
      'two corners',
      [
        { x: 0, y: 0 },
        { x: 4, y: 0 },
        { x: 4, y: 8 },
        { x: 8, y: 8 },
      ],
      'M 0 0 Q 4 0 4 4 Q 4 8 8 8',
    ],
  ])('draws %s', (_, points, path) => {
    expect(edgePath(points)).toBe(path);
  });
});
