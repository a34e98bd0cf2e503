import { parsePipelineDraft } from '@glue-pipelines/pipeline';
import { pipelineFromForm } from './pipelineFromForm';

const FORM = {
  name: 'daily-orders',
  description: 'Orders, one row each',
  owner: 'group:default/data-engineering',
  sources: [
    { name: 'orders', uri: 's3://shop/orders/', format: 'csv' as const },
  ],
  table: 'orders',
};

describe('pipelineFromForm', () => {
  it('makes a pipeline of a form with nothing optional', () => {
    expect(pipelineFromForm(FORM)).toEqual({
      apiVersion: 'glue-pipelines.io/v1',
      name: 'daily-orders',
      description: 'Orders, one row each',
      owner: 'group:default/data-engineering',
      sources: FORM.sources,
      transform: {},
      output: {},
      warehouse: { table: 'orders' },
    });
  });

  it('takes cleared fields for absent ones', () => {
    const cleared = {
      ...FORM,
      tags: [],
      joins: [],
      filter: ' ',
      required: [],
      deduplicateBy: [],
      groupBy: [],
      measures: [],
      select: [],
      partitionBy: [],
      database: '',
      schema: '',
      cron: '',
      compute: {},
    };
    expect(parsePipelineDraft(pipelineFromForm(cleared))).toEqual(
      parsePipelineDraft(pipelineFromForm(FORM)),
    );
  });

  it('maps every field', () => {
    const pipeline = parsePipelineDraft(
      pipelineFromForm({
        ...FORM,
        tags: ['shop'],
        sources: [
          { ...FORM.sources[0], csv: { header: false, delimiter: ';' } },
          { name: 'customers', uri: 's3://shop/c.json', format: 'json' },
        ],
        joins: [
          {
            source: 'customers',
            type: 'left',
            keys: [{ left: 'col1', right: 'id' }],
          },
        ],
        filter: 'col2 > 0',
        required: ['col0'],
        deduplicateBy: ['col0'],
        groupBy: [
          { column: 'country', expression: '', as: '' },
          { expression: 'year(day)', as: 'year' },
        ],
        measures: [{ function: 'count', column: '', as: 'orders' }],
        select: ['country', 'orders'],
        partitionBy: ['country'],
        database: 'sales',
        schema: 'mart',
        cron: 'cron(0 6 * * ? *)',
        compute: { workerType: 'G.2X', workers: 4, maxRetries: 1 },
      }),
    );
    expect(pipeline).toEqual({
      apiVersion: 'glue-pipelines.io/v1',
      name: 'daily-orders',
      description: 'Orders, one row each',
      owner: 'group:default/data-engineering',
      tags: ['shop'],
      sources: [
        {
          name: 'orders',
          uri: 's3://shop/orders/',
          format: 'csv',
          csv: {
            header: false,
            delimiter: ';',
            quote: '"',
            escape: 'doubled',
            multiLine: false,
            encoding: 'UTF-8',
            decimalMark: '.',
            nullWords: [''],
          },
          onInvalid: 'fail',
        },
        {
          name: 'customers',
          uri: 's3://shop/c.json',
          format: 'json',
          onInvalid: 'fail',
        },
      ],
      transform: {
        joins: [
          {
            source: 'customers',
            type: 'left',
            keys: [{ left: 'col1', right: 'id' }],
          },
        ],
        filter: 'col2 > 0',
        required: ['col0'],
        deduplicateBy: ['col0'],
        aggregate: {
          groupBy: [
            { column: 'country' },
            { expression: 'year(day)', as: 'year' },
          ],
          measures: [{ function: 'count', as: 'orders' }],
        },
        select: ['country', 'orders'],
      },
      output: { partitionBy: ['country'], whenEmpty: 'fail' },
      warehouse: { database: 'sales', schema: 'mart', table: 'orders' },
      schedule: { cron: 'cron(0 6 * * ? *)' },
      compute: {
        glueVersion: '5.1',
        workerType: 'G.2X',
        workers: 4,
        autoScaling: true,
        timeoutMinutes: 60,
        maxRetries: 1,
      },
    });
  });

  it('drops options of CSV that stayed after the format was changed', () => {
    expect(
      pipelineFromForm({
        ...FORM,
        sources: [
          {
            name: 'a',
            uri: 's3://b/c',
            format: 'parquet',
            csv: { header: true },
          },
        ],
      }),
    ).toMatchObject({
      sources: [{ name: 'a', uri: 's3://b/c', format: 'parquet' }],
    });
  });

  it('takes a list of words that was left empty for none given', () => {
    const { sources } = parsePipelineDraft(
      pipelineFromForm({
        ...FORM,
        sources: [
          { ...FORM.sources[0], csv: { delimiter: ';', nullWords: [] } },
        ],
      }),
    );
    expect(sources[0].csv).toMatchObject({ delimiter: ';', nullWords: [''] });
  });

  it('takes away the blanks that come along when a value is pasted', () => {
    const { sources, ...rest } = pipelineFromForm({
      ...FORM,
      name: ' daily-orders ',
      sources: [{ ...FORM.sources[0], uri: 's3://shop/orders/ ' }],
      select: [' id '],
      table: 'orders ',
    }) as ReturnType<typeof JSON.parse>;
    expect(sources[0].uri).toBe('s3://shop/orders/');
    expect([rest.name, rest.transform.select, rest.warehouse.table]).toEqual([
      'daily-orders',
      ['id'],
      'orders',
    ]);
  });
});
