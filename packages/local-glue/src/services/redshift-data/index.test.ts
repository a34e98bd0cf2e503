import {
  BatchExecuteStatementCommand,
  CancelStatementCommand,
  DescribeStatementCommand,
  DescribeTableCommand,
  ExecuteStatementCommand,
  GetStatementResultCommand,
  ListDatabasesCommand,
  ListSchemasCommand,
  ListStatementsCommand,
  ListTablesCommand,
  RedshiftDataClient,
} from '@aws-sdk/client-redshift-data';
import { migrations } from '../../server/migrations';
import { openDatabase } from '../../store/database';
import { TestServices } from '../__testUtils__/TestServices';

const target = { Database: 'dev', WorkgroupName: 'local-glue' };
const endStates = ['FINISHED', 'FAILED', 'ABORTED'];

describe('Redshift Data API', () => {
  let server: TestServices;
  let client: RedshiftDataClient;

  beforeEach(async () => {
    server = await TestServices.start();
    client = new RedshiftDataClient(server.clientConfig);
  });

  afterEach(async () => {
    client.destroy();
    await server.remove();
  });

  const DescribeStatement = (Id: string) =>
    client.send(new DescribeStatementCommand({ Id }));
  const ended = async (Id: string) => {
    for (;;) {
      const statement = await DescribeStatement(Id);
      if (endStates.includes(statement.Status ?? '')) return statement;
      await new Promise(done => setTimeout(done, 20));
    }
  };
  const submit = async (Sql: string, members: object = {}) => {
    const { Id = '' } = await client.send(
      new ExecuteStatementCommand({ ...target, Sql, ...members }),
    );
    return Id;
  };
  const run = async (Sql: string, members: object = {}) =>
    ended(await submit(Sql, members));
  const runBatch = async (...Sqls: string[]) => {
    const { Id = '' } = await client.send(
      new BatchExecuteStatementCommand({ ...target, Sqls }),
    );
    return ended(Id);
  };
  const result = async (Id: string) =>
    client.send(new GetStatementResultCommand({ Id }));

  it('runs a statement and gives its rows', async () => {
    const accepted = await client.send(
      new ExecuteStatementCommand({
        ...target,
        Sql: "select 1::int as n, 'x' as s, 1.5::float8 as f, true as b, null as nothing, 2.50::decimal(5,2) as d",
      }),
    );
    expect(accepted).toMatchObject({ ...target, Id: expect.any(String) });
    expect(accepted.CreatedAt).toBeInstanceOf(Date);
    const statement = await ended(accepted.Id ?? '');
    expect(statement).toMatchObject({
      Status: 'FINISHED',
      HasResultSet: true,
      ResultRows: 1,
      Database: 'dev',
    });
    expect(statement.Duration).toBeGreaterThan(0);
    expect(statement.ResultSize).toBeGreaterThan(0);
    const { Records, ColumnMetadata, TotalNumRows, NextToken } = await result(
      accepted.Id ?? '',
    );
    expect(Records).toEqual([
      [
        { longValue: 1 },
        { stringValue: 'x' },
        { doubleValue: 1.5 },
        { booleanValue: true },
        { isNull: true },
        { stringValue: '2.50' },
      ],
    ]);
    expect(
      ColumnMetadata?.map(({ name, typeName }) => [name, typeName]),
    ).toEqual([
      ['n', 'int4'],
      ['s', 'varchar'],
      ['f', 'float8'],
      ['b', 'bool'],
      ['nothing', 'int4'],
      ['d', 'numeric'],
    ]);
    expect(TotalNumRows).toBe(1);
    expect(NextToken).toBeUndefined();
  });

  it('gives large results in pages', async () => {
    const { Id = '' } = await run(
      'select i.range as n from range(2500) i order by n',
    );
    const found: (number | undefined)[] = [];
    const sizes: number[] = [];
    let NextToken: string | undefined;
    do {
      const page = await client.send(
        new GetStatementResultCommand({ Id, NextToken }),
      );
      found.push(...(page.Records ?? []).map(([field]) => field.longValue));
      sizes.push(page.Records?.length ?? 0);
      NextToken = page.NextToken;
    } while (NextToken);
    expect(sizes).toEqual([1000, 1000, 500]);
    expect(found).toEqual(Array.from({ length: 2500 }, (_, n) => n));
  });

  it('gives the columns of an empty result', async () => {
    const { Id = '' } = await run('select 1 as a where false');
    const { Records, ColumnMetadata } = await result(Id);
    expect(Records).toEqual([]);
    expect(ColumnMetadata?.[0].name).toBe('a');
  });

  it('takes parameters', async () => {
    await run('create table t (a int, b varchar(10))');
    const { Status } = await run('insert into t values (:a, :b)', {
      Parameters: [
        { name: 'a', value: '7' },
        { name: 'b', value: "it's" },
      ],
    });
    expect(Status).toBe('FINISHED');
    const { Id = '' } = await run('select * from t');
    expect((await result(Id)).Records).toEqual([
      [{ longValue: 7 }, { stringValue: "it's" }],
    ]);
  });

  it('says what failed', async () => {
    const { Id = '', Status, Error } = await run('select * from missing');
    expect(Status).toBe('FAILED');
    expect(Error).toMatch(/^ERROR: .*missing does not exist/);
    await expect(result(Id)).rejects.toMatchObject({
      name: 'ResourceNotFoundException',
    });
    expect((await run('select 1', { Database: 'other' })).Error).toContain(
      'database "other" does not exist',
    );
  });

  it('runs a batch as one transaction', async () => {
    const batch = await runBatch(
      'create table t (a int)',
      'insert into t values (1), (2)',
      'select count(*) as n from t',
    );
    expect(batch).toMatchObject({ Status: 'FINISHED', HasResultSet: true });
    expect(
      batch.SubStatements?.map(({ Id, Status, ResultRows, HasResultSet }) => [
        Id,
        Status,
        ResultRows,
        HasResultSet,
      ]),
    ).toEqual([
      [`${batch.Id}:1`, 'FINISHED', 0, false],
      [`${batch.Id}:2`, 'FINISHED', 2, false],
      [`${batch.Id}:3`, 'FINISHED', 1, true],
    ]);
    expect((await result(`${batch.Id}:3`)).Records).toEqual([
      [{ longValue: 2 }],
    ]);
    await expect(result(batch.Id ?? '')).rejects.toThrow(`${batch.Id}:1`);
    expect(await DescribeStatement(`${batch.Id}:2`)).toMatchObject({
      Status: 'FINISHED',
      QueryString: 'insert into t values (1), (2)',
    });

    const failed = await runBatch(
      'delete from t',
      'insert into nowhere values (1)',
      'insert into t values (9)',
    );
    expect(failed.Status).toBe('FAILED');
    expect(failed.Error).toContain('Query #2 failed with ERROR');
    expect(failed.SubStatements?.map(({ Status }) => Status)).toEqual([
      'FINISHED',
      'FAILED',
      'ABORTED',
    ]);
    const { Id = '' } = await run('select count(*) from t');
    expect((await result(Id)).Records).toEqual([[{ longValue: 2 }]]);
  });

  it('cancels what runs', async () => {
    const Id = await submit(
      'select count(*) from range(100000000) a, range(100000) b where a.range % 7 = b.range % 5',
    );
    while ((await DescribeStatement(Id)).Status === 'SUBMITTED') {
      await new Promise(done => setTimeout(done, 10));
    }
    expect((await client.send(new CancelStatementCommand({ Id }))).Status).toBe(
      true,
    );
    expect(await ended(Id)).toMatchObject({ Status: 'ABORTED' });
    await expect(
      client.send(new CancelStatementCommand({ Id })),
    ).rejects.toMatchObject({ name: 'ValidationException' });
  });

  it('lists statements, latest first', async () => {
    await run('select 1', { StatementName: 'first' });
    await run('select * from missing', { StatementName: 'second' });
    await run('select 3', { StatementName: 'third' });
    const names = async (members: object) =>
      (await client.send(new ListStatementsCommand(members))).Statements?.map(
        ({ StatementName }) => StatementName,
      );
    expect(await names({})).toEqual(['third', 'first']);
    expect(await names({ Status: 'ALL', MaxResults: 2 })).toEqual([
      'third',
      'second',
    ]);
    expect(await names({ StatementName: 'fi' })).toEqual(['first']);
  });

  it('takes a repeated request for one', async () => {
    const ClientToken = 'once';
    await run('create table t (a int)');
    const first = await submit('insert into t values (1)', { ClientToken });
    await ended(first);
    expect(await submit('insert into t values (1)', { ClientToken })).toBe(
      first,
    );
    const { Id = '' } = await run('select count(*) from t');
    expect((await result(Id)).Records).toEqual([[{ longValue: 1 }]]);
  });

  it('describes the catalog', async () => {
    await runBatch(
      'create schema mart',
      'create table mart.Sales (id bigint not null, price decimal(10,2), note super)',
      'create view v as select 1 as a',
    );
    expect(
      (await client.send(new ListDatabasesCommand(target))).Databases,
    ).toEqual(['dev']);
    expect((await client.send(new ListSchemasCommand(target))).Schemas).toEqual(
      ['mart', 'public'],
    );
    const tables = async (members: object) =>
      (
        await client.send(new ListTablesCommand({ ...target, ...members }))
      ).Tables?.map(({ schema, name, type }) => `${schema}.${name} ${type}`);
    expect(await tables({})).toEqual(['mart.sales TABLE', 'public.v VIEW']);
    expect(await tables({ TablePattern: 'sal%' })).toEqual([
      'mart.sales TABLE',
    ]);
    const { ColumnList } = await client.send(
      new DescribeTableCommand({ ...target, Schema: 'mart', Table: 'sales' }),
    );
    expect(
      ColumnList?.map(({ name, typeName, nullable, precision, scale }) =>
        [name, typeName, nullable, precision, scale].join(' '),
      ),
    ).toEqual(['id int8 0 0 0', 'price numeric 1 10 2', 'note super 1 0 0']);
  });

  it.each([
    [{ Sql: 'select 1; select 2' }, 'BatchExecuteStatement'],
    [{ Sql: "select 'open" }, 'unterminated quote'],
    [{ Sql: ' ; ' }, 'no statement'],
    [{ Sql: 'select 1', WorkgroupName: 'none' }, 'no workgroup "none"'],
    [{ Sql: 'select 1', WorkgroupName: undefined }, 'either a Cluster'],
    [{ Sql: 'select 1', ClusterIdentifier: 'c' }, 'either a Cluster'],
    [{ Sql: 'select 1', Database: undefined }, 'Database is required'],
    [{ Sql: 'select 1', ResultFormat: 'XML' as 'CSV' }, "at 'ResultFormat'"],
    [{ Sql: 'select :a' }, 'Missing parameters: [a]'],
    [
      { Sql: 'select 1', Parameters: [{ name: 'a', value: '1' }] },
      'Unused parameters: [a]',
    ],
    [{ Sql: `select '${'x'.repeat(102_400)}'` }, 'at most 102400'],
    [{ Sql: 'select 1', ClientToken: '' }, "at 'ClientToken'"],
    [{ Sql: 'select 1', WaitTimeSeconds: 31 }, "at 'WaitTimeSeconds'"],
  ])('refuses %j', async (members, reason) => {
    const refused = client.send(
      new ExecuteStatementCommand({ ...target, ...members }),
    );
    await expect(refused).rejects.toMatchObject({
      name: 'ValidationException',
      message: expect.stringContaining(reason),
    });
  });

  it('does not know other ids', async () => {
    const Id = '00000000-0000-0000-0000-000000000000';
    await expect(DescribeStatement(Id)).rejects.toMatchObject({
      name: 'ResourceNotFoundException',
    });
    await expect(result(Id)).rejects.toMatchObject({
      name: 'ResourceNotFoundException',
    });
  });

  it('knows its statements after a restart, and settles what was running', async () => {
    const { Id: finished = '' } = await run("select 'kept' as a");
    const interrupted = await submit(
      'select count(*) from range(100000000) a, range(100000) b where a.range % 7 = b.range % 5',
    );
    while ((await DescribeStatement(interrupted)).Status === 'SUBMITTED') {
      await new Promise(done => setTimeout(done, 10));
    }
    // As a killed server leaves it: nothing is written any more.
    const { dataDir } = server;
    const row = server.database
      .prepare('SELECT * FROM redshift_statements WHERE id = ?')
      .get(interrupted) as { status: string; statement: string };
    await server.stop();
    client.destroy();
    const database = openDatabase(dataDir, migrations);
    database
      .prepare(
        'UPDATE redshift_statements SET status = ?, statement = ? WHERE id = ?',
      )
      .run(row.status, row.statement, interrupted);
    database.close();
    server = await TestServices.start(dataDir);
    client = new RedshiftDataClient(server.clientConfig);
    expect((await result(finished)).Records).toEqual([
      [{ stringValue: 'kept' }],
    ]);
    expect(await DescribeStatement(interrupted)).toMatchObject({
      Status: 'FAILED',
      Error: expect.stringContaining('local-glue was stopped'),
    });
  });
});
