import type { TypedField } from './TypedField';
import { typedColumns } from './typedColumns';

const file = (object: string, ...fields: TypedField[]) => ({
  object,
  fields,
});

const int: TypedField = { name: 'N', type: { type: 'int' }, words: 'int32' };
const bigint: TypedField = {
  ...int,
  type: { type: 'bigint' },
  words: 'int64',
};
const text: TypedField = { ...int, type: { type: 'string' }, words: 'text' };
const decimal = (precision: number, scale: number): TypedField => ({
  ...int,
  type: { type: 'decimal', precision, scale },
  words: `decimal(${precision},${scale})`,
});
const time: TypedField = { name: 'at', words: 'int64 time' };

describe('typedColumns', () => {
  it.each<[string, TypedField[], object]>([
    ['32 and 64 bits', [int, bigint], { type: 'bigint' }],
    [
      'decimals of two kinds',
      [decimal(10, 2), decimal(9, 4)],
      { type: 'decimal', precision: 12, scale: 4 },
    ],
    ['texts', [text, text], { type: 'string' }],
  ])('takes the type that holds %s', (_, fields, expected) =>
    expect(
      typedColumns(fields.map((field, index) => file(`f${index}`, field)))
        .columns,
    ).toEqual([{ name: 'n', ...expected }]),
  );

  it('leaves out what no table can hold, and says so', () => {
    expect(typedColumns([file('f', int, time)])).toEqual({
      columns: [{ name: 'n', type: 'int' }],
      notes: ['at is int64 time, which no table can hold, and is not read'],
    });
  });

  it.each<[string, ReturnType<typeof file>[], string]>([
    [
      'types that differ',
      [file('f', int), file('g', text)],
      'n is int32 in f and text in g',
    ],
    [
      'a column that is missing',
      [file('f', int), file('g', time)],
      'g has no column n, and f has',
    ],
    ['a column twice', [file('f', int, { ...int, name: 'n' })], '"n" twice'],
  ])('refuses %s', (_, files, message) =>
    expect(() => typedColumns(files)).toThrow(message),
  );
});
