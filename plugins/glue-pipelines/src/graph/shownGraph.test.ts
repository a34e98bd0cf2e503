import { covidHiringGraph } from '../__fixtures__/covidHiring';
import { english } from '../__testUtils__/texts';
import { joinedGraph, workflowOf } from './__testUtils__/graphs';
import { shortName, shownGraph } from './shownGraph';

const shown = (graph = joinedGraph, showTriggers = false) =>
  shownGraph(english, graph, { workflowName: 'covid-hiring', showTriggers });

const edgesOf = (graph = joinedGraph, showTriggers = false) =>
  shown(graph, showTriggers).edges.map(
    ({ sourceId, targetId, words }) =>
      `${sourceId} > ${targetId}${words && ` ${words}`}`,
  );

describe('shownGraph without triggers', () => {
  it('turns a chain into its jobs, after what starts it', () => {
    const { nodes, edges } = shown(covidHiringGraph);
    expect(nodes.map(({ label, form }) => `${form} ${label}`)).toEqual([
      'trigger start',
      'step prepare',
      'step crawl-raw',
      'step transform',
      'step crawl-processed',
      'step load',
    ]);
    expect(edges).toHaveLength(5);
    expect(edges[1].triggers.map(({ name }) => name)).toEqual([
      'covid-hiring-crawl-raw',
    ]);
  });

  it('keeps triggers that join branches as gates', () => {
    const gates = shown().nodes.filter(({ form }) => form === 'gate');
    expect(gates.map(({ node, join }) => `${node.name} ${join}`)).toEqual([
      'on-clean AND',
      'on-trouble ANY',
    ]);
    expect(edgesOf().sort()).toEqual([
      'clean-customers > on-clean',
      'clean-orders > on-clean',
      'clean-orders > on-trouble on failure',
      'enrich > load-warehouse',
      'enrich > publish-report',
      'extract-customers > clean-customers',
      'extract-orders > clean-orders',
      'extract-rates > on-clean',
      'extract-rates > use-old-rates on failure',
      'load-warehouse > on-trouble on failure',
      'on-clean > enrich',
      'on-trouble > alert',
      'start > extract-customers',
      'start > extract-orders',
      'start > extract-rates',
    ]);
  });

  it('shows one edge for two triggers between the same nodes', () => {
    const graph = workflowOf({
      start: '> load',
      loaded: 'load > clean-up',
      lost: 'load:FAILED > clean-up',
    });
    expect(edgesOf(graph)).toEqual([
      'start > load',
      'load > clean-up on success or failure',
    ]);
  });

  it('keeps a trigger that nothing leads to or that leads to nothing', () => {
    const graph = workflowOf({ start: '> load', loaded: 'load >' });
    expect(shown(graph).nodes.map(({ node }) => node.name)).toEqual([
      'start',
      'load',
      'loaded',
    ]);
  });
});

describe('shownGraph with triggers', () => {
  it('shows every node and edge', () => {
    const { nodes, edges } = shown(joinedGraph, true);
    expect(nodes).toHaveLength(joinedGraph.nodes.length);
    expect(edges).toHaveLength(joinedGraph.edges.length);
    expect(nodes.some(({ form }) => form === 'gate')).toBe(false);
    expect(
      nodes.flatMap(({ node, join }) => (join ? `${node.name} ${join}` : [])),
    ).toEqual(['on-clean AND', 'on-trouble ANY']);
  });

  it('tells branches on failure from those on success', () => {
    expect(edgesOf(joinedGraph, true)).toContain(
      'extract-rates > on-rates-lost on failure',
    );
    expect(edgesOf(joinedGraph, true)).toContain(
      'extract-customers > on-customers',
    );
  });
});

it.each([
  ['start', 'At 06:00 (UTC)'],
  ['extract-rates', 'At 06:00 (UTC)'],
  ['use-old-rates', 'After all of: extract-rates FAILED'],
  ['on-trouble', 'After any of: clean-orders FAILED, load-warehouse FAILED'],
])('says when %s starts', (name, words) => {
  const node = shown().nodes.find(other => other.node.name === name);
  expect(node?.startsWhen).toBe(words);
});

describe('a trigger that is off', () => {
  const withOff = (name: string) => ({
    ...joinedGraph,
    nodes: joinedGraph.nodes.map(node =>
      node.name === name && node.trigger
        ? { ...node, trigger: { ...node.trigger, state: 'DEACTIVATED' } }
        : node,
    ),
  });

  it.each([
    ['on-orders', false, 'extract-orders > clean-orders trigger off'],
    [
      'on-rates-lost',
      false,
      'extract-rates > use-old-rates on failure, trigger off',
    ],
    ['on-clean', false, 'on-clean > enrich trigger off'],
    ['on-orders', true, 'on-orders > clean-orders trigger off'],
  ])('marks the way after %s (triggers shown: %s)', (name, triggers, edge) => {
    expect(edgesOf(withOff(name), triggers)).toContain(edge);
  });

  it('says so of a schedule', () => {
    const { nodes, edges } = shown(withOff('start'));
    expect(nodes[0].startsWhen).toBe('Off: At 06:00 (UTC)');
    expect(edges[0].words).toBe('');
  });
});

it('has one order, whichever Glue gives', () => {
  const reversed = {
    nodes: [...joinedGraph.nodes].reverse(),
    edges: [...joinedGraph.edges].reverse(),
  };
  expect(shown(reversed)).toEqual(shown());
});

it('ignores edges to nodes that the graph does not name', () => {
  const torn = {
    nodes: joinedGraph.nodes.filter(({ name }) => name !== 'enrich'),
    edges: joinedGraph.edges,
  };
  expect(edgesOf(torn).join()).not.toMatch(/\benrich\b/);
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
