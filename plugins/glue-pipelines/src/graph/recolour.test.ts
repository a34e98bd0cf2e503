import {
  WorkflowGraph,
  WorkflowNode,
} from '@glue-pipelines/backstage-plugin-common';
import { covidHiringGraph } from '../__fixtures__/covidHiring';
import { english } from '../__testUtils__/texts';
import { keepUnchanged } from '../live/keepUnchanged';
import { joinedGraph } from './__testUtils__/graphs';
import { recoloured } from './recolour';
import { shownGraph } from './shownGraph';

const options = { workflowName: 'covid-hiring', showTriggers: false };
const draw = (graph: WorkflowGraph) => shownGraph(english, graph, options);

/** As the page has it after a node went on. */
function goneOn(
  graph: WorkflowGraph,
  { type, name }: Pick<WorkflowNode, 'type' | 'name'>,
  change: Partial<WorkflowNode>,
): WorkflowGraph {
  const answer = {
    ...graph,
    nodes: graph.nodes.map(node =>
      node.type === type && node.name === name ? { ...node, ...change } : node,
    ),
  };
  return keepUnchanged(graph, JSON.parse(JSON.stringify(answer)));
}

describe('recoloured', () => {
  it.each([
    ['a job', joinedGraph, 'JOB', 'enrich'],
    ['a gate', joinedGraph, 'TRIGGER', 'on-clean'],
    [
      'a trigger that is an edge',
      covidHiringGraph,
      'TRIGGER',
      'covid-hiring-crawl-raw',
    ],
  ] as const)(
    'shows what is drawn anew when %s goes on',
    (_, graph, type, name) => {
      const after = goneOn(graph, { type, name }, { state: 'running' });
      const shown = draw(graph);
      const again = recoloured({ graph, shown }, after)!;
      expect(again).toEqual(draw(after));
      const drawnAnew = [...again.nodes, ...again.edges].filter(
        part => ![...shown.nodes, ...shown.edges].includes(part as never),
      );
      expect(drawnAnew).toHaveLength(1);
    },
  );

  it.each([
    ['another name', { name: 'other' }],
    ['another kind', { type: 'CRAWLER' as const }],
    [
      'another condition',
      { trigger: { type: 'ON_DEMAND' as const, state: 'CREATED' } },
    ],
  ])('draws anew what has %s', (_, change) => {
    const after = goneOn(joinedGraph, { type: 'JOB', name: 'enrich' }, change);
    const before = { graph: joinedGraph, shown: draw(joinedGraph) };
    expect(recoloured(before, after)).toBeUndefined();
  });

  it('draws anew what has another node or edge', () => {
    const before = { graph: joinedGraph, shown: draw(joinedGraph) };
    const { nodes, edges } = joinedGraph;
    for (const after of [
      { nodes: nodes.slice(1), edges },
      { nodes, edges: edges.slice(1) },
    ]) {
      expect(recoloured(before, after)).toBeUndefined();
    }
  });
});
