import { WorkflowGraph } from '@glue-pipelines/backstage-plugin-common';
import { covidHiringGraph } from '../__fixtures__/covidHiring';
import { english } from '../__testUtils__/texts';
import { joinedGraph, wideGraph, workflowOf } from './__testUtils__/graphs';
import { Box, GraphLayout, layoutGraph } from './layout';
import { isWithin, pointsAlong } from './route';
import { shownGraph } from './shownGraph';
import { structureOf } from './sizes';

function layoutOf(graph: WorkflowGraph, showTriggers: boolean) {
  return layoutGraph(
    structureOf(
      shownGraph(english, graph, {
        workflowName: 'covid-hiring',
        showTriggers,
      }),
    ),
  );
}

const overlap = (a: Box, b: Box) =>
  a.x < b.x + b.width &&
  b.x < a.x + a.width &&
  a.y < b.y + b.height &&
  b.y < a.y + a.height;

/** Pairs of boxes, of nodes and of words, that overlap. */
function overlaps({ nodes, edges }: GraphLayout) {
  const boxes: Box[] = [...nodes, ...edges.flatMap(({ words }) => words ?? [])];
  return boxes.flatMap((a, index) =>
    boxes.slice(index + 1).filter(b => overlap(a, b)),
  );
}

/** Edges that cut a node, or the words of another edge. */
function cuts({ nodes, edges }: GraphLayout) {
  return edges.flatMap(edge => {
    const others = edges.filter(other => other !== edge);
    const obstacles = [...nodes, ...others.flatMap(({ words }) => words ?? [])];
    const cut = pointsAlong(edge.points).some(point =>
      obstacles.some(box => isWithin(point, box, -0.5)),
    );
    return cut ? [`${edge.sourceId} > ${edge.targetId}`] : [];
  });
}

describe.each([
  ['a chain', covidHiringGraph],
  ['joins, a skip and branches on failure', joinedGraph],
  ['eight long branches', wideGraph(8, 6)],
  ['thirty short branches', wideGraph(30, 2)],
])('the layout of %s', (_, graph) => {
  describe.each([
    ['without triggers', false],
    ['with triggers', true],
  ])('%s', (__, showTriggers) => {
    const layout = layoutOf(graph, showTriggers);

    it('keeps everything apart and inside', () => {
      expect(overlaps(layout)).toEqual([]);
      for (const box of layout.nodes) {
        expect(box.x).toBeGreaterThanOrEqual(0);
        expect(box.y).toBeGreaterThanOrEqual(0);
        expect(box.x + box.width).toBeLessThanOrEqual(layout.width);
        expect(box.y + box.height).toBeLessThanOrEqual(layout.height);
      }
    });

    it('lets no edge cut a node or the words of another edge', () => {
      expect(cuts(layout)).toEqual([]);
    });

    it('joins right sides to left sides', () => {
      const box = (id: string) => layout.nodes.find(node => node.id === id)!;
      for (const { sourceId, targetId, points } of layout.edges) {
        const [source, target] = [box(sourceId), box(targetId)];
        expect(points[0].x).toBeCloseTo(source.x + source.width, 0);
        expect(points[points.length - 1].x).toBeCloseTo(target.x, 0);
        expect(source.x + source.width).toBeLessThan(target.x);
      }
    });

    it('is the same whichever order Glue gives', () => {
      const reversed = {
        nodes: [...graph.nodes].reverse(),
        edges: [...graph.edges].reverse(),
      };
      expect(layoutOf(reversed, showTriggers)).toEqual(layout);
    });
  });
});

/** A workflow of up to `jobs` jobs with joins, skips and branches on failure, always the same for a seed. */
function randomGraph(seed: number, jobs: number): WorkflowGraph {
  let state = seed;
  const random = (below: number) => {
    // "Minimal standard" generator of Park and Miller.
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
  const rules: Record<string, string> = { start: '> job-0' };
  for (let job = 1; job < jobs; job++) {
    const sources = [...new Set([random(job), random(job), random(job)])]
      .slice(random(3))
      .map(source => `job-${source}${random(4) ? '' : ':FAILED'}`);
    rules[`t-${job}`] =
      `${random(2) ? '' : 'ANY '}${sources.join(', ')} > job-${job}`;
  }
  return workflowOf(rules);
}

it.each(Array.from({ length: 25 }, (_, index) => index + 1))(
  'lets no edge cut a node in the random workflow %s',
  seed => {
    const layout = layoutOf(randomGraph(seed, 8 + seed), seed % 2 === 0);
    expect(overlaps(layout)).toEqual([]);
    expect(cuts(layout)).toEqual([]);
  },
);

it('depends on what there is, not on what it does', () => {
  const failed = {
    ...joinedGraph,
    nodes: joinedGraph.nodes.map(node => ({
      ...node,
      state: 'failed' as const,
      attempts: [{ attempt: 0, rawState: 'FAILED' }],
    })),
  };
  const structure = (graph: WorkflowGraph) =>
    structureOf(
      shownGraph(english, graph, { workflowName: 'w', showTriggers: true }),
    );
  expect(structure(failed)).toEqual(structure(joinedGraph));
});

it('puts words on their edge', () => {
  const { edges } = layoutOf(joinedGraph, false);
  const onFailure = edges.filter(({ words }) => words);
  expect(onFailure).toHaveLength(3);
  for (const { points, words } of onFailure) {
    expect(pointsAlong(points).some(point => isWithin(point, words!, 0))).toBe(
      true,
    );
  }
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
  const graph = wideGraph(20, 7);
  expect(graph.nodes.length).toBeGreaterThan(250);
  const begin = performance.now();
  layoutOf(graph, true);
  expect(performance.now() - begin).toBeLessThan(3000);
});
