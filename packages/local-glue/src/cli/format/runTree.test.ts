import { chain, edges, job, plain, trigger } from './__testUtils__/runs';
import { formatRunTree } from './runTree';

it('shows states in words, with durations', () => {
  const run = { ...chain('SUCCEEDED', 'RUNNING'), Status: 'RUNNING' };
  expect(plain(formatRunTree(run, 120))).toEqual([
    'covid-hiring RUNNING 28 s wr_1',
    '  ✔ prepare  job      SUCCEEDED  10 s',
    '  ● crawl    crawler  RUNNING  2 s',
    '  ○ load     job      waiting',
  ]);
});

it.each([
  [
    'what a waiting job waits for',
    job('a', 'WAITING', { StateDetail: 'installing pyspark' }),
    '  ○ a  job      WAITING  1 s  installing pyspark',
  ],
  [
    'why a job failed, by its first line',
    job('a', 'FAILED', {
      CompletedOn: 103,
      ErrorMessage: 'KeyError: x\n at y',
    }),
    '  ✖ a  job      FAILED  3 s  KeyError: x',
  ],
  [
    'which attempt it is',
    job('a', 'RUNNING', { Attempt: 2 }),
    '  ● a  job      RUNNING  1 s  attempt 3',
  ],
])('says %s', (_what, node, line) => {
  const run = { ...chain(), Status: 'RUNNING', Graph: { Nodes: [node] } };
  expect(plain(formatRunTree(run, 101))[1]).toBe(line);
});

it('says of a run that is over what was not reached', () => {
  expect(plain(formatRunTree(chain('FAILED'), 200))).toContain(
    '  ○ load     job      not reached',
  );
});

it('fits a large run into the height, by what matters most', () => {
  const nodes = [
    ...Array.from({ length: 40 }, (_, i) =>
      job(`done-${i}`, 'SUCCEEDED', { CompletedOn: 101 + i }),
    ),
    job('bad', 'FAILED'),
    job('busy', 'RUNNING'),
    ...Array.from({ length: 58 }, (_, i) => job(`later-${i}`)),
  ];
  const Graph = {
    Nodes: [trigger('start'), ...nodes],
    Edges: edges(...nodes.map(node => `start>${node.UniqueId}`)),
  };
  const lines = plain(
    formatRunTree({ ...chain(), Status: 'RUNNING', Graph }, 150, 6),
  );
  expect(
    lines.map(line => line.trim().split(/ +/).slice(0, 2).join(' ')),
  ).toEqual([
    'covid-hiring RUNNING',
    '✔ done-38',
    '✔ done-39',
    '✖ bad',
    '● busy',
    '… and',
  ]);
  expect(lines.at(-1)).toBe('  … and 38 SUCCEEDED, 58 not started');
});
