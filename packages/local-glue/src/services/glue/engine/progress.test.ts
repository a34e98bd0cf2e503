import type { Condition, CrawlState, JobRunState } from '@aws-sdk/client-glue';
import type { StoredTrigger } from '../store/definitions';
import {
  dueTriggers,
  isAnythingActive,
  nodeStates,
  predecessors,
  startTrigger,
  statistics,
} from './progress';

/** `{ 'job:a': 'SUCCEEDED', 'crawler:b': 'RUNNING' }` */
type Nodes = Record<string, string>;

function historyOf(nodes: Nodes, copied: string[] = []) {
  const of = (kind: string) =>
    Object.entries(nodes).filter(([node]) => node.startsWith(kind));
  return {
    jobRuns: of('job:').map(([node, state]) => ({
      Id: `jr_${node.slice(4)}`,
      JobName: node.slice(4),
      JobRunState: state as JobRunState,
    })),
    crawls: of('crawler:').map(([node, state]) => ({
      id: `crawl of ${node.slice(8)}`,
      crawlerName: node.slice(8),
      State: state as CrawlState,
    })),
    copied: new Set(copied),
  };
}

const job = (JobName: string, State: JobRunState = 'SUCCEEDED'): Condition => ({
  LogicalOperator: 'EQUALS',
  JobName,
  State,
});

const crawler = (
  CrawlerName: string,
  CrawlState: CrawlState = 'SUCCEEDED',
): Condition => ({ LogicalOperator: 'EQUALS', CrawlerName, CrawlState });

const trigger = (
  Logical: 'AND' | 'ANY' | undefined,
  Conditions: Condition[],
  members: Partial<StoredTrigger> = {},
): StoredTrigger => ({
  Name: 't',
  Type: 'CONDITIONAL',
  State: 'ACTIVATED',
  Predicate: { Logical, Conditions },
  Actions: [{ JobName: 'next' }],
  ...members,
});

describe('dueTriggers', () => {
  const both = [job('a'), job('b')];
  const mixed = [job('a'), crawler('c')];

  it.each<[string, StoredTrigger, Nodes, boolean]>([
    [
      'one that holds',
      trigger(undefined, [job('a')]),
      { 'job:a': 'SUCCEEDED' },
      true,
    ],
    [
      'one that does not',
      trigger(undefined, [job('a')]),
      { 'job:a': 'FAILED' },
      false,
    ],
    [
      'one that runs',
      trigger(undefined, [job('a')]),
      { 'job:a': 'RUNNING' },
      false,
    ],
    ['one not started in this run', trigger(undefined, [job('a')]), {}, false],
    [
      'AND of both',
      trigger('AND', both),
      { 'job:a': 'SUCCEEDED', 'job:b': 'SUCCEEDED' },
      true,
    ],
    [
      'AND of one',
      trigger('AND', both),
      { 'job:a': 'SUCCEEDED', 'job:b': 'FAILED' },
      false,
    ],
    [
      'AND of one started',
      trigger('AND', both),
      { 'job:a': 'SUCCEEDED' },
      false,
    ],
    ['ANY of one', trigger('ANY', both), { 'job:a': 'SUCCEEDED' }, true],
    [
      'ANY of none',
      trigger('ANY', both),
      { 'job:a': 'FAILED', 'job:b': 'RUNNING' },
      false,
    ],
    [
      'FAILED',
      trigger('AND', [job('a', 'FAILED')]),
      { 'job:a': 'FAILED' },
      true,
    ],
    [
      'TIMEOUT',
      trigger('AND', [job('a', 'TIMEOUT')]),
      { 'job:a': 'TIMEOUT' },
      true,
    ],
    [
      'STOPPED',
      trigger('AND', [job('a', 'STOPPED')]),
      { 'job:a': 'STOPPED' },
      true,
    ],
    [
      'ERROR is not FAILED',
      trigger('AND', [job('a', 'FAILED')]),
      { 'job:a': 'ERROR' },
      false,
    ],
    [
      'a crawler that succeeded',
      trigger('AND', [crawler('c')]),
      { 'crawler:c': 'SUCCEEDED' },
      true,
    ],
    [
      'a crawler that failed',
      trigger('AND', [crawler('c', 'FAILED')]),
      { 'crawler:c': 'FAILED' },
      true,
    ],
    [
      'a crawler that was cancelled',
      trigger('AND', [crawler('c', 'CANCELLED')]),
      { 'crawler:c': 'CANCELLED' },
      true,
    ],
    [
      'a crawler named as a job',
      trigger('AND', [crawler('a')]),
      { 'job:a': 'SUCCEEDED' },
      false,
    ],
    [
      'AND of job and crawler',
      trigger('AND', mixed),
      { 'job:a': 'SUCCEEDED', 'crawler:c': 'SUCCEEDED' },
      true,
    ],
    [
      'AND of job and running crawler',
      trigger('AND', mixed),
      { 'job:a': 'SUCCEEDED', 'crawler:c': 'RUNNING' },
      false,
    ],
    [
      'both states of one job',
      trigger('ANY', [job('a'), job('a', 'FAILED')]),
      { 'job:a': 'FAILED' },
      true,
    ],
    ['no conditions', trigger('AND', []), { 'job:a': 'SUCCEEDED' }, false],
    [
      'CREATED only',
      trigger('AND', [job('a')], { State: 'CREATED' }),
      { 'job:a': 'SUCCEEDED' },
      false,
    ],
    [
      'DEACTIVATED',
      trigger('AND', [job('a')], { State: 'DEACTIVATED' }),
      { 'job:a': 'SUCCEEDED' },
      false,
    ],
    ['the start trigger', trigger('AND', [], { Type: 'ON_DEMAND' }), {}, false],
  ])('%s', (_, candidate, nodes, isDue) => {
    const states = nodeStates(historyOf(nodes));
    expect(dueTriggers([candidate], [], states)).toEqual(
      isDue ? [candidate] : [],
    );
  });

  // "Repairing and resuming a workflow run", AWS Glue Developer Guide.
  it.each<[string, StoredTrigger, string[], boolean]>([
    ['ANY of copied ones only', trigger('ANY', both), ['a', 'b'], false],
    ['ANY of a copied one and its own', trigger('ANY', both), ['a'], true],
    ['AND of copied ones only', trigger('AND', both), ['a', 'b'], false],
    ['AND of a copied one and its own', trigger('AND', both), ['a'], true],
  ])('in a resumed run: %s', (_, candidate, copied, isDue) => {
    const states = nodeStates(
      historyOf(
        { 'job:a': 'SUCCEEDED', 'job:b': 'SUCCEEDED' },
        copied.map(name => `jr_${name}`),
      ),
    );
    expect(dueTriggers([candidate], [], states)).toHaveLength(isDue ? 1 : 0);
  });

  it('fires a trigger once', () => {
    const states = nodeStates(historyOf({ 'job:a': 'SUCCEEDED' }));
    expect(dueTriggers([trigger('ANY', both)], ['t'], states)).toEqual([]);
  });
});

