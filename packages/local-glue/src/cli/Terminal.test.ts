import { cut } from './Terminal';

it.each([
  ['abcdef', 3, 'abc'],
  ['\x1b[31mabcdef\x1b[39m', 3, '\x1b[31mabc\x1b[39m'],
  ['✔ ok', 10, '✔ ok'],
  ['äöü', 2, 'äö'],
])('cuts %j to %d columns: %j', (text, width, expected) => {
  expect(cut(text, width)).toBe(expected);
});
