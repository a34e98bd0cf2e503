import {
  BatchExecuteStatementCommand,
  DescribeStatementCommand,
  DescribeTableCommand,
  ExecuteStatementCommand,
  GetStatementResultCommand,
  ListDatabasesCommand,
  ListSchemasCommand,
  ListSessionsCommand,
  ListTablesCommand,
  RedshiftDataClient,
} from '@aws-sdk/client-redshift-data';
import { CreateClusterCommand, RedshiftClient } from '@aws-sdk/client-redshift';
import {
  CreateNamespaceCommand,
  CreateWorkgroupCommand,
  DeleteNamespaceCommand,
  DeleteWorkgroupCommand,
  RedshiftServerlessClient,
} from '@aws-sdk/client-redshift-serverless';
import { TestServices } from '../__testUtils__/TestServices';

const own = { Database: 'dev', WorkgroupName: 'local-glue' };
const first = { Database: 'dev', WorkgroupName: 'first' };
const second = { Database: 'dev', WorkgroupName: 'second' };
const cluster = { Database: 'dev', ClusterIdentifier: 'first' };
const all = [own, first, second, cluster];
type Target = Partial<Record<'WorkgroupName' | 'ClusterIdentifier', string>> & {
  Database: string;
};

describe('each workgroup and cluster', () => {
  let server: TestServices;
  let client: RedshiftDataClient;
  let serverless: RedshiftServerlessClient;
  let redshift: RedshiftClient;

  beforeAll(async () => {
    server = await TestServices.start();
    client = new RedshiftDataClient(server.clientConfig);
    serverless = new RedshiftServerlessClient(server.clientConfig);
    redshift = new RedshiftClient(server.clientConfig);
    for (const name of ['first', 'second']) {
      await serverless.send(
        new CreateNamespaceCommand({ namespaceName: name }),
      );
      await serverless.send(
        new CreateWorkgroupCommand({
          workgroupName: name,
          namespaceName: name,
        }),
      );
    }
    await redshift.send(
      new CreateClusterCommand({
        ClusterIdentifier: 'first',
        NodeType: 'ra3.large',
        MasterUsername: 'admin',
      }),
    );
    server.buckets.create('data');
  });
  afterAll(async () => {
    client.destroy();
    serverless.destroy();
    redshift.destroy();
    await server.remove();
  });

  const ended = async (Id: string | undefined) => {
    const statement = await client.send(
      new DescribeStatementCommand({ Id, WaitTimeSeconds: 30 }),
    );
    if (statement.Status !== 'FINISHED') throw new Error(statement.Error);
  };
  const run = async (target: Target, Sql: string) => {
    const { Id } = await client.send(
      new ExecuteStatementCommand({ ...target, Sql }),
    );
    await ended(Id);
    return Id;
  };
  const rows = async (target: Target, sql: string) => {
    const Id = await run(target, sql);
    const { Records } = await client.send(
      new GetStatementResultCommand({ Id }),
    );
    return Records?.map(record => record.map(field => Object.values(field)[0]));
  };

  it('has tables of its own', async () => {
    for (const [index, target] of all.entries()) {
      const { Id } = await client.send(
        new BatchExecuteStatementCommand({
          ...target,
          Sqls: [
            `create table t (column_${index} int)`,
            `insert into t values (${index})`,
          ],
        }),
      );
      await ended(Id);
    }
    for (const [index, target] of all.entries()) {
      expect(await rows(target, 'select * from t')).toEqual([[index]]);
      const { ColumnList } = await client.send(
        new DescribeTableCommand({ ...target, Table: 't' }),
      );
      expect(ColumnList?.map(({ name }) => name)).toEqual([`column_${index}`]);
    }
  });

  it('has databases and schemas of its own', async () => {
    await run(first, 'create database reports');
    await run({ ...first, Database: 'reports' }, 'create schema mart');
    await run({ ...first, Database: 'reports' }, 'create table mart.t (a int)');
    const lists = all.map(async target => {
      const { Databases } = await client.send(new ListDatabasesCommand(target));
      return Databases;
    });
    expect(await Promise.all(lists)).toEqual([
      ['dev'],
      ['dev', 'reports'],
      ['dev'],
      ['dev'],
    ]);
    const reports = { ...first, Database: 'reports' };
    const { Schemas } = await client.send(new ListSchemasCommand(reports));
    expect(Schemas).toEqual(['mart', 'public']);
    const { Tables } = await client.send(new ListTablesCommand(reports));
    expect(Tables).toEqual([{ schema: 'mart', name: 't', type: 'TABLE' }]);
    await expect(
      client.send(new ListTablesCommand({ ...second, Database: 'reports' })),
    ).rejects.toThrow('database "reports" does not exist; there are dev');
    await expect(rows(second, 'select * from reports.mart.t')).rejects.toThrow(
      'ERROR',
    );
  });

  it('unloads its own rows, and another one copies them', async () => {
    await run(first, 'create table u as select 1 as a');
    await run(second, 'create table u as select 2 as a');
    await run(
      second,
      "unload ('select a from u') to 's3://data/u/' iam_role default format parquet",
    );
    await run(cluster, 'create table u as select 3 as a where false');
    await run(
      cluster,
      "copy u from 's3://data/u/' iam_role default format parquet",
    );
    expect(await rows(cluster, 'select * from u')).toEqual([[2]]);
    expect(await rows(first, 'select * from u')).toEqual([[1]]);
  });

  it('has sessions of its own, which end with its namespace', async () => {
    const open = await client.send(
      new ExecuteStatementCommand({
        ...second,
        Sql: 'create temp table mine as select 5 as a',
        SessionKeepAliveSeconds: 600,
      }),
    );
    await ended(open.Id);
    const { SessionId } = open;
    const inSession = await client.send(
      new ExecuteStatementCommand({
        SessionId,
        Sql: 'select * from mine, t',
      }),
    );
    await ended(inSession.Id);
    const { Records } = await client.send(
      new GetStatementResultCommand({ Id: inSession.Id }),
    );
    expect(Records).toEqual([[{ longValue: 5 }, { longValue: 2 }]]);

    await serverless.send(
      new DeleteWorkgroupCommand({ workgroupName: 'second' }),
    );
    await expect(run(second, 'select 1')).rejects.toThrow(
      'there is no workgroup "second"',
    );
    await serverless.send(
      new DeleteNamespaceCommand({ namespaceName: 'second' }),
    );
    await expect(
      client.send(new ExecuteStatementCommand({ SessionId, Sql: 'select 1' })),
    ).rejects.toThrow('no open session');
    const { Sessions } = await client.send(new ListSessionsCommand({}));
    expect(Sessions).toEqual([]);
    expect(await rows(first, 'select * from t')).toEqual([[1]]);
  });
});
