import { failedRun, succeededRun } from '../__fixtures__/covidHiring';
import { english, german } from '../__testUtils__/texts';
import {
  comparedNodes,
  differenceOf,
  rowDifference,
  secondsOf,
} from './comparedNodes';

describe('comparedNodes', () => {
  it('pairs the nodes of two runs', () => {
    const rows = comparedNodes(succeededRun.graph, failedRun.graph);
    expect(
      rows.map(({ before, after }) => [
        after?.name,
        before?.state,
        after?.state,
        secondsOf(before),
        secondsOf(after),
      ]),
    ).toEqual([
      ['covid-hiring-prepare', 'succeeded', 'succeeded', 3, 3],
      ['covid-hiring-crawl-raw', 'succeeded', 'succeeded', 4, 4],
      ['covid-hiring-transform', 'succeeded', 'failed', 11, 11],
      [
        'covid-hiring-crawl-processed',
        'succeeded',
        'not-reached',
        3,
        undefined,
      ],
      ['covid-hiring-load', 'succeeded', 'not-reached', 8, undefined],
    ]);
  });

  it('keeps what only one of them has', () => {
    const { nodes, edges } = failedRun.graph;
    const fewer = {
      edges,
      nodes: nodes.filter(({ name }) => !name.endsWith('-load')),
    };
    const keys = (...runs: Parameters<typeof comparedNodes>) =>
      comparedNodes(...runs).map(({ key, before, after }) => [
        key,
        Boolean(before),
        Boolean(after),
      ]);
    expect(keys(failedRun.graph, fewer).at(-1)).toEqual([
      'job.covid-hiring-load',
      true,
      false,
    ]);
    expect(keys(fewer, failedRun.graph).at(-1)).toEqual([
      'job.covid-hiring-load',
      false,
      true,
    ]);
  });
});

describe('differenceOf', () => {
  it.each([
    [3, 3, 'the same'],
    [3, 3.4, 'the same'],
    [3, 8, '+5 s'],
    [80, 15, '−1 min 5 s'],
    [undefined, 3, undefined],
    [3, undefined, undefined],
  ])('says that %s to %s is %s', (before, after, words) => {
    expect(differenceOf(english, before, after)).toBe(words);
  });
});

describe('rowDifference', () => {
  it.each([
    [10, 10, 'the same'],
    [10, 1300, '+1,290'],
    [1300, 0, '−1,300'],
    [undefined, 10, undefined],
  ])('says that %s to %s is %s', (before, after, words) => {
    expect(rowDifference(english, before, after)).toBe(words);
  });
});

it('tells differences in German', () => {
  expect(differenceOf(german, 3, 3)).toBe('gleich');
  expect(rowDifference(german, 1300, 0)).toBe('−1.300');
});
