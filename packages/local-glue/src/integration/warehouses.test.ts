import {
  BatchExecuteStatementCommand,
  DescribeStatementCommand,
  ExecuteStatementCommand,
  GetStatementResultCommand,
  RedshiftDataClient,
  SqlParameter,
} from '@aws-sdk/client-redshift-data';
import {
  CreateNamespaceCommand,
  CreateWorkgroupCommand,
  RedshiftServerlessClient,
} from '@aws-sdk/client-redshift-serverless';
import { startTestServer, TestServer } from './__testUtils__/startTestServer';

jest.setTimeout(60_000);

const role = 'arn:aws:iam::000000000000:role/copy';
const commentOf =
  "SELECT description FROM pg_description d JOIN pg_class c ON c.oid = d.objoid JOIN pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname = 'mart' AND c.relname = 'orders' AND d.objsubid = 0";
const columnsOf =
  'SELECT column_name, data_type, character_maximum_length, numeric_precision, numeric_scale FROM svv_columns WHERE table_schema = :s AND table_name = :t ORDER BY ordinal_position';
const createTable =
  'CREATE TABLE IF NOT EXISTS mart.orders (ok BOOLEAN, n INTEGER, id BIGINT, x DOUBLE PRECISION, price DECIMAL(18,2), name VARCHAR(65535), day DATE, seen TIMESTAMP)';

