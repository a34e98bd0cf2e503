import { NodeState } from '@glue-pipelines/backstage-plugin-common';
import { edgeState } from './edgeStates';

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
  expect(edgeState(source, target)).toBe(state);
});
