import { exclusionPattern } from './exclusions';

describe('exclusionPattern', () => {
  it.each([
    ['*.csv', ['a.csv', '.csv'], ['x/a.csv', 'a.csv.gz']],
    ['**.csv', ['a.csv', 'x/y/a.csv'], ['a.json']],
    ['2024/**', ['2024/a', '2024/x/b'], ['2025/a', '2024']],
    ['*/tmp/*', ['x/tmp/a'], ['tmp/a', 'x/y/tmp/a', 'x/tmp/y/a']],
    ['a?.txt', ['ab.txt'], ['a.txt', 'a/.txt']],
    ['{a,b*}.csv', ['a.csv', 'bcd.csv'], ['c.csv']],
    ['[a-c]x', ['ax', 'cx'], ['dx', '-x']],
    ['[!a-c]x', ['dx'], ['ax', '/x']],
    ['a\\*b', ['a*b'], ['axb']],
    ['a+(b).c,d', ['a+(b).c,d'], ['aab.c,d']],
  ])('%p', (glob, excluded, kept) => {
    const pattern = exclusionPattern(glob);
    expect(excluded.filter(key => !pattern.test(key))).toEqual([]);
    expect(kept.filter(key => pattern.test(key))).toEqual([]);
  });

  it.each(['[a', '{a,b'])('refuses %p', glob => {
    expect(() => exclusionPattern(glob)).toThrow('never closed');
  });
});
