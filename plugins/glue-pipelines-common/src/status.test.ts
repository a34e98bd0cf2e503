import {
  attempt,
  branches,
  chain,
  edges,
  trigger,
  work,
} from './__testUtils__/graphs';
import { deriveNodeStates } from './nodeStates';
import {
  canFollowRunStatus,
  deriveRunHealth,
  firstFailure,
  isActiveRunStatus,
  mapStatistics,
} from './status';
import { NodeState, RunStatistics, WorkflowNode } from './types';

function derived(
  graph: { nodes: WorkflowNode[]; edges: ReturnType<typeof edges> },
  rawStatus: string | undefined,
) {
  const states = deriveNodeStates(graph, rawStatus);
  return {
    edges: graph.edges,
    nodes: graph.nodes.map(node => ({ ...node, state: states.get(node.id)! })),
  };
}

const statistics = (some: Partial<RunStatistics> = {}): RunStatistics => ({
  ...mapStatistics(undefined),
  ...some,
});

describe('deriveRunHealth with a graph', () => {
  it.each([
    ['running', 'RUNNING', chain(['RUNNING'], [], [])],
    ['running', 'RUNNING', chain(['SUCCEEDED'], ['FAILED'], [])],
    ['stopping', 'STOPPING', chain(['STOPPING'], [], [])],
    ['stopped', 'STOPPED', chain(['SUCCEEDED'], ['STOPPED'], [])],
    ['failed', 'ERROR', chain(['SUCCEEDED'], ['SUCCEEDED'], ['SUCCEEDED'])],
    [
      'succeeded',
      'COMPLETED',
      chain(['SUCCEEDED'], ['SUCCEEDED'], ['SUCCEEDED']),
    ],
    [
      'succeeded',
      'COMPLETED',
      chain(['FAILED', 'SUCCEEDED'], ['SUCCEEDED'], ['SUCCEEDED']),
    ],
    ['failed', 'COMPLETED', chain(['FAILED'], [], [])],
    ['failed', 'COMPLETED', chain(['SUCCEEDED'], ['FAILED'], [])],
    ['failed', 'COMPLETED', chain(['SUCCEEDED'], ['SUCCEEDED'], ['TIMEOUT'])],
    ['failed', 'COMPLETED', chain(['SUCCEEDED'], ['STOPPED'], [])],
    ['failed', 'COMPLETED', chain(['SUCCEEDED'], ['ERROR'], [])],
    ['failed', 'COMPLETED', chain(['SUCCEEDED'], ['SUCCEEDED'], [])],
    ['failed', 'COMPLETED', chain([], [], [])],
    ['partially-failed', 'COMPLETED', branches('FAILED', [], ['SUCCEEDED'])],
    ['failed', 'COMPLETED', branches('FAILED', [], ['FAILED'])],
    ['succeeded', 'COMPLETED', branches('SUCCEEDED', ['SUCCEEDED'], [])],
  ])('is %s for %s, case %#', (health, rawStatus, graph) => {
    expect(
      deriveRunHealth({
        rawStatus,
        statistics: statistics(),
        graph: derived(graph, rawStatus),
      }),
    ).toBe(health);
  });

  it('is partially failed when a node beside the failed one succeeded', () => {
    const graph = {
      nodes: [
        trigger('start'),
        work('flights', [attempt('FAILED')]),
        work('airports', [attempt('SUCCEEDED')]),
      ],
      edges: edges('start>flights', 'start>airports'),
    };
    expect(
      deriveRunHealth({
        rawStatus: 'COMPLETED',
        statistics: statistics(),
        graph: derived(graph, 'COMPLETED'),
      }),
    ).toBe('partially-failed');
  });
});

describe('deriveRunHealth with a graph and statistics that show more', () => {
  const succeeded = derived(
    chain(['SUCCEEDED'], ['SUCCEEDED'], ['SUCCEEDED']),
    'COMPLETED',
  );

  it.each<[Partial<RunStatistics>]>([
    [{ total: 3, succeeded: 2, failed: 1 }],
    [{ total: 3, succeeded: 2, timedOut: 1 }],
    [{ total: 3, succeeded: 2, stopped: 1 }],
    [{ total: 3, succeeded: 2, errored: 1 }],
  ])('is never green where statistics say %j', some => {
    expect(
      deriveRunHealth({
        rawStatus: 'COMPLETED',
        statistics: statistics(some),
        graph: succeeded,
      }),
    ).toBe('partially-failed');
  });
});

