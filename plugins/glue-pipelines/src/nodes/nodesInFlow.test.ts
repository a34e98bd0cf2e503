import {
  WorkflowGraph,
  WorkflowNode,
} from '@glue-pipelines/backstage-plugin-common';
import { covidHiringGraph } from '../__fixtures__/covidHiring';
import { nodesInFlow } from './nodesInFlow';

const job = (name: string): WorkflowNode => ({
  id: name,
  type: 'JOB',
  name,
  state: 'never-run',
  attempts: [],
});

const graph = (nodes: string, edges: string): WorkflowGraph => ({
  nodes: nodes.split(' ').map(job),
  edges: edges.split(' ').map(edge => {
    const [sourceId, destinationId] = edge.split('>');
    return { sourceId, destinationId };
  }),
});

const names = (of: WorkflowGraph) =>
  nodesInFlow(of)
    .map(({ name }) => name)
    .join(' ');

describe('nodesInFlow', () => {
  it.each([
    ['d b c a', 'a>b a>c b>d c>d'],
    ['a b c d', 'c>d b>d a>c a>b'],
    ['c d a b', 'b>d a>c c>d a>b'],
  ])('has one order for %s with %s', (nodes, edges) => {
    expect(names(graph(nodes, edges))).toBe('a b c d');
  });

  it('puts what comes before first, whatever the names', () => {
    expect(names(graph('a b z', 'z>b b>a'))).toBe('z b a');
  });

  it('leads from the start of a pipeline to its end', () => {
    const reversed = {
      nodes: [...covidHiringGraph.nodes].reverse(),
      edges: [...covidHiringGraph.edges].reverse(),
    };
    expect(nodesInFlow(reversed).map(({ id }) => id)).toEqual(
      covidHiringGraph.nodes.map(({ id }) => id),
    );
  });
});
