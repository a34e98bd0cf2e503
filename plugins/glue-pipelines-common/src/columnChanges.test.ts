import { columnChanges } from './columnChanges';

/** `place:string day:date|year:string`: columns, and after the bar partition keys. */
function schema(text: string) {
  const [columns, partitionKeys] = [...text.split('|'), ''].map(list =>
    list
      .split(' ')
      .filter(Boolean)
      .map(column => {
        const [name, type] = column.split(':');
        return { name, type };
      }),
  );
  return { columns, partitionKeys };
}

describe('columnChanges', () => {
  it.each([
    ['nothing', 'a:int b:string', 'a:int b:string', []],
    ['another order', 'a:int b:string', 'b:string a:int', []],
    ['another case', 'Place:string', 'place:string', []],
    [
      'an added column',
      'a:int',
      'a:int b:string',
      [{ kind: 'added', name: 'b', partitionKey: false, to: 'string' }],
    ],
    [
      'a removed column',
      'a:int b:string',
      'a:int',
      [{ kind: 'removed', name: 'b', partitionKey: false, from: 'string' }],
    ],
    [
      'another type',
      'a:int b:bigint',
      'a:int b:string',
      [
        {
          kind: 'retyped',
          name: 'b',
          partitionKey: false,
          from: 'bigint',
          to: 'string',
        },
      ],
    ],
    [
      'a new name',
      'a:int',
      'b:int',
      [
        { kind: 'removed', name: 'a', partitionKey: false, from: 'int' },
        { kind: 'added', name: 'b', partitionKey: false, to: 'int' },
      ],
    ],
    [
      'a new partition key',
      'a:int',
      'a:int|year:string',
      [{ kind: 'added', name: 'year', partitionKey: true, to: 'string' }],
    ],
    [
      'a column that became a partition key',
      'a:int year:int',
      'a:int|year:string',
      [
        { kind: 'removed', name: 'year', partitionKey: false, from: 'int' },
        { kind: 'added', name: 'year', partitionKey: true, to: 'string' },
      ],
    ],
    [
      'all of a table',
      '',
      'a:int',
      [{ kind: 'added', name: 'a', partitionKey: false, to: 'int' }],
    ],
  ])('finds %s', (_, before, after, changes) => {
    expect(columnChanges(schema(before), schema(after))).toEqual(changes);
  });
});
