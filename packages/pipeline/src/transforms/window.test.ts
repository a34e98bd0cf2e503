import { columnsOf } from '../testing/pipelines';
import { stepsOn } from '../testing/stepsOn';
import { stepWords } from './steps';

const withWindow = (fields: object, ...steps: object[]) =>
  stepsOn(
    {
      orders: [
        ...columnsOf('bigint', 'id', 'amount'),
        ...columnsOf('string', 'shop'),
        ...columnsOf('date', 'day'),
      ],
    },
    {
      kind: 'window',
      partitionBy: ['shop'],
      orderBy: [{ column: 'day' }],
      ...fields,
    },
    ...steps,
  );

const TOTAL = { function: 'sum', column: 'amount', as: 'total' };

describe('window', () => {
  it('makes columns with types that later steps use', () => {
    const { transform } = withWindow(
      {
        measures: [
          TOTAL,
          { function: 'row_number', as: 'number' },
          { function: 'lag', column: 'day', offset: 2, as: 'before' },
          { function: 'count', as: 'n' },
        ],
      },
      {
        kind: 'fill',
        columns: [
          { column: 'total', value: '0' },
          { column: 'before', value: '1970-01-01' },
        ],
      },
    );
    expect(stepWords(transform)[0]).toBe(
      'Compute total = sum(amount), number = row_number(), before = lag(day, 2), n = count(*) over the rows of each shop, ordered by day',
    );
    expect(
      stepWords(
        withWindow({ partitionBy: [], orderBy: [], measures: [TOTAL] })
          .transform,
      ),
    ).toEqual(['Compute total = sum(amount) over the rows']);
    expect(() =>
      withWindow(
        { measures: [{ function: 'lead', column: 'day', as: 'next' }] },
        { kind: 'fill', columns: [{ column: 'next', value: '0' }] },
      ),
    ).toThrow('transform[1].columns[0].value: "0" is no date');
  });

  it.each<[string, object, string]>([
    [
      'a group by a column that there is not',
      { partitionBy: ['shopp'], measures: [TOTAL] },
      'transform[0].partitionBy[0]: the rows so far have no column "shopp": use "shop"',
    ],
    [
      'a group by a column twice',
      { partitionBy: ['shop', 'shop'], measures: [TOTAL] },
      'transform[0].partitionBy[1]: "shop" occurs twice',
    ],
    [
      'an order by a column that there is not',
      { orderBy: [{ column: 'dayy' }], measures: [TOTAL] },
      'transform[0].orderBy[0].column: the rows so far have no column "dayy": use "day"',
    ],
    [
      'a rank without an order',
      { orderBy: [], measures: [{ function: 'rank', as: 'place' }] },
      'transform[0].orderBy: is missing: rank needs the order of the rows',
    ],
    [
      'a rank of a column',
      { measures: [{ function: 'rank', column: 'day', as: 'place' }] },
      'transform[0].measures[0].column: is not for rank',
    ],
    [
      'a neighbour of no column',
      { measures: [{ function: 'lag', as: 'before' }] },
      'transform[0].measures[0].column: is missing: name the column whose lag',
    ],
    [
      'a sum of texts',
      { measures: [{ ...TOTAL, column: 'shop' }] },
      'transform[0].measures[0].column: "shop" is a string, and sum needs a number',
    ],
    [
      'a measure of a column that there is not',
      { measures: [TOTAL, { function: 'lag', column: 'amonut', as: 'x' }] },
      'transform[0].measures[1].column: the rows so far have no column "amonut": use "amount"',
    ],
    [
      'an offset of a sum',
      { measures: [{ ...TOTAL, offset: 2 }] },
      'transform[0].measures[0].offset: is only for lag and lead',
    ],
    [
      'an offset of nothing',
      {
        measures: [{ function: 'lag', column: 'day', offset: 0, as: 'before' }],
      },
      'transform[0].measures[0].offset: must be at least 1',
    ],
    [
      'a name twice',
      { measures: [TOTAL, TOTAL] },
      'transform[0].measures[1].as: makes a second column named "total"',
    ],
    [
      'a name that a column has',
      { measures: [{ ...TOTAL, as: 'amount' }] },
      'transform[0].measures[0].as: there is a column "amount" already',
    ],
    [
      'a function that there is not',
      { measures: [{ ...TOTAL, function: 'median' }] },
      'transform[0].measures[0].function: must be "row_number" or',
    ],
    ['no measure', { measures: [] }, 'transform[0].measures: needs at least'],
  ])('refuses %s', (_, fields, message) =>
    expect(() => withWindow(fields)).toThrow(message),
  );
});