describe('deriveRunHealth with statistics alone', () => {
  it.each<[string, string, Partial<RunStatistics>, string | undefined]>([
    ['succeeded', 'COMPLETED', { total: 5, succeeded: 5 }, undefined],
    ['failed', 'COMPLETED', { total: 5, succeeded: 4, failed: 1 }, undefined],
    ['failed', 'COMPLETED', { total: 5, succeeded: 4, timedOut: 1 }, undefined],
    ['failed', 'COMPLETED', { total: 5, succeeded: 4, stopped: 1 }, undefined],
    ['failed', 'COMPLETED', { total: 5, succeeded: 4, errored: 1 }, undefined],
    ['failed', 'COMPLETED', { total: 5, failed: 1 }, undefined],
    ['unknown', 'COMPLETED', { total: 5, succeeded: 4 }, undefined],
    ['unknown', 'COMPLETED', { total: 5 }, undefined],
    ['unknown', 'COMPLETED', {}, undefined],
    ['failed', 'COMPLETED', {}, 'concurrency exceeded'],
    ['failed', 'COMPLETED', { total: 1, succeeded: 1 }, 'concurrency exceeded'],
    ['stopped', 'STOPPED', { total: 5, succeeded: 5 }, undefined],
    ['failed', 'ERROR', { total: 5, succeeded: 5 }, undefined],
  ])('is %s for %s with %j', (health, rawStatus, some, errorMessage) => {
    expect(
      deriveRunHealth({
        rawStatus,
        errorMessage,
        statistics: statistics(some),
      }),
    ).toBe(health);
  });
});

describe('isActiveRunStatus', () => {
  it.each([
    ['RUNNING', true],
    ['STOPPING', true],
    ['COMPLETED', false],
    ['STOPPED', false],
    ['ERROR', false],
  ])('%s: %s', (rawStatus, active) => {
    expect(isActiveRunStatus(rawStatus)).toBe(active);
  });
});

describe('canFollowRunStatus', () => {
  it.each([
    ['RUNNING', 'RUNNING', true],
    ['RUNNING', 'STOPPING', true],
    ['RUNNING', 'COMPLETED', true],
    ['STOPPING', 'STOPPED', true],
    ['STOPPING', 'RUNNING', false],
    ['COMPLETED', 'RUNNING', false],
    ['ERROR', 'STOPPING', false],
  ])('%s, then %s: %p', (before, after, possible) => {
    expect(canFollowRunStatus(after, before)).toBe(possible);
  });
});

describe('firstFailure', () => {
  const failed = (
    name: string,
    state: NodeState,
    completedAt: string,
    errorMessage?: string,
  ): WorkflowNode => ({
    ...work(name, [{ attempt: 0, rawState: 'X', completedAt, errorMessage }]),
    state,
  });

  it.each<[string, WorkflowNode[], ReturnType<typeof firstFailure>]>([
    ['nothing', [work('a', [attempt('SUCCEEDED')])], undefined],
    [
      'the earliest',
      [
        failed('late', 'failed', '2026-01-01T02:00:00Z', 'second'),
        failed('early', 'timed-out', '2026-01-01T01:00:00Z', 'first'),
      ],
      { nodeName: 'early', message: 'first' },
    ],
    [
      'a failure rather than an earlier stop',
      [
        failed('halted', 'stopped', '2026-01-01T01:00:00Z'),
        failed('broken', 'failed', '2026-01-01T02:00:00Z', 'why'),
      ],
      { nodeName: 'broken', message: 'why' },
    ],
    [
      'the attempt that failed, not a later one that succeeded',
      [
        {
          ...work('twice', [
            {
              ...attempt('FAILED', 'a'),
              completedAt: '2026-01-01T01:00:00Z',
              errorMessage: 'why',
            },
            {
              ...attempt('SUCCEEDED', 'b'),
              completedAt: '2026-01-01T02:00:00Z',
            },
          ]),
          state: 'failed',
        },
      ],
      { nodeName: 'twice', message: 'why' },
    ],
    [
      'a stop when nothing failed',
      [failed('halted', 'stopped', '2026-01-01T01:00:00Z')],
      { nodeName: 'halted', message: undefined },
    ],
  ])('finds %s', (_, nodes, expected) => {
    expect(firstFailure({ nodes })).toEqual(expected);
  });
});

describe('mapStatistics', () => {
  it('renames what Glue counts and fills in zeros', () => {
    expect(
      mapStatistics({
        TotalActions: 7,
        SucceededActions: 1,
        FailedActions: 1,
        TimeoutActions: 1,
        StoppedActions: 1,
        RunningActions: 1,
        WaitingActions: 1,
        ErroredActions: 1,
      }),
    ).toEqual({
      total: 7,
      succeeded: 1,
      failed: 1,
      timedOut: 1,
      stopped: 1,
      running: 1,
      waiting: 1,
      errored: 1,
    });
    expect(mapStatistics(undefined)).toEqual(statistics());
  });
});
