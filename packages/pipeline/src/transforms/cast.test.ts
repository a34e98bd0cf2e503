import { columnsOf } from '../testing/pipelines';
import { stepsOn } from '../testing/stepsOn';
import { stepWords } from './steps';

const withCast = (fields: object, ...steps: object[]) =>
  stepsOn(
    {
      orders: [
        ...columnsOf('bigint', 'id'),
        ...columnsOf('string', 'price'),
        ...columnsOf('date', 'day'),
      ],
    },
    { kind: 'cast', ...fields },
    ...steps,
  );

const price = {
  column: 'price',
  type: 'decimal',
  precision: 10,
  scale: 2,
};

describe('cast', () => {
  it('gives types that later steps use', () => {
    const { transform } = withCast(
      { columns: [price, { column: 'id', type: 'string' }] },
      {
        kind: 'aggregate',
        groupBy: [{ column: 'id' }],
        measures: [{ function: 'sum', column: 'price', as: 'total' }],
      },
    );
    expect(stepWords(transform)[0]).toBe(
      'Make price a decimal(10,2), id a string',
    );
    expect(
      stepWords(withCast({ columns: [price], onInvalid: 'setNull' }).transform),
    ).toEqual([
      'Make price a decimal(10,2); values that do not fit become missing',
    ]);
  });

  it.each<[string, object, string]>([
    [
      'a column that there is not',
      { columns: [{ ...price, column: 'prise' }] },
      'transform[0].columns[0].column: the rows so far have no column "prise": use "price"',
    ],
    [
      'a column twice',
      { columns: [price, price] },
      'transform[0].columns[1].column: "price" occurs twice',
    ],
    [
      'a type that the language does not have',
      { columns: [{ column: 'id', type: 'varchar' }] },
      'transform[0].columns[0].type: must be "boolean" or',
    ],
    [
      'a type that the values can never have',
      { columns: [{ column: 'day', type: 'bigint' }] },
      'transform[0].columns[0].type: "day" is a date, of which no bigint can be made',
    ],
    [
      'a decimal without its digits',
      { columns: [{ column: 'price', type: 'decimal', scale: 2 }] },
      'transform[0].columns[0].precision: is missing',
    ],
    [
      'digits of another type',
      { columns: [{ column: 'price', type: 'double', scale: 2 }] },
      'transform[0].columns[0].scale: is only for the type decimal',
    ],
    [
      'a format that is none',
      { columns: [{ column: 'price', type: 'date', format: 'JJJJ' }] },
      'transform[0].columns[0].format: "JJJJ" has "JJJJ"',
    ],
    [
      'a format of what is no text',
      { columns: [{ column: 'day', type: 'timestamp', format: 'yyyy' }] },
      'transform[0].columns[0].format: is only for texts, and "day" is a date',
    ],
    [
      'another way with values that do not fit',
      { columns: [price], onInvalid: null },
      'transform[0].onInvalid: must be "fail" or "setNull"',
    ],
    ['no column', { columns: [] }, 'transform[0].columns: is empty'],
  ])('refuses %s', (_, fields, message) =>
    expect(() => withCast(fields)).toThrow(message),
  );
});
