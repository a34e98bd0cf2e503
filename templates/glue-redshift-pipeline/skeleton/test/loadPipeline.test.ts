import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { checkPipeline } from '../lib/loadPipeline';
import { largest, pipelines, smallest } from './example';

/** A copy with one value changed; the path is written as errors write it. */
function withValue(input: object, path: string, value: unknown): unknown {
  const copy = structuredClone(input);
  const keys = path.split(/[.[\]]+/).filter(key => key !== '');
  const last = keys.pop()!;
  const parent = keys.reduce((node: any, key) => (node[key] ??= {}), copy);
  parent[last] = value;
  return copy;
}

describe('checkPipeline', () => {
  for (const [name, input] of Object.entries(pipelines)) {
    it(`accepts a valid pipeline: ${name}`, () => {
      assert.equal(checkPipeline(input).apiVersion, 'glue-pipelines.io/v1');
    });
  }

  it('fills in defaults and leaves its input as it is', () => {
    const before = structuredClone(smallest);
    const pipeline = checkPipeline(smallest);
    assert.deepEqual(pipeline.compute, {
      glueVersion: '5.1',
      workerType: 'G.1X',
      workers: 2,
      autoScaling: true,
      timeoutMinutes: 60,
      maxRetries: 0,
    });
    assert.deepEqual(pipeline.warehouse, {
      database: 'dev',
      schema: 'public',
      table: 'orders',
    });
    assert.deepEqual(pipeline.transform.joins, []);
    assert.deepEqual(smallest, before);
  });

  it('lists every problem at once', () => {
    const input = { ...smallest, name: 'No', owner: '', colour: 'red' };
    assert.throws(
      () => checkPipeline(input),
      (error: Error) =>
        ['name:', 'owner:', 'colour is not a field'].every(part =>
          error.message.includes(part),
        ),
    );
  });

  const wrong: [path: string, value: unknown, message: RegExp][] = [
    ['name', 'two--hyphens', /name: /],
    ['description', 'two\nlines', /description: must be one line/],
    ['description', 'a ${token}', /description: contains "\$\{"/],
    ['transform.filter', "x = '{{resolve:ssm:y}}'", /filter: contains/],
    ['transform.filter', 'true; drop table x', /filter: contains ";"/],
    ['sources', [], /sources: /],
    ['sources[0].uri', 's3://shop/../other', /sources\[0\]\.uri: has an empty/],
    [
      'sources[0].uri',
      's3://shop/a*',
      /sources\[0\]\.uri: contains a wildcard/,
    ],
    ['sources[0].csv', { header: true }, /sources\[0\]\.csv: is only for/],
    ['sources[1].name', 'orders', /sources: orders is used by two sources/],
    ['transform.joins[0].source', 'orders', /joins\[0\]\.source: orders is no/],
    ['transform.joins[1].source', 'customers', /customers is joined twice/],
    ['transform.joins', [], /joins: does not join customers/],
    [
      'transform.joins[0].type',
      'outer',
      /joins\[0\]\.type: must be one of inner/,
    ],
    [
      'transform.aggregate.groupBy[1]',
      { expression: 'x' },
      /groupBy\[1\]: needs/,
    ],
    [
      'transform.aggregate.groupBy[0]',
      { column: 'a', as: 'b' },
      /groupBy\[0\]/,
    ],
    [
      'transform.aggregate.measures[1].column',
      undefined,
      /measures\[1\]\.column/,
    ],
    [
      'transform.aggregate.measures[1].as',
      'orders',
      /two columns named orders/,
    ],
    ['transform.select', ['country', 'total'], /select: total is not a column/],
    ['transform.required', ['a', 'a'], /required: a occurs twice/],
    ['output.partitionBy', ['day'], /partitionBy: day is not a column/],
    [
      'output.partitionBy',
      ['country', 'month', 'orders', 'revenue'],
      /partitionBy: names every column/,
    ],
    ['warehouse.table', 'x"; drop', /warehouse\.table: /],
    ['schedule.cron', 'rate(1 day)', /schedule\.cron: /],
    ['schedule.cron', 'cron(0 6 * * *)', /schedule\.cron: needs six fields/],
    ['compute.workers', 1, /compute\.workers: /],
    ['compute.glueVersion', '4.0', /compute\.glueVersion: must be one of 5\.0/],
  ];
  for (const [path, value, message] of wrong) {
    it(`refuses ${path} ${JSON.stringify(value)}`, () => {
      assert.throws(() => checkPipeline(withValue(largest, path, value)), {
        message,
      });
    });
  }
});
