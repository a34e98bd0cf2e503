import { columnsOf } from '../testing/pipelines';
import { stepsOn } from '../testing/stepsOn';
import { stepWords } from './steps';

const TYPES = ['boolean', 'int', 'bigint', 'double', 'string', 'date'] as const;

/** A column of each type, named `a_<type>`. */
const filled = (...columns: object[]) =>
  stepsOn(
    {
      orders: [
        ...TYPES.flatMap(type => columnsOf(type, `a_${type}`)),
        ...columnsOf('timestamp', 'a_timestamp'),
        { name: 'a_decimal', type: 'decimal', precision: 6, scale: 2 },
      ],
    },
    { kind: 'fill', columns },
  );

describe('fill', () => {
  it.each([
    ['a_boolean', 'false'],
    ['a_int', '-2147483648'],
    ['a_bigint', '9223372036854775807'],
    ['a_double', '1.5e-3'],
    ['a_decimal', '0.50'],
    ['a_string', ''],
    ['a_date', '2024-02-29'],
    ['a_timestamp', '2024-02-29T23:59:59.999Z'],
    ['a_timestamp', '2024-02-29 23:59+02:00'],
  ])('gives %s the value %p', (column, value) =>
    expect(stepWords(filled({ column, value }).transform)).toEqual([
      `Where it is missing, let ${column} be "${value}"`,
    ]),
  );

  it.each([
    ['a_boolean', 'yes', 'write true or false'],
    ['a_int', '2147483648', 'write for example 0'],
    ['a_int', '1.0', 'write for example 0'],
    ['a_bigint', '9223372036854775808', 'write for example 0'],
    ['a_double', '1e999', 'write for example 0.5'],
    ['a_date', '2023-02-29', 'write for example 2024-01-31'],
    ['a_date', '31.01.2024', 'write for example 2024-01-31'],
    ['a_timestamp', '2024-02-30T00:00:00Z', 'write for example 2024-01-31T'],
    ['a_timestamp', '2024-02-01', 'write for example 2024-01-31T'],
  ])('refuses to give %s the value %p', (column, value, remedy) =>
    expect(() => filled({ column, value })).toThrow(
      `transform[0].columns[0].value: "${value}" is no ${column.slice(
        2,
      )}: ${remedy}`,
    ),
  );

  it.each([
    ['1,5', 'is no decimal(6,2): write for example 0.5'],
    [
      '10000',
      'has more digits than a decimal(6,2): write at most 4 before and 2 behind the point',
    ],
    ['-0.125', 'has more digits than a decimal(6,2)'],
  ])('refuses to give a decimal the value %p', (value, message) =>
    expect(() => filled({ column: 'a_decimal', value })).toThrow(
      `transform[0].columns[0].value: "${value}" ${message}`,
    ),
  );

  it.each(['-9999.99', '+00012.50', '.5', '7.', '1.2000'])(
    'gives a decimal the value %p',
    value => expect(() => filled({ column: 'a_decimal', value })).not.toThrow(),
  );

  const zero = { column: 'a_int', value: '0' };

  it.each<[string, object[], string]>([
    [
      'a column that there is not',
      [zero, { column: 'b_int', value: '0' }],
      'transform[0].columns[1].column: the rows so far have no column "b_int": use "a_int"',
    ],
    [
      'a column twice',
      [zero, zero],
      'transform[0].columns[1].column: "a_int" occurs twice',
    ],
    [
      'a number that is no text',
      [{ column: 'a_int', value: 0 }],
      'transform[0].columns[0].value: must be a text: write it in quotes',
    ],
    [
      'no value',
      [{ column: 'a_int' }],
      'transform[0].columns[0].value: is missing',
    ],
    [
      'a value of two lines',
      [{ column: 'a_string', value: 'a\nb' }],
      'transform[0].columns[0].value: contains a line break',
    ],
    [
      'a value that tools would evaluate',
      [{ column: 'a_string', value: '{{resolve:ssm:x}}' }],
      'transform[0].columns[0].value: contains "{{"',
    ],
    ['no column', [], 'transform[0].columns: is empty'],
  ])('refuses %s', (_, columns, message) =>
    expect(() => filled(...columns)).toThrow(message),
  );
});
