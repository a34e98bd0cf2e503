import { chain, job } from './__testUtils__/runs';
import { formatRunChanges } from './runChanges';

it('tells only what changed', () => {
  expect(
    formatRunChanges(chain('RUNNING'), chain('SUCCEEDED', 'RUNNING')),
  ).toEqual(['prepare (job) SUCCEEDED after 10 s', 'crawl (crawler) RUNNING']);
  expect(formatRunChanges(undefined, chain('RUNNING'))).toEqual([
    'prepare (job) RUNNING',
  ]);
  expect(formatRunChanges(chain('RUNNING'), chain('RUNNING'))).toEqual([]);
});

it('tells further attempts and other waits', () => {
  const run = (more: object) => ({
    ...chain(),
    Graph: { Nodes: [job('a', 'WAITING', more)] },
  });
  const first = run({ StateDetail: 'installing pip' });
  expect(
    formatRunChanges(first, run({ StateDetail: 'installing pyspark' })),
  ).toEqual(['a (job) WAITING: installing pyspark']);
  expect(
    formatRunChanges(first, run({ Attempt: 1, StateDetail: 'installing pip' })),
  ).toEqual(['a (job, attempt 2) WAITING: installing pip']);
});
