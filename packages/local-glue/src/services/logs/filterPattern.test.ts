import { filterPattern } from './filterPattern';

it.each([
  ['', 'anything', true],
  ['ERROR', 'an ERROR here', true],
  ['ERROR', 'an error here', false],
  ['ERROR rows', 'rows: ERROR', true],
  ['ERROR rows', 'ERROR', false],
  ['"out of memory"', 'is out of memory', true],
  ['"out of memory"', 'memory out of', false],
  ['ERROR -retry', 'ERROR then retry', false],
  ['?ERROR ?WARN', 'WARN', true],
  ['?ERROR ?WARN', 'INFO', false],
  ['"say \\"x\\""', 'they say "x"', true],
])('pattern %p on %p: %p', (pattern, message, matches) => {
  expect(filterPattern(pattern)(message)).toBe(matches);
});

it.each(['{ $.level = "x" }', '[ip, user]', '%regex%'])(
  'refuses %p by name',
  pattern => {
    expect(() => filterPattern(pattern)).toThrow(
      `local-glue does not support the filter pattern ${pattern}`,
    );
  },
);
