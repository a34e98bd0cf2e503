import { partitionFilter } from './partitionFilter';

/** The values of a one-key table that an expression on `k` accepts. */
function accepted(type: string, values: string[], expression: string) {
  const accepts = partitionFilter(expression, [{ Name: 'k', Type: type }]);
  return values.filter(value => accepts?.([value]) ?? true);
}

const INTEGERS = ['-3', '2', '9', '10', '007'];
const DECIMALS = ['-1.5', '0', '1.20', '2.6', '3e14', '12345678901234567890.1'];
const STRINGS = ['one', 'two', 'three', '2', "it's", 'a%b', 'Größe'];
const DATES = ['2025-12-31', '2026-01-01', '2026-02-28'];
const TIMESTAMPS = [
  '2026-01-01 00:00:00',
  '2026-01-01 00:00:00.5',
  '2026-01-01 00:00:01',
];

/**
 * Operators and types of Expression: GetPartitions, AWS Glue API reference. What
 * is not documented there (text compared by code units, BETWEEN with its ends)
 * is as in SQL.
 */
describe('a filter on one partition key', () => {
  it.each<[string, string[]]>([
    ['k = 10', ['10']],
    ["k = '10'", ['10']],
    ['k = 7', ['007']],
    ['k = +7', ['007']],
    ['k <> 10', ['-3', '2', '9', '007']],
    ['k != 10', ['-3', '2', '9', '007']],
    ['k > 9', ['10']],
    ['k >= 9', ['9', '10']],
    ['k < 2', ['-3']],
    ['k <= -3', ['-3']],
    ['k IN (2, 6, 9)', ['2', '9']],
    ["k in ('2', 6)", ['2']],
    ['k NOT IN (2, 9, 10)', ['-3', '007']],
    ['k BETWEEN 2 AND 9', ['2', '9', '007']],
    ['k not between 2 and 9', ['-3', '10']],
    ['k BETWEEN 9 AND 2', []],
    ['k > 1 AND k < 3', ['2']],
    ['k = 99999999999999999999', []],
    ['(k) = ((2)) OR (((k))) = (9)', ['2', '9']],
    ['k IS NULL', []],
    ['k IS NOT NULL', INTEGERS],
    ['k=2 OR k=9', ['2', '9']],
  ])('integers: %s', (expression, expected) => {
    for (const type of ['int', 'bigint', 'long', 'tinyint', 'smallint']) {
      expect(accepted(type, INTEGERS, expression)).toEqual(expected);
    }
  });

  it.each<[string, string[]]>([
    ['k = 2.6', ['2.6']],
    ["k = '2.60'", ['2.6']],
    ['k = 26e-1', ['2.6']],
    ['k = 1.2', ['1.20']],
    ['k = -0.0', ['0']],
    ['k < 0', ['-1.5']],
    ['k < -1.49', ['-1.5']],
    ['k < -1.5', []],
    ['k > 2', ['2.6', '3e14', '12345678901234567890.1']],
    ['k > 12345678901234567890', ['12345678901234567890.1']],
    ['k between .5 and 3e10', ['1.20', '2.6']],
    ['k < 1e999999999', DECIMALS],
    ["k IN (6, '4', 2.6)", ['2.6']],
  ])('decimals: %s', (expression, expected) => {
    for (const type of ['decimal', 'decimal(38,1)', 'DECIMAL (10, 2)']) {
      expect(accepted(type, DECIMALS, expression)).toEqual(expected);
    }
  });

  it.each<[string, string[]]>([
    ["k = 'two'", ['two']],
    ["k = 'TWO'", []],
    ['k = 2', ['2']],
    ["k = 'it''s'", ["it's"]],
    ['k = "two"', ['two']],
    ['"k" = "two"', ['two']],
    ['k IN ("two", "it\'s", "")', ['two', "it's"]],
    ["k > 'three'", ['two']],
    ["k > 'twn' AND k < 'twp'", ['two']],
    ["k between '1' and '3'", ['2']],
    ["k LIKE 't%'", ['two', 'three']],
    ["k LIKE 't_o'", ['two']],
    ["k LIKE '%e%'", ['one', 'three', 'Größe']],
    ["k LIKE 'Gr__e'", ['Größe']],
    ["k LIKE 'one'", ['one']],
    ["k LIKE '%'", STRINGS],
    ["k LIKE ''", []],
    ["k LIKE '.*'", []],
    ["k NOT LIKE '%e%' AND k NOT LIKE '_'", ['two', "it's", 'a%b']],
    ["k IN ('test', 'two', 2)", ['two', '2']],
  ])('strings: %s', (expression, expected) => {
    for (const type of ['string', 'varchar(10)', 'char(5)']) {
      expect(accepted(type, STRINGS, expression)).toEqual(expected);
    }
  });

  it.each<[string, string[]]>([
    ["k = '2026-01-01'", ['2026-01-01']],
    ["k >= '2026-01-01'", ['2026-01-01', '2026-02-28']],
    ["k BETWEEN '2025-12-01' AND '2026-01-31'", ['2025-12-31', '2026-01-01']],
    ["NOT k < '2026-01-01'", ['2026-01-01', '2026-02-28']],
  ])('dates: %s', (expression, expected) => {
    expect(accepted('date', DATES, expression)).toEqual(expected);
  });

  it.each<[string, string[]]>([
    ["k = '2026-01-01 00:00:00.0'", ['2026-01-01 00:00:00']],
    ["k > '2026-01-01 00:00:00.123456789'", TIMESTAMPS.slice(1)],
    ["k < '2026-01-01 00:00:01'", TIMESTAMPS.slice(0, 2)],
  ])('timestamps: %s', (expression, expected) => {
    expect(accepted('timestamp', TIMESTAMPS, expression)).toEqual(expected);
  });
});

