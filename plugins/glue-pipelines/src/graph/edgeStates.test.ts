import { NodeState } from '@glue-pipelines/backstage-plugin-common';
import { edgeState } from './edgeStates';
import { triggerNode } from './__testUtils__/graphs';

const plain = { states: [], triggers: [] };

it.each<[NodeState, NodeState, string]>([
  ['succeeded', 'succeeded', 'walked'],
  ['succeeded', 'failed', 'walked'],
  ['failed', 'succeeded', 'walked'],
  ['succeeded', 'running', 'active'],
  ['succeeded', 'waiting', 'open'],
  ['failed', 'not-reached', 'open'],
  ['not-reached', 'not-reached', 'open'],
  ['never-run', 'succeeded', 'open'],
])('from %s to %s is %s', (source, target, state) => {
  expect(edgeState({ source, target, targetIsTrigger: false }, plain)).toBe(
    state,
  );
});

it.each<[string, NodeState, NodeState, string]>([
  ['SUCCEEDED', 'succeeded', 'waiting', 'walked'],
  ['SUCCEEDED', 'running', 'waiting', 'open'],
  ['SUCCEEDED', 'failed', 'succeeded', 'open'],
  ['FAILED', 'failed', 'succeeded', 'walked'],
  ['CANCELLED', 'stopped', 'succeeded', 'walked'],
])(
  'to a trigger that waits for %s, from %s, is as its source is',
  (waitsFor, source, target, state) => {
    expect(
      edgeState(
        { source, target, targetIsTrigger: true },
        { states: [waitsFor], triggers: [] },
      ),
    ).toBe(state);
  },
);

it.each<[NodeState[], string]>([
  [['succeeded'], 'walked'],
  [['not-reached'], 'open'],
  [['not-reached', 'succeeded'], 'walked'],
])('over triggers that are %j is %s', (triggerStates, state) => {
  const triggers = triggerStates.map((triggerState, index) => ({
    ...triggerNode(`t${index}`),
    state: triggerState,
  }));
  expect(
    edgeState(
      { source: 'succeeded', target: 'succeeded', targetIsTrigger: false },
      { states: ['SUCCEEDED'], triggers },
    ),
  ).toBe(state);
});