describe('nodeStates', () => {
  it('is the newest attempt', () => {
    const run = (Id: string, JobRunState: JobRunState) => ({
      Id,
      JobName: 'a',
      JobRunState,
    });
    const { jobs } = nodeStates({
      jobRuns: [run('jr_1', 'FAILED'), run('jr_1_attempt_1', 'RUNNING')],
      crawls: [],
      copied: new Set(),
    });
    expect(jobs.get('a')).toEqual({
      state: 'RUNNING',
      id: 'jr_1_attempt_1',
      isCopied: false,
    });
  });
});

describe('isAnythingActive', () => {
  it.each<[string, boolean]>([
    ['STARTING', true],
    ['RUNNING', true],
    ['STOPPING', true],
    ['WAITING', true],
    ['SUCCEEDED', false],
    ['FAILED', false],
    ['TIMEOUT', false],
    ['STOPPED', false],
    ['ERROR', false],
    ['EXPIRED', false],
  ])('of a job that is %s is %s', (state, expected) => {
    expect(isAnythingActive(historyOf({ 'job:a': state }))).toBe(expected);
  });

  it.each<[string, boolean]>([
    ['RUNNING', true],
    ['CANCELLING', true],
    ['SUCCEEDED', false],
    ['FAILED', false],
    ['CANCELLED', false],
    ['ERROR', false],
  ])('of a crawler that is %s is %s', (state, expected) => {
    expect(isAnythingActive(historyOf({ 'crawler:c': state }))).toBe(expected);
  });
});

describe('predecessors', () => {
  it('are the runs of the jobs whose conditions hold', () => {
    const any = trigger('ANY', [job('a'), job('b'), crawler('c')]);
    const states = nodeStates(
      historyOf({
        'job:a': 'SUCCEEDED',
        'job:b': 'FAILED',
        'crawler:c': 'SUCCEEDED',
      }),
    );
    expect(predecessors(any, states)).toEqual([
      { JobName: 'a', RunId: 'jr_a' },
    ]);
  });
});

describe('startTrigger', () => {
  it.each(['ON_DEMAND', 'SCHEDULED', 'EVENT'] as const)(
    'is the %s one',
    Type => {
      const first = { Name: 'first', Type };
      expect(startTrigger([{ Type: 'CONDITIONAL' }, first])).toBe(first);
    },
  );

  it('may be missing', () => {
    expect(startTrigger([{ Type: 'CONDITIONAL' }])).toBeUndefined();
  });
});

describe('statistics', () => {
  const triggers = [
    { Actions: [{ JobName: 'a' }, { CrawlerName: 'c' }] },
    { Actions: [{ JobName: 'b' }] },
    { Actions: [{ JobName: 'b' }, { CrawlerName: 'a' }] },
  ];
  const none = {
    TotalActions: 4,
    TimeoutActions: 0,
    FailedActions: 0,
    StoppedActions: 0,
    SucceededActions: 0,
    RunningActions: 0,
    ErroredActions: 0,
    WaitingActions: 0,
  };

  it.each<[Nodes, object]>([
    [{}, {}],
    [{ 'job:a': 'STARTING' }, { RunningActions: 1 }],
    [{ 'job:a': 'RUNNING', 'crawler:c': 'RUNNING' }, { RunningActions: 2 }],
    [{ 'job:a': 'STOPPING', 'crawler:c': 'CANCELLING' }, { RunningActions: 2 }],
    [{ 'job:a': 'STOPPED', 'crawler:c': 'CANCELLED' }, { StoppedActions: 2 }],
    [
      { 'job:a': 'SUCCEEDED', 'crawler:c': 'SUCCEEDED' },
      { SucceededActions: 2 },
    ],
    [{ 'job:a': 'FAILED', 'crawler:c': 'FAILED' }, { FailedActions: 2 }],
    [{ 'job:a': 'ERROR', 'crawler:c': 'ERROR' }, { ErroredActions: 2 }],
    [
      { 'job:a': 'WAITING', 'job:b': 'TIMEOUT' },
      { WaitingActions: 1, TimeoutActions: 1 },
    ],
  ])('of %j', (nodes, expected) => {
    expect(statistics(triggers, nodeStates(historyOf(nodes)))).toEqual({
      ...none,
      ...expected,
    });
  });
});
