import { inFlowOrder } from './flowOrder';
import { WorkflowGraph } from './types';

const graph = (nodes: string, edges: string): WorkflowGraph => ({
  nodes: nodes.split(' ').map(id => ({
    id,
    name: id,
    type: 'JOB',
    state: 'never-run',
    attempts: [],
  })),
  edges: edges
    .split(' ')
    .filter(Boolean)
    .map(edge => {
      const [sourceId, destinationId] = edge.split('>');
      return { sourceId, destinationId };
    }),
});

describe('inFlowOrder', () => {
  it.each([
    ['a chain', 'c a b', 'a>b b>c', 'a b c'],
    ['branches that meet', 'd b c a', 'a>b a>c b>d c>d', 'a b c d'],
    ['nothing that leads anywhere', 'b a', '', 'b a'],
    ['an edge to nowhere', 'b a', 'a>b x>a b>y', 'a b'],
    ['a cycle', 'a b', 'a>b b>a', 'b a'],
  ])('puts %s in order', (_, nodes, edges, expected) =>
    expect(inFlowOrder(graph(nodes, edges)).map(({ id }) => id)).toEqual(
      expected.split(' '),
    ),
  );
});