describe('a filter on several partition keys', () => {
  const KEYS = [
    { Name: 'year', Type: 'string' },
    { Name: 'month', Type: 'int' },
    { Name: 'order', Type: 'string' },
    { Name: '2nd-key', Type: 'string' },
  ];
  const PARTITIONS = [
    ['2025', '12', 'a', 'x'],
    ['2026', '1', 'a', 'y'],
    ['2026', '7', 'b', 'x'],
    ['2026', '__HIVE_DEFAULT_PARTITION__', '__HIVE_DEFAULT_PARTITION__', 'x'],
    ['2027'],
  ];

  it.each<[string, number[]]>([
    ['', [0, 1, 2, 3, 4]],
    [' \n\t', [0, 1, 2, 3, 4]],
    ["year = '2026' AND month = 7", [2]],
    ["year='2026'\n  and month=7", [2]],
    ["YEAR = '2026' AND Month = 7", [2]],
    // AND before OR, NOT before both.
    ["year = '2025' OR year = '2026' AND month = 1", [0, 1]],
    ["(year = '2025' OR year = '2026') AND month = 1", [1]],
    ["NOT year = '2026' AND month = 12", [0]],
    ["NOT (year = '2027' OR month = 12)", [1, 2]],
    ["NOT NOT year = '2026'", [1, 2, 3]],
    ['"order" = \'a\'', [0, 1]],
    ["`order` = 'a'", [0, 1]],
    ['"2nd-key" = \'x\'', [0, 2, 3]],
    // Hive's mark for null is a string like any other, and no number.
    ['"order" = \'__HIVE_DEFAULT_PARTITION__\'', [3]],
    ['month = 7', [2]],
    ['month <> 7', [0, 1]],
    ['NOT month = 7', [0, 1]],
    ["month = 7 OR year = '2026'", [1, 2, 3]],
    ["NOT (month = 7 AND year = '2025')", [0, 1, 2, 3, 4]],
  ])('%s', (expression, expected) => {
    const accepts = partitionFilter(expression, KEYS);
    const found = PARTITIONS.flatMap((values, index) =>
      (accepts?.(values) ?? true) ? [index] : [],
    );
    // 2027 was made before its table had more keys than one: nothing is known of them.
    expect(found).toEqual(expected);
  });

  it.each<[string, number, string]>([
    ["region = 'x'", 1, 'Its partition keys are year, month, order, 2nd-key'],
    ['year', 5, 'the expression ends where an operator'],
    ['year =', 7, 'where a number, or a string in quotes,'],
    ["year = '2026' month = 7", 15, 'month was found where AND, OR or the end'],
    ["year = '2026' AND", 18, 'where the name of a partition key'],
    ["year = '2026", 8, 'no closing quote'],
    ['year = `2026`', 8, '2026 was found where a number, or a string'],
    ["'2026' = year", 1, 'where the name of a partition key'],
    ['year == 2026', 7, '= was found'],
    ['year = month', 8, 'month was found'],
    ["year = DATE '2026-01-01'", 8, 'DATE was found'],
    ['(year = 1', 10, 'the expression ends where )'],
    ['year = 1)', 9, ') was found'],
    ['year IN ()', 10, ') was found'],
    ['year IN (1, 2', 14, 'where , or )'],
    ['year IN 1', 9, '1 was found where ('],
    ['month BETWEEN 1 OR 2', 17, 'OR was found where AND'],
    ['month IS 7', 10, 'where NULL or NOT'],
    ['month IS NOT 7', 14, 'where NULL'],
    ['month NOT 7', 11, 'where IN, BETWEEN or LIKE'],
    ["order = 'a'", 1, 'write it in double quotes'],
    ['2nd = 1', 1, 'neither a number nor a name'],
    ['month = 7; year = 1', 10, '; has no meaning'],
    ['month = 7 + 1', 11, 'neither a number'],
    ["month = 'July'", 9, 'July is not an integer'],
    ['month IN (1, 2.5)', 14, '2.5 is not an integer'],
    ["month LIKE '1%'", 1, 'int, which LIKE does not work with'],
    [`${'('.repeat(200)}month = 1`, 102, 'nested deeper than 100'],
    [`${'NOT '.repeat(200)}month = 1`, 405, 'nested deeper than 100'],
  ])('%s is refused at position %i', (expression, position, message) => {
    expect(() => partitionFilter(expression, KEYS)).toThrow(
      expect.objectContaining({
        code: 'InvalidInputException',
        message: expect.stringContaining(message),
      }),
    );
    expect(() => partitionFilter(expression, KEYS)).toThrow(
      `Value at 'Expression' is not valid at position ${position}:`,
    );
  });

  it.each([
    ['float', 'k = 1'],
    ['boolean', "k = 'true'"],
    ['array<string>', "k = 'a'"],
    [undefined, "k = 'a'"],
  ])('a key of the type %s cannot be filtered by', (Type, expression) => {
    expect(() => partitionFilter(expression, [{ Name: 'k', Type }])).toThrow(
      'cannot be filtered by',
    );
  });

  it.each([
    ['date', '2026-02-30'],
    ['date', '2026-1-1'],
    ['timestamp', '2026-01-01'],
    ['timestamp', '2026-01-01 24:00:00'],
    ['decimal', '1.2.3'],
    ['decimal', '.'],
    ['int', '0x10'],
  ])('%s: %s is no value', (Type, value) => {
    expect(() =>
      partitionFilter(`k = '${value}'`, [{ Name: 'k', Type }]),
    ).toThrow(`${value} is not a`);
  });

  it('says which partition has a value that is not of its type', () => {
    const accepts = partitionFilter("year = '2026' AND month = 1", KEYS)!;
    expect(accepts(['2025', 'July'])).toBe(false);
    expect(() => accepts(['2026', 'July'])).toThrow(
      expect.objectContaining({
        code: 'InvalidStateException',
        message: expect.stringContaining('July of month in the partition'),
      }),
    );
  });
});
