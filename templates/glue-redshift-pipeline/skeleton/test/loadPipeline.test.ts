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
      assert.equal(checkPipeline(input).apiVersion, 'glue-pipelines.io/v2');
    });
  }

  it('fills in defaults and leaves its input as it is', () => {
    const before = structuredClone(smallest);
    const pipeline = checkPipeline(smallest);
    assert.deepEqual(pipeline.compute, {
      engine: 'spark',
      glueVersion: '5.1',
      workerType: 'G.1X',
      workers: 2,
      autoScaling: true,
      executionClass: 'STANDARD',
      timeoutMinutes: 60,
      maxRetries: 0,
      jobQueuing: false,
    });
    assert.deepEqual(pipeline.warehouse, {
      database: 'dev',
      schema: 'public',
      table: 'orders',
      evolution: 'fail',
      load: { mode: 'replace' },
    });
    assert.deepEqual(pipeline.transform, []);
    assert.deepEqual(smallest, before);
  });

  it('lists every problem at once', () => {
    const input = { ...smallest, name: 'No', owner: '', colour: 'red' };
    assert.throws(
      () => checkPipeline(input),
      (error: Error) =>
        ['name: "No"', 'owner: ', 'colour: is not a field'].every(part =>
          error.message.includes(part),
        ),
    );
  });

  // The words are the portal's; its own tests go through every rule.
  const wrong: [path: string, value: unknown, message: RegExp][] = [
    ['name', 'two--hyphens', /name: "two--hyphens" is not valid: use 3 to 40/],
    ['name', 'table', /name: "table" is a reserved word of Redshift/],
    ['description', 'two\nlines', /description: contains a line break/],
    ['description', 'a ${token}', /description: contains "\$\{"/],
    [
      'transform[2].condition',
      "x = '{{resolve:ssm:y}}'",
      /condition: contains "\{\{"/,
    ],
    ['transform[2].condition', 'true; drop table x', /condition: has ";"/],
    ['transform[2].condition', "state == == 'TX'", /condition: has "=="/],
    ['transform[2].condition', "status = 'x'", /have no column "status"/],
    [
      'transform[2].condition',
      "java_method('java.lang.System', 'exit', 1)",
      /uses java_method\(\)/,
    ],
    ['sources', [], /sources: needs at least one source/],
    ['sources[0].uri', 's3://shop/../other', /sources\[0\]\.uri: contains/],
    ['sources[0].uri', 's3://shop/a*', /sources\[0\]\.uri: contains "\*"/],
    ['sources[0].csv', { header: true }, /sources\[0\]\.csv: is only for/],
    ['sources[0].columns', undefined, /sources\[0\]\.columns: is missing/],
    ['sources[0].columns[2].type', 'text', /columns\[2\]\.type: must be/],
    ['sources[1].name', 'orders', /"orders" is used by two sources/],
    ['transform[0].source', 'orders', /"orders" is the first source/],
    ['transform[1].source', 'customers', /"customers" is read twice/],
    ['transform', [], /transform: does not read customers/],
    ['transform[0].type', 'outer', /transform\[0\]\.type: must be "inner"/],
    ['transform[6].columns', ['country', 'total'], /no column "total"/],
    ['transform[3].columns', ['a', 'a'], /"a" occurs twice/],
    ['output.partitionBy', ['day'], /no column "day"/],
    ['warehouse.table', 'order', /warehouse\.table: "order" is a reserved/],
    ['warehouse.schema', 'pg_temp', /schema: "pg_temp" belongs to Redshift/],
    ['start.cron', 'rate(1 day)', /start\.cron: "rate\(1 day\)"/],
    ['start.cron', 'cron(0 6 * * *)', /start\.cron: .* has 5 fields/],
    ['compute.workers', 500, /compute\.workers: is 500, and G\.2X allows/],
    ['compute.glueVersion', '4.0', /compute\.glueVersion: must be "5\.0"/],
  ];
  for (const [path, value, message] of wrong) {
    it(`refuses ${path} ${JSON.stringify(value)}`, () => {
      assert.throws(() => checkPipeline(withValue(largest, path, value)), {
        message,
      });
    });
  }
});
