import { english, german } from '../__testUtils__/texts';
import { predicateWords } from './predicateWords';

const trigger = (logical: 'AND' | 'ANY') => ({
  type: 'CONDITIONAL' as const,
  state: 'ACTIVATED',
  condition: 'as the back end says it',
  predicate: {
    logical,
    conditions: [
      { nodeType: 'JOB' as const, nodeName: 'extract', state: 'SUCCEEDED' },
      { nodeType: 'CRAWLER' as const, nodeName: 'crawl', state: 'FAILED' },
    ],
  },
});

it.each([
  [english, 'AND', 'all of: extract SUCCEEDED, crawl FAILED'],
  [english, 'ANY', 'any of: extract SUCCEEDED, crawl FAILED'],
  [german, 'AND', 'extract SUCCEEDED und crawl FAILED'],
  [german, 'ANY', 'extract SUCCEEDED oder crawl FAILED'],
] as const)('says on what a trigger waits', (t, logical, words) => {
  expect(predicateWords(t, trigger(logical))).toBe(words);
});

it('takes the words of the back end where it tells no predicate', () => {
  const { condition } = trigger('AND');
  expect(
    predicateWords(english, { ...trigger('AND'), predicate: undefined }),
  ).toBe(condition);
  expect(predicateWords(english, undefined)).toBeUndefined();
});
