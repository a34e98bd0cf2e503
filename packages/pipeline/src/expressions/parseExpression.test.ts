import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseExpression } from './parseExpression';

describe('parseExpression', () => {
  it.each<[string, string[]]>([
    ["iso_code = 'USA'", ['iso_code']],
    ['delay >= 15', ['delay']],
    ["date_format(date, 'yyyy-MM')", ['date']],
    [
      "`sold on` > DATE '2024-01-01' AND `größe (cm)` < 2.5",
      ['sold on', 'größe (cm)'],
    ],
    ['`a``b` IS NOT NULL', ['a`b']],
    ["state IN ('TX', 'NM') OR state IS NULL", ['state']],
    ['NOT (a BETWEEN 1 AND 2 + 3)', ['a']],
    ["name NOT LIKE 'A\\'%' ESCAPE '!'", ['name']],
    ["name RLIKE '^[A-Z]+$'", ['name']],
    [
      "CASE WHEN a > 1 THEN 'x' WHEN b THEN 'y' ELSE NULL END = 'x'",
      ['a', 'b'],
    ],
    ['CASE a WHEN 1 THEN 2 END', ['a']],
    ['CAST(price AS DECIMAL(18, 2)) * 2', ['price']],
    ["try_cast(a AS string) || 'x'", ['a']],
    ['EXTRACT(YEAR FROM day)', ['day']],
    ["day + INTERVAL 3 DAYS > TIMESTAMP '2024-01-01 00:00:00'", ['day']],
    ['a IS DISTINCT FROM b', ['a', 'b']],
    ['a <=> b AND a != -b', ['a', 'b']],
    ['a DIV 2 % 3', ['a']],
    ['coalesce(a, b, 0) = 1e3', ['a', 'b']],
    ['1.5L = 2BD', []],
    ["get_json_object(payload, '$.a.b') = 'x'", ['payload']],
    ['prénom = 1', ['prénom']],
    ['true', []],
    ['year(day) = 2024 and left', ['day', 'left']],
    ["if(a, 'b', \"it's\")", ['a']],
  ])('reads %s', (text, columns) => {
    expect(parseExpression(text).columns).toEqual(columns);
  });

  it.each<[string, string]>([
    ["state == == 'TX'", 'has "==" at character 10'],
    ['a =', 'ends too early'],
    ['(a', 'ends too early: expected )'],
    ['a)', 'has ")" at character 2'],
    ['f(', 'uses f() at character 1'],
    ["'open", "has a ' at character 1 that is not closed"],
    ['`open', 'that is not closed'],
    ['a b', 'has "b" at character 3'],
    ['sold on = 1', 'has "on" at character 6'],
    ['*', 'expected a column'],
    ['count(*)', 'uses count()'],
    ['upper(*)', 'has "*" at character 7'],
    [
      '(select max(value) from text.`file:///etc/hostname`)',
      'takes no subquery',
    ],
    ['a in (select b from c)', 'takes no subquery'],
    ['exists (select 1)', 'uses exists()'],
    ["java_method('java.lang.System', 'getenv', 'PATH')", 'uses java_method()'],
    ["reflect('java.lang.System', 'exit', 1)", 'uses reflect()'],
    ['input_file_name()', 'uses input_file_name()'],
    ['rand() < 0.5', 'uses rand()'],
    ['current_date() > day', 'uses current_date()'],
    ['uppr(a)', 'did you mean upper()?'],
    ['transform(a, x -> x + 1)', 'uses transform()'],
    ['upper(x -> x)', 'has "->"'],
    ['sum(a) OVER ()', 'uses sum()'],
    ['upper(a) OVER (PARTITION BY b)', 'makes a window'],
    ['t.a = 1', 'columns have no parts'],
    ['text.`file:///etc/passwd`', 'columns have no parts'],
    ['a -- b', 'has a comment at character 3'],
    ['a /* b */', 'has a comment'],
    ['a; drop table x', 'has ";" at character 2'],
    ['CAST(a AS array<int>)', 'expected a type'],
    ['CAST(a, b)', 'expected AS in CAST'],
    ['a::int', 'has "::"'],
    ['a[0]', 'has "["'],
    [':parameter', 'has ":"'],
    ['?', 'has "?"'],
    ['upper(distinct a)', 'has "distinct"'],
    ['INTERVAL 3 apples', 'expected a unit'],
    ['CASE a END', 'expected WHEN'],
    ['a LIKE ANY (b)', 'expected one pattern'],
    ['a \u200b= 1', 'which means nothing there'],
    ['\u2018a\u2019 = 1', 'which means nothing there'],
    [`${'('.repeat(2000)}a${')'.repeat(2000)}`, 'nested deeper than'],
  ])('refuses %s', (text, message) => {
    expect(() => parseExpression(text)).toThrow(message);
  });

  it('allows the functions that the jobs allow', () => {
    const list = (file: string) =>
      JSON.parse(readFileSync(resolve(__dirname, file), 'utf8'));
    expect(list('../../../../etl-scripts/functions.json')).toEqual(
      list('functions.json'),
    );
  });
});
