import { TestWarehouse } from '../__testUtils__/TestWarehouse';

/**
 * Functions as the Amazon Redshift Database Developer Guide, "SQL functions
 * reference", shows them, with its results where it gives some.
 */
describe("Redshift's functions", () => {
  let test: TestWarehouse;
  beforeAll(async () => {
    test = await TestWarehouse.open();
  });
  afterAll(() => test.remove());

  it.each([
    // Conditional expressions
    ["nvl(null, 'a')", 'a'],
    ['nvl(null, null, null, 4)', 4],
    ["nvl2(1, 'a', 'b')", 'a'],
    ["decode(2, 1, 'one', 2, 'two', 'other')", 'two'],
    ["decode(null, null, 'nothing', 'other')", 'nothing'],
    ["decode(3, 1, 'one')", null],
    ["coalesce(null, 'b')", 'b'],
    ["nullif('a', 'a')", null],
    ['greatest(1, null, 3)', 3],
    ["least('B', 'a')", 'B'],

    // Dates and times
    ["dateadd(day, 3, '2026-01-30')", '2026-02-02 00:00:00'],
    ["dateadd(mon, -1, date '2026-03-31')", '2026-02-28 00:00:00'],
    ["dateadd(month, 18, '2008-02-28')", '2009-08-28 00:00:00'],
    ["dateadd(month, 1, '2008-04-30')", '2008-05-30 00:00:00'],
    ["dateadd(min, 30, '2008-01-01 00:00:00')", '2008-01-01 00:30:00'],
    ["dateadd('century', 1, '2008-01-01')", '2108-01-01 00:00:00'],
    ["datediff(week, '2009-01-01', '2009-12-31')", 52],
    ["datediff(qtr, '1998-07-01', '2009-07-01')", 44],
    ["datediff(hour, '2010-09-30 19:30:00', '2010-09-30 22:10:00')", 3],
    ["datediff(day, '2026-01-01'::date, '2026-01-31'::date)", 30],
    ["datediff(year, '2008-12-31', '2009-01-01')", 1],
    ["date_part(w, timestamp '2008-06-17 09:44:54')", 25],
    ["date_part(minute, timestamp '2009-01-01 02:08:01')", 8],
    ["date_part(dow, date '2026-01-04')", 0],
    ["extract(hr from timestamp '2009-09-09 12:08:43')", 12],
    [
      "date_trunc('week', timestamp '2020-04-30 22:36:30')",
      '2020-04-27 00:00:00',
    ],
    ["date_trunc('mon', date '2020-04-30')", '2020-04-01 00:00:00'],
    ["add_months('2008-03-31', 1)", '2008-04-30 00:00:00'],
    ["add_months('2008-04-30', 1)", '2008-05-31 00:00:00'],
    ["add_months(date '2026-01-31', 1)", '2026-02-28 00:00:00'],
    ["last_day('2004-01-05')", '2004-01-31'],
    ["months_between('1969-01-18', '1969-03-18')", -2],
    ["months_between('2004-05-31', '2004-06-30')", -1],
    ["next_day('2014-08-20', 'Tuesday')", '2014-08-26'],
    ["next_day('2014-08-20', 'we')", '2014-08-27'],
    ["trunc(timestamp '2011-07-21 10:32:38.248109')", '2011-07-21'],
    [
      "convert_timezone('EST', timestamp '2008-08-21 12:00:00')",
      '2008-08-21 07:00:00',
    ],
    [
      "convert_timezone('Europe/Berlin', 'UTC', '2026-01-01 00:00:00')",
      '2025-12-31 23:00:00',
    ],
    ["date_part_year(date '2022-05-02')", 2022],
    ["date_cmp('2008-01-01', '2008-01-04')", -1],
    ["timestamp_cmp('2008-01-24 06:43:29', '2008-01-24 06:43:29')", 0],
    ['datediff(second, getdate(), sysdate) between -5 and 5', true],
    ["interval '4 weeks, 3 days' + date '2026-01-01'", '2026-02-01 00:00:00'],

    // Formats
    [
      "to_char(timestamp '2009-12-31 23:15:59', 'MONTH-DY-DD-YYYY HH12:MIPM')",
      'DECEMBER -THU-31-2009 11:15PM',
    ],
    ["to_char(timestamp '2009-12-31 23:15:59', 'HH24:MI:SS')", '23:15:59'],
    ["to_char(-125.8, '999D99S')", '125.80-'],
    ['to_char(12, null)', null],
    ["to_date('02 Oct 2001', 'DD Mon YYYY')", '2001-10-02'],
    ["to_date('20010631', 'YYYYMMDD', false)", '2001-07-01'],
    [
      "to_timestamp('2011-12-18 24:38:15', 'YYYY-MM-DD HH24:MI:SS')",
      '2011-12-19 00:38:15+00',
    ],
    ["to_number('12,454.8-', '99G999D9S')", '-12454.8000000000'],

    // Numbers
    ['10 / 4', 2],
    ['-7 / 2', -3],
    ['10 / 4.0', 2.5],
    ['trunc(115.32)', '115'],
    ['trunc(110.115, 2)', 110.11],
    ['round(28.05, 1)', '28.1'],
    ["strtol('abcd1234', 16)", 2882343476],
    ['to_hex(2147676847)', '8002f2af'],
    ['dlog10(100)', 2],
    ['dexp(0)', 1],
    ['mod(10, 4)', 2],
    ['10 % 4', 2],
    ['-7.5 % 2', '-1.5'],
    ['1 / null', null],
    ['case when 0 = 0 then 0 else 1 / 0 end', 0],
    ['7::bigint / 2::smallint', 3],
    ['1 / (case when 2 = 2 then 1 else 0 end)', 1],
    ['ceiling(1.2)::int', 2],
    ['2.6::decimal', '3'],

    // Texts
    ["btrim('     abc     ')", 'abc'],
    ["btrim('setuphistorycassettes', 'tes')", 'uphistoryca'],
    ["charindex('dog', 'fish')", 0],
    ["charindex('fish', 'dogfish')", 4],
    ["concat('December 25, ', '2008')", 'December 25, 2008'],
    ["concat('a', null)", null],
    ["initcap('nibh.enim@egestas.ca')", 'Nibh.Enim@Egestas.Ca'],
    ["len('français')", 8],
    ["octet_length('français')", 9],
    ["lpad('x', 3) || rpad('y', 2) || '|'", '  xy |'],
    ["replicate('ab', 2)", 'abab'],
    ["quote_ident('Ab c')", '"Ab c"'],
    ["quote_literal('it''s')", "'it''s'"],
    ["split_part('abc$def$ghi', '$', 2)", 'def'],
    ["translate('mint tea', 'inea', 'osin')", 'most tin'],
    ["'abc' || 'def'", 'abcdef'],
    ["'abcdef'::varchar(3)", 'abc'],
    ["cast('aüb' as char(2))", 'a'],
    ["'7'::varchar(max)", '7'],

    // Patterns
    ["regexp_count('abcdefghijklmnopqrstuvwxyz', '[a-z]{3}')", 8],
    ["regexp_instr('the fox', 'f[a-z]+')", 5],
    ["regexp_instr('the fox', 'z')", 0],
    [
      "regexp_replace('the fox', 'fox', 'quick brown fox')",
      'the quick brown fox',
    ],
    ["regexp_replace('a1b2', '[0-9]')", 'ab'],
    ["regexp_substr('a fox with a fax', 'f[a-z]x', 1, 2)", 'fax'],
    ["regexp_substr('abc', 'x')", ''],
    ["'Elevation' similar to '%(v|w)a_ion'", true],
    ["'a.b' similar to 'a.b' and not 'axb' similar to 'a.b'", true],
    ["'xAy' ~* 'a' and 'xay' ~ 'a' and 'xAy' !~ 'a'", true],
    ["'Hello' ilike 'hE%'", true],

    // Hashes
    ["md5('Amazon Redshift')", 'f7415e33f972c03abd4f3fed36748f7a'],
    ["sha1('Amazon Redshift')", 'eeac5ed1e11cda66032c30ad77b25071b5487f55'],
    ["crc32('Amazon Redshift')", 'f2726906'],
    [
      "sha2('Amazon Redshift', 256)",
      '15013dc10bc5b293f1f66ea28d818387f191cafeb26f89639fae0b4acf9c8772',
    ],
    ["fnv_hash('Amazon Redshift')", '7783490368944507294'],

    // JSON and SUPER
    [
      `json_extract_path_text('{"f2":{"f3":1},"f4":{"f5":99,"f6":"star"}}', 'f4', 'f6')`,
      'star',
    ],
    [`json_extract_path_text('{"a":1}', 'b')`, null],
    [`json_extract_path_text('{"a', 'b', true)`, null],
    ["json_extract_array_element_text('[111,112,113]', 2)", '113'],
    ['json_array_length(\'[11,12,13,{"f1":21,"f2":[25,26]},14]\')', 5],
    ['is_valid_json(\'{"a":{aa:1},"b":2}\')', false],
    ["is_valid_json_array('[1, 2]')", true],
    [`json_parse('{"a": {"b": [10, 20]}}').a.b[1]::int`, 20],
    [`json_serialize(json_parse('{"a":1}'))`, '{"a":1}'],
    [`json_typeof(json_parse('[1]'))`, 'array'],
    ["can_json_parse('{')", false],
  ])('%s is %j', async (expression, expected) => {
    expect(await test.rows(`select ${expression}`)).toEqual([[expected]]);
  });

  it.each([
    ["select to_date('x', 'YYYY-MM-DD')", 'does not match the format'],
    ["select next_day('2026-01-01', 'x')", 'does not know the day'],
    ["select strtol('9', 8)", 'not valid to be converted to base 8'],
    [`select json_extract_path_text('{"a', 'b')`, 'JSON'],
    ["select 'a' similar to b from (select 'x' as b)", 'only a text in quotes'],
    ['select 1 / 0', 'ERROR: division by zero'],
    ['select 1.5 / 0', 'ERROR: division by zero'],
    ['select 1 % 0', 'ERROR: division by zero'],
    ['select mod(1, 0)', 'ERROR: division by zero'],
    [
      'select 1 / (case when count(*) = 3 then 1 else 0 end) from range(2)',
      'ERROR: division by zero',
    ],
    ['select top 1 1 union select 2', 'put the query into parentheses'],
  ])('%s fails', async (sql, reason) => {
    expect(await test.failure(sql)).toContain(reason);
  });

  const numbers = '(select range as n, range % 2 as g from range(1, 5))';

  it.each([
    [
      `select g, listagg(n, ',') within group (order by n desc) from ${numbers} group by g order by g`,
      [
        [0, '4,2'],
        [1, '3,1'],
      ],
    ],
    [`select listagg(n) within group (order by n) from ${numbers}`, [['1234']]],
    [`select median(n) from ${numbers}`, [[2.5]]],
    [
      `select distinct percentile_cont(0.5) within group (order by n) over (partition by g) as p from ${numbers} order by 1`,
      [[2], [3]],
    ],
    [`select approximate count(distinct n) from ${numbers}`, [[4]]],
    [
      `select n, ratio_to_report(n) over () from ${numbers} order by n limit 2`,
      [
        [1, 0.1],
        [2, 0.2],
      ],
    ],
    [`select top 2 n from ${numbers} order by n desc`, [[4], [3]]],
    [
      `select n from ${numbers} qualify row_number() over (partition by g order by n desc) = 1 order by n`,
      [[3], [4]],
    ],
    [`select * from ${numbers} pivot (sum(n) for g in (0, 1))`, [['6', '4']]],
    [`select n from ${numbers} minus select 2 order by 1 limit 1`, [[1]]],
    ['select n from generate_series(1, 3) t(n) order by 1', [[1], [2], [3]]],
    [
      'with recursive t(n) as (select 1 union all select n + 1 from t where n < 3) select sum(n) from t',
      [['6']],
    ],
  ])('%s', async (sql, expected) => {
    expect(await test.rows(sql)).toEqual(expected);
  });
});
