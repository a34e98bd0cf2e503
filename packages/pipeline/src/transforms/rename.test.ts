import { parsePipeline } from '../parsePipeline';
import { columnsOf } from '../testing/pipelines';
import { stepWords } from './steps';

type Renamed = { column: string; as: string };

const withSteps = (...transform: object[]) =>
  parsePipeline({
    apiVersion: 'glue-pipelines.io/v2',
    name: 'sales',
    description: 'Sales with names that Redshift takes',
    owner: 'group:default/sales',
    sources: [
      {
        name: 'sales',
        uri: 's3://shop/sales.csv',
        format: 'csv',
        columns: columnsOf('bigint', 'net price', 'größe (cm)', 'price'),
      },
    ],
    transform,
    warehouse: { table: 'sales' },
  });

const renamed = (...columns: Renamed[]) => ({ kind: 'rename', columns });

describe('rename', () => {
  it('gives names that later steps use, types included', () => {
    const { transform } = withSteps(
      renamed(
        { column: 'net price', as: 'price' },
        { column: 'price', as: 'gross_price' },
      ),
      {
        kind: 'aggregate',
        groupBy: [{ column: 'größe (cm)', as: 'size' }],
        measures: [{ function: 'sum', column: 'gross_price', as: 'total' }],
      },
    );
    expect(stepWords(transform)[0]).toBe(
      'Rename net price to price, price to gross_price',
    );
  });

  it.each<[string, Renamed[], string]>([
    [
      'a column that there is not',
      [{ column: 'netprice', as: 'net' }],
      'transform[0].columns[0].column: the rows so far have no column "netprice": use "net price", or another',
    ],
    [
      'a column twice',
      [
        { column: 'price', as: 'a' },
        { column: 'price', as: 'b' },
      ],
      'transform[0].columns[1].column: "price" is renamed twice',
    ],
    [
      'a name that another column has',
      [{ column: 'net price', as: 'price' }],
      'transform[0].columns[0].as: makes a second column named "price"',
    ],
    [
      'a name that Redshift does not take',
      [{ column: 'price', as: 'Price' }],
      'transform[0].columns[0].as: "Price" is not valid',
    ],
    ['no column', [], 'transform[0].columns: is empty: add a column'],
  ])('refuses %s', (_, columns, message) =>
    expect(() => withSteps(renamed(...columns))).toThrow(message),
  );
});
