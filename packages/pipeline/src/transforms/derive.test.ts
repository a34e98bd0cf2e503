import { parsePipeline } from '../parsePipeline';
import { columnsOf } from '../testing/pipelines';
import { stepWords } from './steps';

type Derived = { as: string; expression: string };

const withSteps = (...transform: object[]) =>
  parsePipeline({
    apiVersion: 'glue-pipelines.io/v2',
    name: 'sales',
    description: 'Sales with their revenue',
    owner: 'group:default/sales',
    sources: [
      {
        name: 'sales',
        uri: 's3://shop/sales/',
        format: 'parquet',
        columns: columnsOf('bigint', 'price', 'quantity'),
      },
    ],
    transform,
    warehouse: { table: 'sales' },
  });

const derived = (...columns: Derived[]) => ({ kind: 'derive', columns });

const REVENUE = { as: 'revenue', expression: 'price * quantity' };

describe('derive', () => {
  it('makes columns that later ones and later steps may name', () => {
    const { transform } = withSteps(
      derived(REVENUE, { as: 'price', expression: 'revenue / 2' }),
      { kind: 'select', columns: ['price', 'quantity', 'revenue'] },
    );
    expect(stepWords(transform)[0]).toBe(
      'Compute revenue = price * quantity, price = revenue / 2',
    );
  });

  it.each<[string, Derived[], string]>([
    [
      'a column that there is not',
      [{ as: 'revenue', expression: 'price * quantiy' }],
      'transform[0].columns[0].expression: the rows so far have no column "quantiy": use "quantity", or another one of price, quantity',
    ],
    [
      'a column that is made after it',
      [{ as: 'half', expression: 'revenue / 2' }, REVENUE],
      'transform[0].columns[0].expression: the rows so far have no column "revenue"',
    ],
    [
      'no expression',
      [{ as: 'revenue', expression: 'price *' }],
      'transform[0].columns[0].expression: ends too early',
    ],
    [
      'a name twice',
      [REVENUE, REVENUE],
      'transform[0].columns[1].as: makes a second column named "revenue"',
    ],
    [
      'a name that Redshift keeps',
      [{ as: 'order', expression: 'price' }],
      'transform[0].columns[0].as: "order" is a reserved word of Redshift',
    ],
    ['no column', [], 'transform[0].columns: is empty: add a column'],
  ])('refuses %s', (_, columns, message) =>
    expect(() => withSteps(derived(...columns))).toThrow(message),
  );
});
