import {
  quoteName,
  selectLoadErrors,
  selectRows,
  selectSize,
} from './warehouseQueries';

const TABLE = {
  kind: 'workgroup',
  warehouse: 'orders',
  database: 'Dev',
  schema: 'public',
  table: 'orders',
} as const;

it.each([
  ['orders', '"orders"'],
  ['Order Lines', '"Order Lines"'],
  ['a"; DROP TABLE b; --', '"a""; DROP TABLE b; --"'],
])('quotes %s', (name, quoted) => {
  expect(quoteName(name)).toBe(quoted);
});

it('selects each column so that its values arrive whole or bounded', () => {
  const columns = [
    { name: 'id', type: 'int8' },
    { name: 'note', type: 'varchar' },
    { name: 'a"b', type: 'float8' },
  ];
  expect(selectRows(TABLE, columns, 21)).toEqual({
    sql: 'SELECT "id"::varchar(20) AS "id", left("note", 501) AS "note", "a""b" FROM "public"."orders" LIMIT 21',
  });
});

it('binds values, and has none in the statement', () => {
  const hostile = { ...TABLE, table: "x' OR 1=1 --" };
  const { sql, parameters } = selectSize(hostile);
  expect(sql).not.toContain('OR');
  expect(parameters).toEqual({
    db: 'dev',
    schema: 'public',
    name: "x' or 1=1 --",
  });
  expect(selectLoadErrors(TABLE, '42', 50)).toMatchObject({
    sql: expect.stringContaining(
      'table_id = CAST(:id AS bigint) ORDER BY start_time DESC',
    ),
    parameters: { db: 'dev', id: '42' },
  });
});
