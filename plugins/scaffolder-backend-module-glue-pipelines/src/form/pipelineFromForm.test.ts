import { parsePipelineDraft } from '@glue-pipelines/pipeline';
import { pipelineFromForm } from './pipelineFromForm';

const FORM = {
  name: 'daily-orders',
  description: 'Orders, one row each',
  owner: 'group:default/data-engineering',
  sources: [{ name: 'orders', uri: 's3://shop/orders/', format: 'csv' }],
  warehouse: { table: 'orders' },
};

describe('pipelineFromForm', () => {
  it('makes a pipeline of a form with nothing optional', () => {
    expect(pipelineFromForm(FORM)).toEqual({
      apiVersion: 'glue-pipelines.io/v2',
      ...FORM,
    });
  });

  it('takes cleared fields for absent ones', () => {
    const cleared = {
      ...FORM,
      tags: [],
      sources: [{ ...FORM.sources[0], csv: { encoding: '', nullWords: [] } }],
      transform: [],
      output: { partitionBy: [] },
      warehouse: { table: 'orders', database: '', schema: ' ' },
      start: { cron: '', after: '', onNewFiles: { sources: [] } },
      compute: {},
    };
    expect(parsePipelineDraft(pipelineFromForm(cleared))).toEqual(
      parsePipelineDraft(pipelineFromForm(FORM)),
    );
  });

  it('knows kinds, formats and modes with blanks around them', () => {
    const form = {
      ...FORM,
      sources: [{ ...FORM.sources[0], csv: { header: false } }],
      transform: [{ kind: 'filter', condition: 'a > 0' }],
      warehouse: { table: 'orders', load: { mode: 'merge', keys: ['a'] } },
    };
    const blank = {
      ...form,
      sources: [{ ...form.sources[0], format: ' csv' }],
      transform: [{ kind: '\nfilter', condition: 'a > 0' }],
      warehouse: { table: 'orders', load: { mode: 'merge ', keys: ['a'] } },
    };
    expect(pipelineFromForm(blank)).toEqual(pipelineFromForm(form));
  });

  it('leaves all else as it was filled in', () => {
    const filled = {
      ...FORM,
      tags: ['shop'],
      sources: [
        {
          ...FORM.sources[0],
          csv: { header: false, delimiter: '\t', nullWords: ['', ' ', 'NA'] },
          onInvalid: 'setAside',
        },
        { name: 'customers', uri: 's3://shop/c.json', format: 'json' },
      ],
      transform: [
        {
          kind: 'join',
          source: 'customers',
          type: 'left',
          keys: [{ left: 'col1', right: 'id' }],
        },
        { kind: 'filter', condition: 'col2 > 0' },
        {
          kind: 'aggregate',
          groupBy: [
            { column: 'country' },
            { expression: 'year(day)', as: 'year' },
          ],
          measures: [{ function: 'count', as: 'orders' }],
        },
        { kind: 'select', columns: ['country', 'orders'] },
      ],
      output: { partitionBy: ['country'], whenEmpty: 'load' },
      warehouse: { database: 'sales', schema: 'mart', table: 'orders' },
      start: { cron: 'cron(0 6 * * ? *)' },
      compute: { workerType: 'G.2X', workers: 4, maxRetries: 0 },
    };
    expect(pipelineFromForm(filled)).toEqual({
      apiVersion: 'glue-pipelines.io/v2',
      ...filled,
    });
    expect(() => parsePipelineDraft(pipelineFromForm(filled))).not.toThrow();
  });

  it('drops the fields that stayed after a format or a kind was changed', () => {
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
        transform: [
          {
            kind: 'filter',
            condition: 'n > 1',
            columns: ['n'],
            keys: [{ left: 'a' }],
          },
        ],
        quality: [{ kind: 'rowCount', min: 1, column: 'n', onFailure: 'warn' }],
      }),
    ).toMatchObject({
      sources: [{ name: 'a', uri: 's3://b/c', format: 'parquet' }],
      transform: [{ kind: 'filter', condition: 'n > 1' }],
      quality: [{ kind: 'rowCount', min: 1, onFailure: 'warn' }],
    });
  });

  it.each<[string, object]>([
    ['json', { json: { path: '$[*]' } }],
    ['avro', {}],
    ['orc', {}],
  ])('keeps of a source what the format %s has', (format, kept) => {
    const source = { name: 'a', uri: 's3://b/c', format };
    const options = { csv: { header: true }, json: { path: '$[*]' } };
    expect(
      pipelineFromForm({ ...FORM, sources: [{ ...source, ...options }] }),
    ).toHaveProperty('sources', [{ ...source, ...kept }]);
  });

  it('keeps the columns of a database, and leaves them to the files of others', () => {
    const columns = [{ name: 'id', type: 'bigint' }];
    const jdbc = { connection: ' shop-db ', table: 'orders', query: '' };
    const source = { name: 'a', format: 'jdbc', jdbc, columns };
    expect(pipelineFromForm({ ...FORM, sources: [source] })).toHaveProperty(
      'sources',
      [{ ...source, jdbc: { connection: 'shop-db', table: 'orders' } }],
    );
    expect(
      pipelineFromForm({ ...FORM, sources: [{ ...source, format: 'csv' }] }),
    ).toHaveProperty('sources', [{ name: 'a', format: 'csv' }]);
  });

  it.each([
    ['append', { mode: 'append' }],
    ['merge', { mode: 'merge', keys: ['id'] }],
    ['history', { mode: 'history', keys: ['id'], changedAt: 'day' }],
  ])('keeps of a load what the mode %s has', (mode, load) => {
    const warehouse = {
      table: 'orders',
      load: { mode, keys: ['id'], changedAt: 'day' },
    };
    expect(pipelineFromForm({ ...FORM, warehouse })).toHaveProperty(
      'warehouse',
      { table: 'orders', load },
    );
  });

  it('keeps what was added and not filled in, so that it is said to be missing', () => {
    const unfilled = pipelineFromForm({
      ...FORM,
      transform: [
        {},
        { kind: 'select', columns: [''] },
        { kind: 'aggregate', groupBy: [{}], measures: [{ function: 'count' }] },
      ],
    });
    expect(() => parsePipelineDraft(unfilled)).toThrow(
      /transform\[0\]\.kind: is missing.*\ntransform\[1\]\.columns: is missing.*\ntransform\[2\]\.measures\[0\]\.as: is missing/,
    );
  });

  it('takes away the blanks that come along when a value is pasted', () => {
    expect(
      pipelineFromForm({
        ...FORM,
        name: ' daily-orders ',
        sources: [{ ...FORM.sources[0], uri: 's3://shop/orders/ ' }],
        transform: [{ kind: 'select', columns: [' id '] }],
        warehouse: { table: 'orders ' },
      }),
    ).toMatchObject({
      name: 'daily-orders',
      sources: [{ uri: 's3://shop/orders/' }],
      transform: [{ kind: 'select', columns: ['id'] }],
      warehouse: { table: 'orders' },
    });
  });
});
