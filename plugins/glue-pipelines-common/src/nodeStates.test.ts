import {
  attempt,
  branches,
  chain,
  edges,
  trigger,
  work,
} from './__testUtils__/graphs';
import { deriveNodeState, deriveNodeStates } from './nodeStates';
import { NodeState } from './types';

describe('deriveNodeState', () => {
  it.each<[string, NodeState]>([
    ['STARTING', 'running'],
    ['RUNNING', 'running'],
    ['STOPPING', 'running'],
    ['CANCELLING', 'running'],
    ['WAITING', 'waiting'],
    ['SUCCEEDED', 'succeeded'],
    ['FAILED', 'failed'],
    ['ERROR', 'failed'],
    ['EXPIRED', 'failed'],
    ['TIMEOUT', 'timed-out'],
    ['STOPPED', 'stopped'],
    ['CANCELLED', 'stopped'],
    ['SOMETHING_NEW', 'failed'],
  ])('%s is %s', (rawState, state) => {
    expect(deriveNodeState(rawState)).toBe(state);
  });
});

describe('deriveNodeStates', () => {
  it.each<[string, string | undefined, string[][], NodeState[]]>([
    [
      'no run',
      undefined,
      [[], [], []],
      [
        'never-run',
        'never-run',
        'never-run',
        'never-run',
        'never-run',
        'never-run',
      ],
    ],
    [
      'a run that has just begun',
      'RUNNING',
      [[], [], []],
      ['succeeded', 'waiting', 'waiting', 'waiting', 'waiting', 'waiting'],
    ],
    [
      'a run in its second job',
      'RUNNING',
      [['SUCCEEDED'], ['RUNNING'], []],
      ['succeeded', 'succeeded', 'succeeded', 'running', 'waiting', 'waiting'],
    ],
    [
      'success',
      'COMPLETED',
      [['SUCCEEDED'], ['SUCCEEDED'], ['SUCCEEDED']],
      [
        'succeeded',
        'succeeded',
        'succeeded',
        'succeeded',
        'succeeded',
        'succeeded',
      ],
    ],
    [
      'success at the second try',
      'COMPLETED',
      [['SUCCEEDED'], ['FAILED', 'SUCCEEDED'], ['SUCCEEDED']],
      [
        'succeeded',
        'succeeded',
        'succeeded',
        'succeeded',
        'succeeded',
        'succeeded',
      ],
    ],
    [
      'a failure keeps the rest from running',
      'COMPLETED',
      [['FAILED'], [], []],
      [
        'succeeded',
        'failed',
        'not-reached',
        'not-reached',
        'not-reached',
        'not-reached',
      ],
    ],
    [
      'a timeout keeps the rest from running',
      'COMPLETED',
      [['SUCCEEDED'], ['TIMEOUT'], []],
      [
        'succeeded',
        'succeeded',
        'succeeded',
        'timed-out',
        'not-reached',
        'not-reached',
      ],
    ],
    [
      'a stopped run',
      'STOPPED',
      [['STOPPED'], [], []],
      [
        'succeeded',
        'stopped',
        'not-reached',
        'not-reached',
        'not-reached',
        'not-reached',
      ],
    ],
    [
      'a run stopped between two jobs',
      'STOPPED',
      [['SUCCEEDED'], [], []],
      [
        'succeeded',
        'succeeded',
        'not-reached',
        'not-reached',
        'not-reached',
        'not-reached',
      ],
    ],
    [
      'a run that is being stopped',
      'STOPPING',
      [['STOPPING'], [], []],
      [
        'succeeded',
        'running',
        'not-reached',
        'not-reached',
        'not-reached',
        'not-reached',
      ],
    ],
  ])('%s', (_, rawStatus, [prepare, transform, load], expected) => {
    const graph = chain(prepare, transform, load);
    expect([...deriveNodeStates(graph, rawStatus).values()]).toEqual(expected);
  });

  it.each<[string, string, string[], string[], NodeState[]]>([
    [
      'the failure branch of a success was not needed',
      'SUCCEEDED',
      ['SUCCEEDED'],
      [],
      [
        'succeeded',
        'succeeded',
        'succeeded',
        'succeeded',
        'never-run',
        'never-run',
      ],
    ],
    [
      'the success branch of a failure was not reached',
      'FAILED',
      [],
      ['SUCCEEDED'],
      [
        'succeeded',
        'failed',
        'not-reached',
        'not-reached',
        'succeeded',
        'succeeded',
      ],
    ],
  ])('%s', (_, workState, onSuccess, onFailure, expected) => {
    const graph = branches(workState, onSuccess, onFailure);
    expect([...deriveNodeStates(graph, 'COMPLETED').values()]).toEqual(
      expected,
    );
  });

  it.each<[string, 'AND' | 'ANY', string, string, NodeState]>([
    ['all of two, one failed', 'AND', 'FAILED', 'RUNNING', 'not-reached'],
    ['all of two, one running', 'AND', 'SUCCEEDED', 'RUNNING', 'waiting'],
    ['any of two, one failed', 'ANY', 'FAILED', 'RUNNING', 'waiting'],
    ['any of two, both failed', 'ANY', 'FAILED', 'FAILED', 'not-reached'],
  ])('%s', (_, logical, a, b, expected) => {
    const graph = {
      nodes: [
        work('a', [attempt(a)]),
        work('b', [attempt(b)]),
        trigger(
          'join',
          [
            ['a', 'SUCCEEDED'],
            ['b', 'SUCCEEDED'],
          ],
          logical,
        ),
        work('after'),
      ],
      edges: edges('a>join>after', 'b>join'),
    };
    expect(deriveNodeStates(graph, 'RUNNING').get('after')).toBe(expected);
  });

  it('a trigger has fired only when what it leads to names it', () => {
    const graph = {
      nodes: [
        work('a', [attempt('FAILED')]),
        work('b', [attempt('SUCCEEDED')]),
        trigger('after-a', [['a', 'SUCCEEDED']]),
        trigger('after-b', [['b', 'SUCCEEDED']]),
        work('shared', [attempt('SUCCEEDED', 'after-b')]),
      ],
      edges: edges('a>after-a>shared', 'b>after-b>shared'),
    };
    const states = deriveNodeStates(graph, 'COMPLETED');
    expect(states.get('after-a')).toBe('not-reached');
    expect(states.get('after-b')).toBe('succeeded');
  });

  it.each<[string, ReturnType<typeof attempt>[], NodeState]>([
    [
      'one start that failed, another that succeeded later',
      [attempt('FAILED', 'a'), attempt('SUCCEEDED', 'b')],
      'failed',
    ],
    [
      'a retry that succeeded, another start that failed',
      [
        attempt('FAILED', 'a', 0),
        attempt('FAILED', 'b', 0),
        attempt('SUCCEEDED', 'a', 1),
      ],
      'failed',
    ],
    [
      'both starts succeeded, one of them at the second try',
      [
        attempt('FAILED', 'a', 0),
        attempt('SUCCEEDED', 'b', 0),
        attempt('SUCCEEDED', 'a', 1),
      ],
      'succeeded',
    ],
    [
      'one trigger that fired twice',
      [attempt('FAILED', 'a', 0), attempt('SUCCEEDED', 'a', 0)],
      'failed',
    ],
    [
      'one start that failed, another that still runs',
      [attempt('FAILED', 'a'), attempt('RUNNING', 'b')],
      'running',
    ],
    [
      'one start that was stopped, another that timed out',
      [attempt('STOPPED', 'a'), attempt('TIMEOUT', 'b')],
      'timed-out',
    ],
    [
      'two crawls of which the first failed',
      [attempt('FAILED'), attempt('SUCCEEDED')],
      'failed',
    ],
  ])('a node started by two triggers: %s', (_, attempts, state) => {
    const graph = {
      nodes: [trigger('a'), trigger('b'), work('shared', attempts)],
      edges: edges('a>shared', 'b>shared'),
    };
    expect(deriveNodeStates(graph, 'COMPLETED').get('shared')).toBe(state);
  });

  it('takes edges alone where Glue gave no predicate', () => {
    const graph = {
      nodes: [
        work('raw', [attempt('FAILED')], 'CRAWLER'),
        { ...trigger('then'), trigger: undefined },
        work('job'),
      ],
      edges: edges('raw>then>job'),
    };
    expect(deriveNodeStates(graph, 'COMPLETED').get('job')).toBe('not-reached');
  });

  it('ends on a graph with a cycle', () => {
    const graph = { nodes: [work('a'), work('b')], edges: edges('a>b>a') };
    expect(deriveNodeStates(graph, 'RUNNING').size).toBe(2);
  });
});
