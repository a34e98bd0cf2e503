import { rewriteExpressions } from './rewriteExpressions';
import { joinTokens, tokenize } from './tokenize';

describe('rewriteExpressions', () => {
  it.each([
    ['select dateadd(day, 1, d)', "select redshift_dateadd('day', 1, d)"],
    [
      'select DATEDIFF( mon ,a, dateadd(y,1,b))',
      "select redshift_datediff('month', a, redshift_dateadd('year', 1, b))",
    ],
    ["select date_part('dw', d)", "select date_part('dow', d)"],
    ["select date_trunc('mons', d)", "select date_trunc('month', d)"],
    ['select extract(yrs from d)', 'select extract(year from d)'],
    ['select date_part from t', 'select date_part from t'],
    ['select s.dateadd(day, 1, d)', 'select s.dateadd(day, 1, d)'],
    ['select nvl(a, nvl(b, 1))', 'select coalesce(a, coalesce(b, 1))'],
    [
      "select decode(a, 1, 'x', null, 'y', 'z')",
      "select CASE WHEN (a) IS NOT DISTINCT FROM (1) THEN 'x' WHEN (a) IS NOT DISTINCT FROM (null) THEN 'y' ELSE 'z' END",
    ],
    [
      "select json_extract_path_text(j, 'a', 'b', true)",
      "select redshift_json_path(j, ['a', 'b'], true)",
    ],
    [
      "select listagg(distinct a, ', ') within group (order by b desc, c) over (partition by d)",
      "select listagg(distinct a, ', ' order by b desc, c) over (partition by d)",
    ],
    [
      'select listagg(a) within group (order by a)',
      "select listagg(a, '' order by a)",
    ],
    ["select listagg(a, ',')", "select listagg(a, ',')"],
    [
      'select percentile_cont(0.25) within group (order by a desc) over (partition by b)',
      'select quantile_cont(a, 1 - (0.25)) over (partition by b)',
    ],
    [
      'select ratio_to_report(a) over (partition by b) from t',
      'select ((a)::DOUBLE / SUM(a) OVER (partition by b)) from t',
    ],
    [
      'select approximate count(distinct a) from t',
      'select approx_count_distinct( a) from t',
    ],
    ['select sysdate, t.sysdate', 'select redshift_sysdate(), t.sysdate'],
    ['select \'sysdate\', "sysdate"', 'select \'sysdate\', "sysdate"'],
    [
      'select a::varchar(max), b::varchar(20)',
      'select a::varchar, redshift_left((b)::VARCHAR, 20)',
    ],
    [
      'select sysdate::char(4) || upper(t.a)::varchar(3) || (1 + 2)::int::varchar(9)',
      'select redshift_left((redshift_sysdate())::VARCHAR, 4) || redshift_left((upper(t.a))::VARCHAR, 3) || redshift_left(((1 + 2)::int)::VARCHAR, 9)',
    ],
    [
      'select cast(cast(a as varchar(9)) as character varying(3))',
      'select redshift_left((redshift_left((a)::VARCHAR, 9))::VARCHAR, 3)',
    ],
    [
      "select case when a then 'b' end::varchar(3)",
      "select redshift_left((case when a then 'b' end)::VARCHAR, 3)",
    ],
    [
      'select cast(a as character varying( MAX ))',
      'select cast(a as character varying)',
    ],
    ['select cast(a as varbyte(10))', 'select cast(a as varbyte)'],
    [
      'select a::decimal, cast(b as numeric)',
      'select a::decimal(18,0), cast(b as numeric(18,0))',
    ],
    [
      'select a::decimal(10,2), numeric from t',
      'select a::decimal(10,2), numeric from t',
    ],
    ['select max(a), char(max(b))', 'select max(a), char(max(b))'],
    ['select listagg(a', 'select listagg(a'],
    [
      'select top 3 a from (select distinct top 5 b from t order by b) x order by a',
      'select  a from (select distinct  b from t order by b LIMIT 5) x order by a LIMIT 3',
    ],
    ['select top from t', 'select top from t'],
    ['select 1 minus select 2', 'select 1 EXCEPT select 2'],
    [
      "select a similar to 'x%_.(b|c)'",
      "select a similar to '(?s)x.*.\\.(b|c)'",
    ],
    [
      "select a ~ '^x', a !~* 'y'",
      "select a ~ '(?s).*(?:^x).*', a !~ '(?is).*(?:y).*'",
    ],
    ["select interval '4 weeks, 3 days'", "select interval '4 weeks  3 days'"],
  ])('%p becomes %p', (sql, expected) => {
    expect(joinTokens(rewriteExpressions(tokenize(sql)))).toBe(expected);
  });
});
