import { columnsOf } from '../testing/pipelines';
import { stepsOn } from '../testing/stepsOn';
import { stepWords } from './steps';

const ORDERS = [
  ...columnsOf('bigint', 'id'),
  ...columnsOf('double', 'price'),
  ...columnsOf('date', 'day'),
];

const UNION = { kind: 'union', source: 'older' };

const derived = (as: string, expression: string) => ({
  kind: 'derive',
  columns: [{ as, expression }],
});

describe('union', () => {
  it('takes columns in any order, and knows their types from then on', () => {
    const { transform } = stepsOn(
      { orders: ORDERS, older: [...ORDERS].reverse() },
      derived('price', 'price * 2'),
      UNION,
      {
        kind: 'aggregate',
        groupBy: [{ column: 'day' }],
        measures: [{ function: 'sum', column: 'price', as: 'total' }],
      },
    );
    expect(stepWords(transform)[1]).toBe('Add the rows of older');
  });

  it.each<[string, Parameters<typeof stepsOn>[0][string], object[], string]>([
    [
      'a column that the source lacks',
      ORDERS.slice(1),
      [UNION],
      'transform[0].source: the rows of older have no column "id", and the rows so far do: leave out or make',
    ],
    [
      'columns that the rows so far lack',
      [...ORDERS, ...columnsOf('string', 'note', 'shop')],
      [UNION],
      'transform[0].source: the rows so far have no column "note", "shop", and the rows of older do',
    ],
    [
      'another type',
      [...ORDERS.slice(0, 2), ...columnsOf('string', 'day')],
      [UNION],
      'transform[0].source: "day" is a string in older and a date in the rows so far: give both one type',
    ],
    [
      'another number',
      [...columnsOf('int', 'id'), ...ORDERS.slice(1)],
      [UNION],
      'transform[0].source: "id" is a int in older and a bigint in the rows so far',
    ],
    [
      'other digits',
      [
        ORDERS[0],
        { name: 'price', type: 'decimal', precision: 9, scale: 2 },
        ORDERS[2],
      ],
      [derived('price', 'CAST(price AS DECIMAL(10, 2))'), UNION],
      'transform[1].source: "price" is a decimal(9,2) in older and a decimal(10,2) in the rows so far: give both one type',
    ],
    [
      'a column that a step made',
      ORDERS,
      [derived('total', 'price * 2'), UNION],
      'transform[1].source: the rows of older have no column "total", and the rows so far do',
    ],
    [
      'a source that there is not',
      ORDERS,
      [{ ...UNION, source: 'old' }],
      'transform[0].source: no source is named "old": use one of older',
    ],
    [
      'a source that is read already',
      ORDERS,
      [UNION, UNION],
      'transform[1].source: "older" is read twice: let one step read each source',
    ],
    [
      'the first source',
      ORDERS,
      [{ ...UNION, source: 'orders' }],
      'transform[0].source: "orders" is the first source, whose rows the steps begin with',
    ],
    [
      'a source that no step reads',
      ORDERS,
      [],
      'transform: does not read older: add a join or a union of it, or remove the source',
    ],
  ])('refuses %s', (_, older, steps, message) =>
    expect(() => stepsOn({ orders: ORDERS, older }, ...steps)).toThrow(message),
  );
});
