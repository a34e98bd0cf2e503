import { execFileSync } from 'node:child_process';
import { shellWord } from './shellWord';

describe('shellWord', () => {
  it.each([
    ['query', 'query'],
    ['--file', '--file'],
    ['', '""'],
    ['select 1', '"select 1"'],
    ["select 'a'", `"select 'a'"`],
    ['select "a"', `'select "a"'`],
    [`select "a", 'b'`, `'select "a", '\\''b'\\'''`],
    ['select $1', "'select $1'"],
    ['a\\b', "'a\\b'"],
  ])('%p is typed %s', (argument, typed) => {
    expect(shellWord(argument)).toBe(typed);
    const heard = execFileSync('sh', ['-c', `printf %s ${typed}`], {
      encoding: 'utf8',
    });
    expect(heard).toBe(argument);
  });
});
