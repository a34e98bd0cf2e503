import { failedNodes, isResumable, nodesThatRunAgain } from './resumption';
import { NodeState, NodeType, RunHealth, WorkflowGraph } from './types';

const node = (id: string, state: NodeState, type: NodeType = 'JOB') => ({
  id,
  name: id,
  type,
  state,
  attempts:
    type === 'TRIGGER' || state === 'not-reached'
      ? []
      : [{ attempt: 0, rawState: 'X' }],
});

/** start > a > on-a > b, c; b, c > on-both > d */
const graph: WorkflowGraph = {
  nodes: [
    node('start', 'succeeded', 'TRIGGER'),
    node('a', 'succeeded', 'CRAWLER'),
    node('on-a', 'succeeded', 'TRIGGER'),
    node('b', 'failed'),
    node('c', 'timed-out'),
    node('on-both', 'not-reached', 'TRIGGER'),
    node('d', 'not-reached'),
  ],
  edges: [
    ['start', 'a'],
    ['a', 'on-a'],
    ['on-a', 'b'],
    ['on-a', 'c'],
    ['b', 'on-both'],
    ['c', 'on-both'],
    ['on-both', 'd'],
  ].map(([sourceId, destinationId]) => ({ sourceId, destinationId })),
};

const names = (nodes: { name: string }[]) => nodes.map(({ name }) => name);

describe('nodesThatRunAgain', () => {
  it.each<[string[], string[]]>([
    [['b'], ['b', 'd']],
    [
      ['c', 'b'],
      ['b', 'c', 'd'],
    ],
    [['a'], ['a', 'b', 'c', 'd']],
    [[], []],
    [['nothing'], []],
  ])('from %j are %j', (from, expected) =>
    expect(names(nodesThatRunAgain(graph, from))).toEqual(expected),
  );
});

it('failed nodes are those that ran and did not succeed', () =>
  expect(names(failedNodes(graph))).toEqual(['b', 'c']));

it.each<[RunHealth, boolean]>([
  ['failed', true],
  ['partially-failed', true],
  ['stopped', true],
  ['succeeded', false],
  ['running', false],
  ['stopping', false],
  ['unknown', false],
])('a run that is %s is resumable: %s', (health, expected) =>
  expect(isResumable({ health })).toBe(expected),
);
