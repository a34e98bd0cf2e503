import { formatHiveType, parseHiveType } from './hiveTypeTree';

describe('parseHiveType', () => {
  it.each([
    'int',
    'decimal(10,2)',
    'map<string,array<int>>',
    'array<struct<a:int,b:array<string>>>',
    'struct<a:decimal(10,2),b:struct<c:map<string,int>,d:int>>',
    // Keys of JSON may hold what separates members.
    'struct<a<b:int>',
    'struct<a,b:int>',
  ])('%s is written as it was read', type => {
    expect(formatHiveType(parseHiveType(type))).toBe(type);
  });

  it('reads members', () => {
    expect(parseHiveType('struct<a:array<int>,b:int>')).toEqual({
      kind: 'struct',
      members: [
        {
          name: 'a',
          type: { kind: 'array', of: { kind: 'simple', name: 'int' } },
        },
        { name: 'b', type: { kind: 'simple', name: 'int' } },
      ],
    });
  });
});
