import type { ColumnType } from '../columns/columnFields';
import type { Columns } from '../columns/Columns';
import { columnsOf } from '../testing/pipelines';
import { stepsOn } from '../testing/stepsOn';
import { joinedColumns } from './join';
import { stepWords } from './steps';

const join = (fields: object) => ({
  kind: 'join',
  source: 'customers',
  keys: [{ left: 'customer', right: 'id' }],
  ...fields,
});

const withJoin = (fields: object, ...steps: object[]) =>
  stepsOn(
    {
      orders: columnsOf('bigint', 'id', 'customer'),
      customers: [
        ...columnsOf('bigint', 'id'),
        ...columnsOf('string', 'country'),
      ],
    },
    join(fields),
    ...steps,
  );

const columns = (types: Record<string, ColumnType>): Columns =>
  new Map(Object.entries(types));

const SAME = [{ left: 'id', right: 'id' }];

describe('joinedColumns', () => {
  const rows = columns({ id: 'int', x: 'string' });
  const other = columns({ id: 'bigint', x: 'date', n: 'double' });

  it.each([
    ['inner', SAME, { id: 'int', x: 'string', b_x: 'date', n: 'double' }],
    ['left', SAME, { id: 'int', x: 'string', b_x: 'date', n: 'double' }],
    ['right', SAME, { id: 'bigint', x: 'string', b_x: 'date', n: 'double' }],
    ['full', SAME, { id: 'bigint', x: 'string', b_x: 'date', n: 'double' }],
    ['semi', SAME, { id: 'int', x: 'string' }],
    ['anti', SAME, { id: 'int', x: 'string' }],
    [
      'full',
      [{ left: 'id', right: 'n' }],
      { id: 'int', x: 'string', b_id: 'bigint', b_x: 'date', n: 'double' },
    ],
  ] as const)('of %s', (type, keys, expected) => {
    const joined = joinedColumns(rows, other, {
      source: 'b',
      type,
      keys: [...keys],
    });
    expect(Object.fromEntries(joined.columns)).toEqual(expected);
    expect([...joined.columns.keys()]).toEqual(Object.keys(expected));
  });
});

describe('join', () => {
  it.each([
    [undefined, 'Join customers where customer = id'],
    ['left', 'Join customers where customer = id; rows without a match stay'],
    [
      'right',
      'Join customers where customer = id; rows of customers without a match stay',
    ],
    [
      'full',
      'Join customers where customer = id; rows of both without a match stay',
    ],
    ['semi', 'Keep the rows with a match in customers where customer = id'],
    ['anti', 'Keep the rows without a match in customers where customer = id'],
  ])('of type %s is told', (type, words) =>
    expect(stepWords(withJoin({ type }).transform)).toEqual([words]),
  );

  it.each<[string, object, string]>([
    [
      'a type that there is not',
      { type: 'cross' },
      'transform[0].type: must be "inner" or "left" or "right" or "full" or "semi" or "anti"',
    ],
    [
      'a key that the rows so far do not have',
      { keys: [{ left: 'custommer', right: 'id' }], type: 'anti' },
      'transform[0].keys[0].left: the rows so far have no column "custommer": use "customer"',
    ],
    [
      'a key that the source does not have',
      { keys: [{ left: 'id', right: 'idd' }], type: 'semi' },
      'transform[0].keys[0].right: the rows of customers have no column "idd": use "id"',
    ],
    [
      'keys that cannot be equal',
      { keys: [{ left: 'id', right: 'country' }], type: 'full' },
      'transform[0].keys[0]: compares "id", a bigint, with "country", a string',
    ],
    [
      'a source that there is not',
      { source: 'clients' },
      'transform[0].source: no source is named "clients": use one of customers',
    ],
  ])('refuses %s', (_, fields, message) =>
    expect(() => withJoin(fields)).toThrow(message),
  );

  it.each(['semi', 'anti'])('of type %s brings no column', type =>
    expect(() =>
      withJoin({ type }, { kind: 'select', columns: ['id', 'country'] }),
    ).toThrow(
      'transform[1].columns[1]: the rows so far have no column "country": use one of id, customer',
    ),
  );
});
