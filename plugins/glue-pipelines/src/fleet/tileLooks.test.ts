import { english } from '../__testUtils__/texts';
import { countsWords } from './tileLooks';

const none = { failing: 0, late: 0, running: 0, healthy: 0, unknown: 0 };

it.each([
  [none, ''],
  [{ ...none, healthy: 3 }, '3 healthy'],
  [
    { ...none, healthy: 3, late: 1, failing: 2 },
    '2 failing, 1 late, 3 healthy',
  ],
])('tells %j', (counts, words) => {
  expect(countsWords(english, counts)).toBe(words);
});
