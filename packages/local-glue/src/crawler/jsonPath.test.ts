import { parseJsonPath } from './jsonPath';

describe('parseJsonPath', () => {
  it.each<[string, unknown[]]>([
    ['$', []],
    ['$[*]', ['*']],
    ['$.*', ['.*']],
    ['$.x[*]', ['x', '*']],
    ['$.a.b', ['a', 'b']],
    ["$['a b'].größe", ['a b', 'größe']],
    ['$["it\'s"][12].c', ["it's", 12, 'c']],
    ['$.identifiers[*].identifier', ['identifiers', '*', 'identifier']],
  ])('reads %s', (path, steps) => {
    expect(
      parseJsonPath(path).map(each => {
        if (each.kind === 'anyElement') return '*';
        if (each.kind === 'anyMember') return '.*';
        return each.kind === 'member' ? each.name : each.index;
      }),
    ).toEqual(steps);
  });

  it.each([
    ['', '""'],
    ['a.b', '"a.b"'],
    ['$..a', '"..a"'],
    ['$.a[1:3]', '"[1:3]"'],
    ['$.a[1,3]', '"[1,3]"'],
    ['$.a[-1]', '"[-1]"'],
    ['$[?(@.x > 1)]', '"[?(@.x > 1)]"'],
    ['$.a.length()', '"()"'],
    ['$.', '"."'],
    ['$a', '"a"'],
    ['$.a[', '"["'],
    ['$.a b', '" b"'],
  ])('refuses %s, naming %s', (path, rest) => {
    expect(() => parseJsonPath(path)).toThrow(
      `the JSON path ${JSON.stringify(path)} is not supported at ${rest}`,
    );
  });
});
