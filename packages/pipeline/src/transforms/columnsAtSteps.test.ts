import { parsePipelineDraft } from '../parsePipeline';
import { PIPELINE_API_VERSION } from '../pipelineFields';
import { columnsAtSteps } from './columnsAtSteps';

const { sources } = parsePipelineDraft({
  apiVersion: PIPELINE_API_VERSION,
  name: 'daily-orders',
  description: 'Orders',
  owner: 'group:default/a',
  warehouse: { table: 'orders' },
  transform: [
    {
      kind: 'join',
      source: 'customers',
      keys: [{ left: 'customer', right: 'id' }],
    },
  ],
  sources: [
    {
      name: 'orders',
      uri: 's3://shop/orders.csv',
      format: 'csv',
      columns: [
        { name: 'customer', type: 'bigint' },
        { name: 'amount', type: 'double' },
      ],
    },
    {
      name: 'customers',
      uri: 's3://shop/customers.csv',
      format: 'csv',
      columns: [{ name: 'id', type: 'bigint' }],
    },
  ],
});

const at = (steps: unknown[]) =>
  columnsAtSteps(sources, steps).map(({ rows, isSure }) => [
    rows && [...rows.keys()].join(),
    isSure,
  ]);

describe('columnsAtSteps', () => {
  it('gives the columns before each step and after the last', () => {
    expect(
      at([
        {
          kind: 'join',
          source: 'customers',
          keys: [{ left: 'customer', right: 'id' }],
        },
        { kind: 'select', columns: ['id'] },
      ]),
    ).toEqual([
      ['customer,amount', true],
      ['customer,amount,id', true],
      ['id', true],
    ]);
  });

  it.each([[{}], [null], ['x'], [{ kind: 'select', columns: [] }]])(
    'leaves the rows as they are where a step is %j',
    step => {
      expect(at([step, { kind: 'select', columns: ['amount'] }])).toEqual([
        ['customer,amount', true],
        ['customer,amount', false],
        ['amount', false],
      ]);
    },
  );

  it('knows none of a source without columns', () => {
    expect(
      columnsAtSteps([{ ...sources[0], columns: undefined }], [])[0].rows,
    ).toBeUndefined();
  });
});
