import { cutCasts } from './cutCasts';
import { joinTokens, tokenize } from './tokenize';

const cut = (sql: string) => joinTokens(cutCasts(tokenize(sql)));

describe('cutCasts', () => {
  it.each([
    ["'abc'::varchar(2)", "redshift_left(('abc')::VARCHAR, 2)"],
    ['a :: char ( 3 )', 'redshift_left((a)::VARCHAR, 3)'],
    ['t."a b".c::varchar(2)', 'redshift_left((t."a b".c)::VARCHAR, 2)'],
    ['-1::varchar(2)', '-redshift_left((1)::VARCHAR, 2)'],
    ['(a + b)::varchar(2)', 'redshift_left(((a + b))::VARCHAR, 2)'],
    ['a in (b)::varchar(2)', 'a in redshift_left(((b))::VARCHAR, 2)'],
    ['f (a, (b))::varchar(2)', 'redshift_left((f (a, (b)))::VARCHAR, 2)'],
    ['a[1][b[2]]::varchar(2)', 'redshift_left((a[1][b[2]])::VARCHAR, 2)'],
    ['f(a)[1].b::varchar(2)', 'redshift_left((f(a)[1].b)::VARCHAR, 2)'],
    [
      'a::double precision::varchar(2)',
      'redshift_left((a::double precision)::VARCHAR, 2)',
    ],
    [
      'a::timestamp without time zone::varchar(4)',
      'redshift_left((a::timestamp without time zone)::VARCHAR, 4)',
    ],
    [
      'a::decimal(9,2)::varchar(2)',
      'redshift_left((a::decimal(9,2))::VARCHAR, 2)',
    ],
    [
      'a::varchar(4)::char(2)',
      'redshift_left((redshift_left((a)::VARCHAR, 4))::VARCHAR, 2)',
    ],
    [
      "date '2026-01-02'::varchar(4)",
      "redshift_left((date '2026-01-02')::VARCHAR, 4)",
    ],
    [
      "date('2026-01-02')::varchar(4)",
      "redshift_left((date('2026-01-02'))::VARCHAR, 4)",
    ],
    [
      'sum(a) over (partition by b::char(1))::varchar(2)',
      'redshift_left((sum(a) over (partition by redshift_left((b)::VARCHAR, 1)))::VARCHAR, 2)',
    ],
    [
      'listagg(a) within group (order by a)::varchar(2)',
      'redshift_left((listagg(a) within group (order by a))::VARCHAR, 2)',
    ],
    [
      "case when case a when 1 then 'x' end = 'x' then b::char(1) end::varchar(2)",
      "redshift_left((case when case a when 1 then 'x' end = 'x' then redshift_left((b)::VARCHAR, 1) end)::VARCHAR, 2)",
    ],
    [
      'cast(a || b::char(1) as varchar(2))::char(1)',
      'redshift_left((redshift_left((a || redshift_left((b)::VARCHAR, 1))::VARCHAR, 2))::VARCHAR, 1)',
    ],
    [
      'cast((select a as b from t) as varchar(2))',
      'redshift_left(((select a as b from t))::VARCHAR, 2)',
    ],
  ])('cuts what %p casts', (sql, expected) => {
    expect(cut(`select ${sql}, 1`)).toBe(`select ${expected}, 1`);
  });

  it.each([
    'select a::varchar, cast(b as varchar), cast ( c as decimal(9,2) ) from t',
    'create table t (a varchar(20), "varchar" char(3) default user)',
    'select \'a::varchar(2)\', "b::varchar(3)" /* c::varchar(4) */ -- d::varchar(5)',
    'select x as varchar, cast from cast',
    'select count(*), t.* from t where a not in (1, 2) and exists (select 1)',
    'select (a, b[1',
    'select a::',
    'select cast(a',
    'select case when a',
    'select t.',
  ])('leaves %p as it is', sql => {
    expect(cut(sql)).toBe(sql);
  });

  it('refuses what no engine would read, before it is too deep for itself', () => {
    const deep = (depth: number) =>
      `select ${'('.repeat(depth)}1${')'.repeat(depth)}`;
    expect(cut(deep(900))).toBe(deep(900));
    expect(() => cut(deep(100_000))).toThrow('nested more than 1000 times');
  });
});
