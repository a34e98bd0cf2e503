import {
  BatchExecuteStatementCommand,
  BatchExecuteStatementCommandInput,
  CancelStatementCommand,
  DescribeStatementCommand,
  ExecuteStatementCommand,
  ExecuteStatementCommandInput,
  GetStatementResultCommand,
  GetStatementResultV2Command,
  ListSessionsCommand,
  RedshiftDataClient,
} from '@aws-sdk/client-redshift-data';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { EventBus } from '../events/EventBus';
import { Happening } from '../../base/Happening';
import { TestServices } from '../__testUtils__/TestServices';

const target = { Database: 'dev', WorkgroupName: 'local-glue' };
const endless =
  'select count(*) from range(100000000) a, range(100000) b where a.range % 7 = b.range % 5';

describe('Redshift Data API, executions', () => {
  let server: TestServices;
  let client: RedshiftDataClient;
  const events: Happening[] = [];

  beforeAll(async () => {
    server = await TestServices.start();
    jest
      .spyOn(EventBus.prototype, 'send')
      .mockImplementation(happening => `${events.push(happening)}`);
    client = new RedshiftDataClient(server.clientConfig);
  });
  afterAll(async () => {
    jest.restoreAllMocks();
    client.destroy();
    await server.remove();
  });

  const DescribeStatement = (Id?: string) =>
    client.send(new DescribeStatementCommand({ Id, WaitTimeSeconds: 30 }));
  const execute = (
    Sql: string,
    members: Partial<ExecuteStatementCommandInput> = {},
  ) =>
    client.send(
      new ExecuteStatementCommand({
        ...(members.SessionId ? {} : target),
        Sql,
        ...members,
      }),
    );
  const run = async (
    sql: string,
    members: Partial<ExecuteStatementCommandInput> = {},
  ) => {
    const { Id } = await execute(sql, members);
    return DescribeStatement(Id);
  };
  const batch = async (
    Sqls: string[],
    members: Partial<BatchExecuteStatementCommandInput> = {},
  ) => {
    const { Id } = await client.send(
      new BatchExecuteStatementCommand({ ...target, Sqls, ...members }),
    );
    return DescribeStatement(Id);
  };
  const result = (Id?: string) =>
    client.send(new GetStatementResultCommand({ Id }));
  const values = async (
    sql: string,
    members?: Partial<ExecuteStatementCommandInput>,
  ) => {
    const { Id, Error: error } = await run(sql, members);
    if (error) throw new Error(error);
    const { Records = [] } = await result(Id);
    return Records.map(record => record.map(field => Object.values(field)[0]));
  };

  it('answers when a statement has ended, for who waits', async () => {
    expect(await execute('select 1', { WaitTimeSeconds: 30 })).toMatchObject({
      Status: 'FINISHED',
      HasResultSet: true,
      RedshiftPid: process.pid,
    });
    const running = await execute(endless, { WaitTimeSeconds: 1 });
    expect(running.Status).toBe('STARTED');
    await client.send(new CancelStatementCommand({ Id: running.Id }));
    expect(await DescribeStatement(running.Id)).toMatchObject({
      Status: 'ABORTED',
      Error: 'Query aborted by user',
    });
  });

  it('gives parameters to all statements of a batch', async () => {
    const Parameters = [
      { name: 'a', value: '7' },
      { name: 'b', value: "it's" },
    ];
    const { Status, SubStatements } = await batch(
      ['select :a::int + 1 as n', 'select :b as t', 'select 1'],
      { Parameters },
    );
    expect(Status).toBe('FINISHED');
    expect((await result(SubStatements?.[0].Id)).Records).toEqual([
      [{ longValue: 8 }],
    ]);
    await expect(
      batch(['select :a', 'select 1'], { Parameters }),
    ).rejects.toThrow('Unused parameters: [b]');
  });

  it('commits each statement of a batch by itself with AUTO_COMMIT', async () => {
    const described = await batch(
      [
        'create table auto (a int)',
        'insert into nowhere values (1)',
        'insert into auto values (1)',
        'select count(*) from auto',
      ],
      { ExecutionMode: 'AUTO_COMMIT' },
    );
    expect(described).toMatchObject({
      Status: 'FAILED',
      ExecutionMode: 'AUTO_COMMIT',
      Error: expect.stringContaining('Query #2 failed with ERROR'),
    });
    expect(described.SubStatements?.map(({ Status }) => Status)).toEqual([
      'FINISHED',
      'FAILED',
      'FINISHED',
      'FINISHED',
    ]);
    expect((await result(`${described.Id}:4`)).Records).toEqual([
      [{ longValue: 1 }],
    ]);
  });

  it('gives a result as CSV', async () => {
    const { Id, ResultFormat } = await run(
      `select 1 as a, 'x,"y"' as b, null as c, '' as d union all select 2, 'z', 'c', 'd' order by 1`,
      { ResultFormat: 'CSV' },
    );
    expect(ResultFormat).toBe('CSV');
    const page = await client.send(new GetStatementResultV2Command({ Id }));
    expect(page).toMatchObject({
      Records: [{ CSVRecords: '1,"x,""y""",,""\r\n2,z,c,d\r\n' }],
      TotalNumRows: 2,
      ResultFormat: 'CSV',
    });
    expect(page.ColumnMetadata?.map(({ name }) => name)).toEqual([
      'a',
      'b',
      'c',
      'd',
    ]);
    await expect(result(Id)).rejects.toMatchObject({
      name: 'ValidationException',
      message: expect.stringContaining('GetStatementResultV2'),
    });
  });

  it('tells EventBridge how a statement ended, if asked to', async () => {
    events.length = 0;
    await run('select 1');
    const { Id, RedshiftQueryId } = await run('select * from missing', {
      WithEvent: true,
      StatementName: 'named',
    });
    expect(events).toMatchObject([
      {
        source: 'aws.redshift-data',
        detailType: 'Redshift Data Statement Status Change',
        detail: {
          statementId: Id,
          statementName: 'named',
          state: 'FAILED',
          redshiftQueryId: String(RedshiftQueryId),
        },
      },
    ]);
  });

  it('keeps the warnings of statements in a table, by their query ids', async () => {
    const { RedshiftQueryId, Id } = await run(
      'create table warned (a int) diststyle all',
    );
    expect(
      await values(
        `select statement_id, warning from local_glue_warnings where query = ${RedshiftQueryId}`,
      ),
    ).toEqual([[Id, 'diststyle all has no effect here']]);
  });

  it('keeps results in files, and none of a statement that failed', async () => {
    const folder = join(server.dataDir, 'warehouse/results');
    const { Id, ResultSize } = await run('select range as n from range(30000)');
    expect(ResultSize).toBeGreaterThan(200_000);
    const page = await client.send(
      new GetStatementResultCommand({ Id, NextToken: '29' }),
    );
    expect(page.Records).toHaveLength(1000);
    expect(page.TotalNumRows).toBe(30_000);
    expect(page.NextToken).toBeUndefined();
    const failed = await run(
      "select case when range < 20000 then range else error('late') end from range(30000)",
    );
    expect(failed.Status).toBe('FAILED');
    expect(failed.HasResultSet).toBe(false);
    expect(readdirSync(folder)).toContain(Id);
    expect(readdirSync(folder)).not.toContain(failed.Id);
    await expect(result(failed.Id)).rejects.toMatchObject({
      name: 'ResourceNotFoundException',
    });
  });

  describe('sessions', () => {
    const sessions = async (members: object = {}) =>
      (await client.send(new ListSessionsCommand(members))).Sessions ?? [];

    it('keep temporary tables, the search path and a transaction', async () => {
      const { SessionId } = await run('create temp table mine (a int)', {
        SessionKeepAliveSeconds: 60,
      });
      await run('create table kept (a int)', { SessionId });
      const steps = [
        'insert into mine values (1)',
        'begin',
        'insert into kept values (1)',
        'insert into mine values (2)',
      ];
      for (const sql of steps) {
        expect((await run(sql, { SessionId })).Error).toBeUndefined();
      }
      expect(await values('select count(*) from kept')).toEqual([[0]]);
      await run('rollback', { SessionId });
      expect(await values('select count(*) from mine', { SessionId })).toEqual([
        [1],
      ]);
      await run('begin', { SessionId });
      await run('insert into kept values (1)', { SessionId });
      await run('commit', { SessionId });
      expect(await values('select count(*) from kept')).toEqual([[1]]);
      expect((await run('select * from mine')).Error).toContain(
        'does not exist',
      );
      expect(await sessions({ SessionId })).toMatchObject([
        {
          SessionId,
          Status: 'AVAILABLE',
          Database: 'dev',
          SessionAliveSeconds: 60,
        },
      ]);
    });

    it('run one statement at a time and close when nobody uses them', async () => {
      const { SessionId, Id } = await execute(endless, {
        SessionKeepAliveSeconds: 60,
      });
      expect(await sessions({ Status: 'BUSY' })).toMatchObject([
        { SessionId, CurrentStatementId: Id },
      ]);
      await expect(execute('select 1', { SessionId })).rejects.toMatchObject({
        name: 'ValidationException',
        message: expect.stringContaining('wait until it has ended'),
      });
      await client.send(new CancelStatementCommand({ Id }));
      await DescribeStatement(Id);
      await run('select 1', { SessionId, SessionKeepAliveSeconds: 1 });
      let closed = await sessions({ SessionId, Status: 'CLOSED' });
      while (closed.length === 0) {
        await new Promise(done => setTimeout(done, 100));
        closed = await sessions({ SessionId, Status: 'CLOSED' });
      }
      await expect(execute('select 1', { SessionId })).rejects.toMatchObject({
        name: 'ResourceNotFoundException',
      });
    });

    it('are needed for ROLLBACK', async () => {
      expect((await run('rollback')).Error).toContain('needs a session');
    });
  });
});
