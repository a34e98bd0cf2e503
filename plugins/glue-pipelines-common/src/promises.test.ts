import { judgePromises, longestRunOf, promiseTexts } from './promises';

const NOW = new Date('2026-11-28T12:00:00.000Z');
const FACTS = {
  lastSuccessAt: '2026-11-28T05:30:00.000Z',
  collectedAt: '2026-11-28T11:59:00.000Z',
};

describe('promiseTexts', () => {
  it('takes those of annotations or tags, without blanks around them', () => {
    expect(
      promiseTexts({
        'glue-pipelines.io/expected': ' by 07:00 ',
        'glue-pipelines.io/longest-run': 'PT2H',
        'glue-pipelines.io/entity': 'component:default/x',
      }),
    ).toEqual({ expected: 'by 07:00', longestRun: 'PT2H' });
  });
});

describe('judgePromises', () => {
  it.each([
    ['nothing is promised', {}, []],
    [
      'all is kept, the one that is due first at first',
      { expected: 'by 07:00', freshness: 'PT24H' },
      ['freshness fresh 2026-11-29T05:30', 'expected fresh 2026-11-29T07:00'],
    ],
    [
      'one is broken',
      { expected: 'by 07:00', freshness: 'PT6H' },
      ['freshness late 2026-11-28T11:30', 'expected fresh 2026-11-29T07:00'],
    ],
    [
      'one cannot be read',
      { expected: 'daily', freshness: 'PT24H' },
      ['expected problem', 'freshness fresh 2026-11-29T05:30'],
    ],
    ['only a duration is promised', { longestRun: 'PT1H' }, []],
    [
      'a duration cannot be read',
      { longestRun: 'by 07:00' },
      ['longestRun problem'],
    ],
  ])('where %s', (_, texts, expected) => {
    expect(
      judgePromises(texts, FACTS, NOW).map(({ kind, state, problem, dueAt }) =>
        [kind, problem ? 'problem' : state, dueAt?.slice(0, 16)]
          .filter(Boolean)
          .join(' '),
      ),
    ).toEqual(expected);
  });
});

it('asks of freshness when a run last had something to do', () => {
  const judged = judgePromises(
    { expected: 'PT12H', freshness: 'PT12H' },
    { ...FACTS, lastLoadedAt: '2026-11-27T05:30:00.000Z' },
    NOW,
  );
  expect(judged.map(({ kind, state }) => [kind, state])).toEqual([
    ['freshness', 'late'],
    ['expected', 'fresh'],
  ]);
});

describe('longestRunOf', () => {
  it.each([
    ['PT1H30M', 5400],
    ['by 07:00', undefined],
    ['long', undefined],
    [undefined, undefined],
  ])('%s is %s seconds', (longestRun, seconds) => {
    expect(longestRunOf({ longestRun })).toBe(seconds);
  });
});
