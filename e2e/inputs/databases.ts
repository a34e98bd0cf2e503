import { parsePipeline, type PipelineInput } from '@glue-pipelines/pipeline';
import knexFactory, { type Knex } from 'knex';
import { startPostgres } from '../../scripts/lib/postgres.mjs';
import type { Endpoint } from './Endpoint';
import { deploy, Increments } from './increments';
import type { Verdict } from './tryCase';

const CONNECTION = 'shop-db';

type Source = PipelineInput['sources'][number];

const pipelineOf = (
  name: string,
  source: Pick<Source, 'jdbc' | 'columns' | 'incremental' | 'watermark'>,
  mode: 'append' | 'replace',
) =>
  parsePipeline({
    apiVersion: 'glue-pipelines.io/v2',
    name,
    description: 'Reads a database',
    owner: 'group:default/data-engineering',
    sources: [{ name: 'rows', format: 'jdbc', ...source }],
    warehouse: { table: 'result', load: { mode } },
  });

const TYPES = [
  ['id', 'integer', '7', 'bigint', '7'],
  ['small', 'smallint', '-5', 'int', '-5'],
  ['big', 'bigint', '9007199254740993', 'bigint', '9007199254740993'],
  ['price', 'numeric(9,3)', '1.5', 'decimal', '1.50'],
  ['share', 'double precision', '0.1', 'double', '0.1'],
  ['half', 'real', '0.5', 'double', '0.5'],
  ['note', 'text', "'K''öln'", 'string', "K'öln"],
  ['code', 'char(3)', "'ab'", 'string', 'ab '],
  ['day', 'date', "'2024-02-29'", 'date', '2024-02-29'],
  [
    'at',
    'timestamp',
    "'2024-03-31 02:30:00.25'",
    'timestamp',
    '2024-03-31 02:30:00.25',
  ],
  [
    'moment',
    'timestamptz',
    "'2024-03-31 02:30:00+02'",
    'timestamp',
    '2024-03-31 00:30:00',
  ],
  ['paid', 'boolean', 'true', 'boolean', 'true'],
  ['document', 'jsonb', `'{"a": [1]}'`, 'string', '{"a": [1]}'],
  [
    'key',
    'uuid',
    "'6f2c1f34-0c3a-4a9b-8f0e-0b8f3a1d2c4e'",
    'string',
    '6f2c1f34-0c3a-4a9b-8f0e-0b8f3a1d2c4e',
  ],
  ['list', 'integer[]', "'{1,2}'", 'string', '[1,2]'],
  ['nothing', 'integer', 'null', 'int', null],
] as const;

const columns: Source['columns'] = TYPES.map(([name, , , type]) => ({
  name,
  type,
  ...(type === 'decimal' && { precision: 6, scale: 2 }),
}));

const verdict = (what: string, found: unknown, expected: unknown): Verdict =>
  JSON.stringify(found) === JSON.stringify(expected)
    ? { kind: 'right', detail: '' }
    : { kind: 'wrong', detail: `${what}: ${JSON.stringify(found)}` };

/** A value of each type comes to the table as it is. */
async function tryTypes(endpoint: Endpoint, shop: Knex, work: string) {
  await shop.raw(
    `CREATE TABLE kinds (${TYPES.map(([name, kind]) => `"${name}" ${kind}`)})`,
  );
  await shop.raw(
    `INSERT INTO kinds VALUES (${TYPES.map(([, , value]) => value)})`,
  );
  const name = 'database-types';
  const jdbc = { connection: CONNECTION, table: 'public.kinds' };
  const pipeline = pipelineOf(name, { jdbc, columns }, 'replace');
  await deploy(endpoint, pipeline, work);
  const failure = await endpoint.run(name);
  const rows = await endpoint.query(name, 'SELECT * FROM public.result');
  return verdict('types', failure ?? rows, [
    TYPES.map(([, , , , told]) => told),
  ]);
}

/** Rows that are read side by side are there once each, of a query as well. */
async function tryParts(endpoint: Endpoint, shop: Knex, work: string) {
  await shop.raw(
    'CREATE TABLE many AS SELECT n AS id, n % 7 AS rest FROM generate_series(1, 20000) n',
  );
  const name = 'database-parts';
  const jdbc = {
    connection: CONNECTION,
    query: 'SELECT id, rest FROM many WHERE rest < 6',
    partitions: { column: 'id', lowerBound: 1, upperBound: 20000, count: 4 },
  };
  const ids = [{ name: 'id', type: 'bigint' as const }];
  const pipeline = pipelineOf(name, { jdbc, columns: ids }, 'replace');
  await deploy(endpoint, pipeline, work);
  const failure = await endpoint.run(name);
  const rows = await endpoint.query(
    name,
    'SELECT count(*), count(DISTINCT id), sum(id) FROM public.result',
  );
  const { rows: expected } = await shop.raw<{ rows: object[] }>(
    'SELECT count(*) a, count(DISTINCT id) b, sum(id) c FROM many WHERE rest < 6',
  );
  return verdict('parts', failure ?? rows, expected.map(Object.values));
}

/**
 * A PostgreSQL with a table of its own, from which a pipeline appends what is
 * new by a watermark.
 */
export async function withDatabase(
  endpoint: Endpoint,
  work: string,
  run: (increments: Increments, shop: Knex) => Promise<unknown>,
): Promise<Verdict[]> {
  const postgres = await startPostgres();
  const shop = knexFactory({ client: 'pg', connection: postgres.url });
  try {
    const secret = await endpoint.connect(
      CONNECTION,
      `jdbc:postgresql://127.0.0.1:${postgres.port}/postgres`,
      { username: 'postgres', password: postgres.password },
    );
    await shop.raw('CREATE TABLE orders (id bigint, at timestamp)');
    const name = 'database-watermark';
    const pipeline = pipelineOf(
      name,
      {
        jdbc: { connection: CONNECTION, secret, table: 'orders' },
        columns: [
          { name: 'id', type: 'bigint' },
          { name: 'at', type: 'timestamp' },
        ],
        incremental: 'watermark',
        watermark: { column: 'at' },
      },
      'append',
    );
    await deploy(endpoint, pipeline, work);
    const increments = new Increments(endpoint, name, id =>
      shop.raw(
        "INSERT INTO orders VALUES (:id, timestamp '2024-03-31 00:00:00' + :id * interval '1 hour')",
        { id },
      ),
    );
    await increments.put();
    await increments.expectAll('the first row');
    await increments.expectSkipped();
    await increments.put();
    await increments.expectAll('one more row');
    await run(increments, shop);
    return increments.verdicts;
  } finally {
    await shop.destroy();
    await postgres.stop();
  }
}

/** Pipelines whose source is a PostgreSQL by a Glue connection. */
export async function tryDatabases(
  endpoint: Endpoint,
  _bucket: string,
  work: string,
): Promise<Verdict[]> {
  const others: Verdict[] = [];
  const verdicts = await withDatabase(endpoint, work, async (_, shop) => {
    others.push(await tryTypes(endpoint, shop, work));
    others.push(await tryParts(endpoint, shop, work));
  });
  return [...verdicts, ...others];
}