/** Pipelines that load their tables through the Data API as a job does: in one transaction, from a manifest. */
describe('pipelines with warehouses of their own', () => {
  let server: TestServer;
  let data: RedshiftDataClient;
  beforeAll(async () => {
    server = await startTestServer();
    data = new RedshiftDataClient(server.clientOptions);
    const serverless = new RedshiftServerlessClient(server.clientOptions);
    for (const name of ['first', 'second']) {
      await serverless.send(
        new CreateNamespaceCommand({ namespaceName: name, dbName: 'dev' }),
      );
      await serverless.send(
        new CreateWorkgroupCommand({
          workgroupName: name,
          namespaceName: name,
        }),
      );
    }
    server.context.buckets.create('lake');
  });
  afterAll(async () => {
    data.destroy();
    await server.stop();
  });

  const ended = (Id: string | undefined) =>
    data.send(new DescribeStatementCommand({ Id, WaitTimeSeconds: 30 }));
  const query = async (
    WorkgroupName: string,
    Sql: string,
    Parameters?: SqlParameter[],
  ) => {
    const { Id } = await data.send(
      new ExecuteStatementCommand({
        WorkgroupName,
        Database: 'dev',
        Sql,
        Parameters,
      }),
    );
    const { Status, Error: message, HasResultSet } = await ended(Id);
    if (Status !== 'FINISHED') throw new Error(message);
    if (!HasResultSet) return [];
    const { Records } = await data.send(new GetStatementResultCommand({ Id }));
    return Records?.map(record =>
      record.map(field => ('isNull' in field ? null : Object.values(field)[0])),
    );
  };
  /** Writes a file of rows and its manifest; `ids` are the rows. */
  const write = async (
    pipeline: string,
    ids: number[],
    { lengthOff = 0, more = '' } = {},
  ) => {
    const { buckets, warehouses } = server.context;
    const key = `${pipeline}/part-0.parquet`;
    await buckets.put('lake', key, 'placeholder');
    await warehouses.own.inspect(
      'dev',
      `COPY (SELECT id % 2 = 0, id::int, id::bigint, id / 2::double, id::decimal(18,2), '${pipeline}', date '2026-01-01', timestamp '2026-01-01 10:00:00'${more} FROM unnest([${ids.join()}]::int[]) v(id)) TO '${buckets.path('lake', key)}' (FORMAT parquet)`,
    );
    const { size } = await buckets.head('lake', key);
    await buckets.put(
      'lake',
      `${pipeline}.manifest`,
      JSON.stringify({
        entries: [
          {
            url: `s3://lake/${key}`,
            mandatory: true,
            meta: { content_length: size + lengthOff },
          },
        ],
      }),
    );
  };
  const load = async (
    workgroup: string,
    comment: string,
    create: string,
    check: string[] = [],
  ) => {
    const { Id } = await data.send(
      new BatchExecuteStatementCommand({
        WorkgroupName: workgroup,
        Database: 'dev',
        Sqls: [
          'CREATE SCHEMA IF NOT EXISTS mart',
          create,
          `COMMENT ON TABLE mart.orders IS '${comment}'`,
          'DELETE FROM mart.orders',
          `COPY mart.orders FROM 's3://lake/${workgroup}.manifest' IAM_ROLE '${role}' MANIFEST FORMAT AS PARQUET`,
          ...check,
        ],
      }),
    );
    return ended(Id);
  };
  const state = async (workgroup: string) => ({
    ids: (
      await query(workgroup, 'SELECT id FROM mart.orders ORDER BY id')
    )?.flat(),
    comment: (await query(workgroup, commentOf))?.flat(),
  });

  it('leave the rows of one another, although their tables are called alike', async () => {
    await write('first', [1, 2, 3]);
    await write('second', [7]);
    for (const workgroup of ['first', 'second']) {
      const done = await load(workgroup, `of ${workgroup}`, createTable);
      expect(done.Error).toBeUndefined();
      expect(done.SubStatements?.map(({ ResultRows }) => ResultRows)).toEqual([
        0,
        0,
        0,
        0,
        workgroup === 'first' ? 3 : 1,
      ]);
    }
    // A rerun replaces the rows of its own.
    await write('second', [8, 9]);
    expect((await load('second', 'again', createTable)).Status).toBe(
      'FINISHED',
    );
    expect(await state('first')).toEqual({
      ids: [1, 2, 3],
      comment: ['of first'],
    });
    expect(await state('second')).toEqual({ ids: [8, 9], comment: ['again'] });
    await expect(
      query('local-glue', 'SELECT 1 FROM mart.orders'),
    ).rejects.toThrow('mart');
    expect(await query('first', 'SELECT count(*) FROM mart.orders')).toEqual([
      [3],
    ]);
  });

  it("are told their tables' columns in Redshift's words", async () => {
    const parameters = [
      { name: 's', value: 'mart' },
      { name: 't', value: 'orders' },
    ];
    expect(await query('first', columnsOf, parameters)).toEqual([
      ['ok', 'boolean', null, null, null],
      ['n', 'integer', null, 32, 0],
      ['id', 'bigint', null, 64, 0],
      ['x', 'double precision', null, 53, null],
      ['price', 'numeric', null, 18, 2],
      ['name', 'character varying', 65535, null, null],
      ['day', 'date', null, null, null],
      ['seen', 'timestamp without time zone', null, null, null],
    ]);
    parameters[1].value = 'none';
    expect(await query('first', columnsOf, parameters)).toEqual([]);
  });

  it.each([
    [
      'a file that is not as long as its manifest says',
      { lengthOff: 1 },
      'Query #5 failed with ERROR: The manifest s3://lake/first.manifest says that s3://lake/first/part-0.parquet has',
    ],
    [
      'a file that has more columns',
      { more: ", 'more'" },
      'Query #5 failed with ERROR: COPY: s3://lake/first/part-0.parquet has 9 columns, but 8 are loaded',
    ],
  ])('keep what they had after %s', async (_what, mistake, message) => {
    const before = await state('first');
    await write('first', [4], mistake);
    const failed = await load(
      'first',
      'not to be seen',
      'ALTER TABLE mart.orders ADD COLUMN late INTEGER',
    );
    const unchanged = await load('first', 'not to be seen', createTable);
    expect(failed.Status).toBe('FAILED');
    expect(unchanged.Status).toBe('FAILED');
    expect(unchanged.Error).toContain(message);
    expect(await state('first')).toEqual(before);
    expect(
      await query(
        'first',
        "SELECT count(*) FROM svv_columns WHERE table_schema = 'mart'",
      ),
    ).toEqual([[8]]);
  });

  it('keep what they had when a statement after COPY does not find the rows', async () => {
    const before = await state('first');
    await write('first', [4]);
    const failed = await load('first', 'not to be seen', createTable, [
      'SELECT 1 / (CASE WHEN count(*) = 2 THEN 1 ELSE 0 END) FROM mart.orders',
    ]);
    expect(failed.Error).toBe('Query #6 failed with ERROR: division by zero');
    expect(await state('first')).toEqual(before);
    const loaded = await load('first', 'of first', createTable, [
      'SELECT 1 / (CASE WHEN count(*) = 1 THEN 1 ELSE 0 END) FROM mart.orders',
    ]);
    expect(loaded.Status).toBe('FINISHED');
  });

  it('make users and databases, and grant', async () => {
    for (const sql of [
      'CREATE USER "IAMR:loader" PASSWORD DISABLE',
      'GRANT USAGE, CREATE ON SCHEMA mart TO "IAMR:loader"',
      'GRANT SELECT ON ALL TABLES IN SCHEMA mart TO GROUP readers',
      'ALTER DEFAULT PRIVILEGES IN SCHEMA mart GRANT SELECT ON TABLES TO GROUP readers',
      'CREATE DATABASE reports',
    ]) {
      expect(await query('first', sql)).toEqual([]);
    }
    const user = "SELECT 1 FROM pg_user WHERE usename = 'IAMR:loader'";
    expect(await query('first', user)).toEqual([[1]]);
    expect(await query('second', user)).toEqual([]);
    await expect(
      query('first', 'CREATE USER "IAMR:loader" PASSWORD DISABLE'),
    ).rejects.toThrow('user "IAMR:loader" already exists');
  });
});
