import { chain, edges, job, trigger } from './__testUtils__/runs';
import { runNodes, succeeded } from './runNodes';

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
      attempt: 2,
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
