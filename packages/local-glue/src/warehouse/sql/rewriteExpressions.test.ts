import { rewriteExpressions } from './rewriteExpressions';
import { joinTokens, tokenize } from './tokenize';

describe('rewriteExpressions', () => {
  it.each([
    ['select dateadd(day, 1, d)', "select dateadd('day', 1, d)"],
    [
      'select DATEDIFF( month ,a, dateadd(y,1,b))',
      "select DATEDIFF( 'month' ,a, dateadd('y',1,b))",
    ],
    ['select date_part(dow, d)', "select date_part('dow', d)"],
    ["select dateadd('day', 1, d)", "select dateadd('day', 1, d)"],
    ['select date_part from t', 'select date_part from t'],
    [
      "select listagg(distinct a, ', ') within group (order by b desc, c) over (partition by d)",
      "select listagg(distinct a, ', ' order by b desc, c) over (partition by d)",
    ],
    ["select listagg(a, ',')", "select listagg(a, ',')"],
    ['select sysdate, t.sysdate', 'select getdate(), t.sysdate'],
    ['select \'sysdate\', "sysdate"', 'select \'sysdate\', "sysdate"'],
    [
      'select a::varchar(max), b::varchar(20)',
      'select a::varchar, b::varchar(20)',
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
  ])('%p becomes %p', (sql, expected) => {
    expect(joinTokens(rewriteExpressions(tokenize(sql)))).toBe(expected);
  });
});
