import { stripVTControlCharacters } from 'node:util';
import { runNodes, succeeded, WorkflowRun } from './runNodes';
import { formatRunChanges, formatRunSummary, formatRunTree } from './runTree';

const trigger = (id: string) => ({
  Type: 'TRIGGER' as const,
  Name: id,
  UniqueId: id,
});
const job = (id: string, state?: string, more: object = {}) => ({
  Type: 'JOB' as const,
  Name: id,
  UniqueId: id,
  JobDetails: state
    ? {
        JobRuns: [
          { Id: `jr_${id}`, JobRunState: state, StartedOn: 100, ...more },
        ],
      }
    : {},
});
const crawler = (id: string, state?: string) => ({
  Type: 'CRAWLER' as const,
  Name: id,
  UniqueId: id,
  CrawlerDetails: state
    ? { Crawls: [{ State: state, StartedOn: 110, CompletedOn: 112 }] }
    : {},
});
const edges = (...pairs: string[]) =>
  pairs.map(pair => {
    const [SourceId, DestinationId] = pair.split('>');
    return { SourceId, DestinationId };
  });

const chain = (
  prepare?: string,
  crawl?: string,
  load?: string,
): WorkflowRun => ({
  Name: 'covid-hiring',
  WorkflowRunId: 'wr_1',
  Status: 'COMPLETED',
  StartedOn: 100,
  CompletedOn: 128,
  Graph: {
    // Not in the order in which the run reaches them.
    Nodes: [
      job('load', load, { ErrorMessage: 'KeyError: x' }),
      crawler('crawl', crawl),
      trigger('start'),
      trigger('then-crawl'),
      trigger('then-load'),
      job('prepare', prepare, { CompletedOn: 110 }),
    ],
    Edges: edges(
      'start>prepare',
      'prepare>then-crawl',
      'then-crawl>crawl',
      'crawl>then-load',
      'then-load>load',
    ),
  },
});

const plain = (lines: string[]) => lines.map(stripVTControlCharacters);

describe('runNodes', () => {
  it('orders a chain as the run reaches it, at one depth', () => {
    const nodes = runNodes(chain('SUCCEEDED'));
    expect(nodes.map(({ name, depth }) => [name, depth])).toEqual([
      ['start', 0],
      ['prepare', 0],
      ['then-crawl', 0],
      ['crawl', 0],
      ['then-load', 0],
      ['load', 0],
    ]);
  });

  it('moves branches to the right and shows a join once', () => {
    const run = chain();
    run.Graph = {
      Nodes: [trigger('start'), job('a'), job('b'), trigger('join'), job('c')],
      Edges: edges('start>a', 'start>b', 'a>join', 'b>join', 'join>c'),
    };
    expect(runNodes(run).map(({ name, depth }) => [name, depth])).toEqual([
      ['start', 0],
      ['a', 1],
      ['join', 1],
      ['c', 1],
      ['b', 1],
    ]);
  });

  it('shows the last attempt of a job', () => {
    const run = chain();
    run.Graph = {
      Nodes: [
        {
          ...job('a'),
          JobDetails: {
            JobRuns: [
              { Id: 'jr_2', Attempt: 1, JobRunState: 'RUNNING' },
              { Id: 'jr_1', Attempt: 0, JobRunState: 'FAILED' },
            ],
          },
        },
      ],
    };
    expect(runNodes(run)[0]).toMatchObject({
      jobRunId: 'jr_2',
      state: 'RUNNING',
    });
  });
});

it.each([
  [chain('SUCCEEDED', 'SUCCEEDED', 'SUCCEEDED'), true],
  // COMPLETED over a failed node is no success.
  [chain('SUCCEEDED', 'SUCCEEDED', 'FAILED'), false],
  [chain('SUCCEEDED', 'FAILED', undefined), false],
  [
    {
      ...chain('SUCCEEDED', 'SUCCEEDED', 'SUCCEEDED'),
      Status: 'STOPPED',
    },
    false,
  ],
])('tells whether a run succeeded', (run, expected) => {
  expect(succeeded(run)).toBe(expected);
});

describe('formatRunTree', () => {
  it('shows states in words, with durations', () => {
    const run = { ...chain('SUCCEEDED', 'RUNNING'), Status: 'RUNNING' };
    expect(plain(formatRunTree(run, 120))).toEqual([
      'covid-hiring wr_1 RUNNING 28 s',
      '  · start       trigger',
      '  ✔ prepare     job      SUCCEEDED  10 s',
      '  · then-crawl  trigger',
      '  ● crawl       crawler  RUNNING  2 s',
      '  · then-load   trigger',
      '  ○ load        job      waiting',
    ]);
  });

  it('says what a waiting job waits for', () => {
    const run = chain();
    run.Graph = {
      Nodes: [job('a', 'WAITING', { StateDetail: 'installing pyspark' })],
    };
    expect(plain(formatRunTree(run, 101))[1]).toContain(
      'WAITING  1 s  installing pyspark',
    );
  });
});

describe('formatRunChanges', () => {
  it('tells only what changed', () => {
    expect(
      formatRunChanges(chain('RUNNING'), chain('SUCCEEDED', 'RUNNING')),
    ).toEqual(['prepare (job) SUCCEEDED', 'crawl (crawler) RUNNING']);
    expect(formatRunChanges(undefined, chain('RUNNING'))).toEqual([
      'prepare (job) RUNNING',
    ]);
  });
});

describe('formatRunSummary', () => {
  it('puts what failed and what was not reached below', () => {
    expect(
      plain(formatRunSummary(chain('SUCCEEDED', undefined, 'FAILED'))),
    ).toEqual([
      'covid-hiring COMPLETED after 28 s: 1 of 3 jobs and crawlers succeeded',
      '  crawl: not reached',
      '  load: FAILED: KeyError: x',
      '    local-glue logs jr_load',
    ]);
  });
});
