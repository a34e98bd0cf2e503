import {
  CloudWatchLogsClient,
  DescribeLogGroupsCommand,
  GetLogEventsCommand,
} from '@aws-sdk/client-cloudwatch-logs';
import {
  CreateDatabaseCommand,
  CreateWorkflowCommand,
  EntityNotFoundException,
  GetBlueprintCommand,
  GetDatabaseCommand,
  GetWorkflowCommand,
  GlueClient,
} from '@aws-sdk/client-glue';
import {
  DescribeClustersCommand,
  RedshiftClient,
} from '@aws-sdk/client-redshift';
import {
  DescribeStatementCommand,
  ExecuteStatementCommand,
  GetStatementResultCommand,
  RedshiftDataClient,
} from '@aws-sdk/client-redshift-data';
import {
  CreateNamespaceCommand,
  CreateWorkgroupCommand,
  GetWorkgroupCommand,
  RedshiftServerlessClient,
} from '@aws-sdk/client-redshift-serverless';
import {
  CreateBucketCommand,
  GetObjectCommand,
  ListObjectsV2Command,
  NoSuchKey,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import {
  CreateSecretCommand,
  GetSecretValueCommand,
  ResourceNotFoundException,
  SecretsManagerClient,
} from '@aws-sdk/client-secrets-manager';
import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import { setTimeout as sleep } from 'node:timers/promises';
import { startTestServer, TestServer } from './__testUtils__/startTestServer';

jest.setTimeout(60_000);

/** The AWS SDK's own clients, unmodified but for the endpoint. */
describe('AWS SDK clients', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer();
  });
  afterAll(async () => {
    await server.stop();
  });
  afterEach(() => {
    if (server.errors.length > 0) throw new Error(server.errors.join('\n'));
  });

  it('Glue', async () => {
    const glue = new GlueClient(server.clientOptions);
    const before = Date.now();
    await glue.send(
      new CreateWorkflowCommand({
        Name: 'w',
        DefaultRunProperties: { day: 'today' },
      }),
    );
    const { Workflow } = await glue.send(
      new GetWorkflowCommand({ Name: 'w', IncludeGraph: true }),
    );
    expect(Workflow).toMatchObject({
      Name: 'w',
      DefaultRunProperties: { day: 'today' },
      Graph: { Nodes: [], Edges: [] },
    });
    expect(Workflow?.CreatedOn?.getTime()).toBeGreaterThan(before - 1000);
    expect(Workflow?.CreatedOn?.getTime()).toBeLessThan(Date.now() + 1000);

    await glue.send(
      new CreateDatabaseCommand({ DatabaseInput: { Name: 'catalog' } }),
    );
    const { Database } = await glue.send(
      new GetDatabaseCommand({ Name: 'catalog' }),
    );
    expect(Database?.Name).toBe('catalog');
    await expect(
      glue.send(new GetWorkflowCommand({ Name: 'missing' })),
    ).rejects.toBeInstanceOf(EntityNotFoundException);
    await expect(
      glue.send(new GetBlueprintCommand({ Name: 'b' })),
    ).rejects.toThrow('local-glue does not support');
  });

  it('S3, with the checksums that the SDK sends by default', async () => {
    const s3 = new S3Client({ ...server.clientOptions, forcePathStyle: true });
    await s3.send(new CreateBucketCommand({ Bucket: 'data' }));
    const body = 'a,b\n1,2\n'.repeat(10_000);
    await s3.send(
      new PutObjectCommand({ Bucket: 'data', Key: 'raw/x.csv', Body: body }),
    );
    const { Body } = await s3.send(
      new GetObjectCommand({ Bucket: 'data', Key: 'raw/x.csv' }),
    );
    expect(await Body?.transformToString()).toBe(body);
    const { Contents } = await s3.send(
      new ListObjectsV2Command({ Bucket: 'data', Prefix: 'raw/' }),
    );
    expect(Contents).toMatchObject([{ Key: 'raw/x.csv', Size: body.length }]);
    await expect(
      s3.send(new GetObjectCommand({ Bucket: 'data', Key: 'nope' })),
    ).rejects.toBeInstanceOf(NoSuchKey);
  });

  it('Redshift Serverless, Redshift and the Data API', async () => {
    const serverless = new RedshiftServerlessClient(server.clientOptions);
    await serverless.send(
      new CreateNamespaceCommand({ namespaceName: 'sales', dbName: 'sales' }),
    );
    await serverless.send(
      new CreateWorkgroupCommand({
        workgroupName: 'sales',
        namespaceName: 'sales',
      }),
    );
    const { workgroup } = await serverless.send(
      new GetWorkgroupCommand({ workgroupName: 'sales' }),
    );
    expect(workgroup?.status).toBe('AVAILABLE');
    expect(workgroup?.endpoint?.port).toBe(5439);

    const data = new RedshiftDataClient(server.clientOptions);
    const { Id } = await data.send(
      new ExecuteStatementCommand({
        WorkgroupName: 'sales',
        Database: 'sales',
        Sql: 'select :n::int as n, null::varchar as nothing',
        Parameters: [{ name: 'n', value: '42' }],
      }),
    );
    let status: string | undefined;
    while (status !== 'FINISHED' && status !== 'FAILED') {
      await sleep(20);
      ({ Status: status } = await data.send(
        new DescribeStatementCommand({ Id }),
      ));
    }
    expect(status).toBe('FINISHED');
    const result = await data.send(new GetStatementResultCommand({ Id }));
    expect(result.Records).toEqual([[{ longValue: 42 }, { isNull: true }]]);
    expect(result.ColumnMetadata?.map(({ name }) => name)).toEqual([
      'n',
      'nothing',
    ]);

    await server.context.invoke('redshift', 'CreateCluster', {
      ClusterIdentifier: 'sales',
      NodeType: 'ra3.large',
      MasterUsername: 'admin',
      MasterUserPassword: 'Passw0rd',
      DBName: 'sales',
    });
    const redshift = new RedshiftClient(server.clientOptions);
    const { Clusters } = await redshift.send(new DescribeClustersCommand({}));
    expect(Clusters).toMatchObject([
      {
        ClusterIdentifier: 'sales',
        ClusterStatus: 'available',
        DBName: 'sales',
      },
    ]);
    await expect(
      redshift.send(new DescribeClustersCommand({ ClusterIdentifier: 'no' })),
    ).rejects.toMatchObject({ name: 'ClusterNotFoundFault' });
  });

  it('Secrets Manager, STS and CloudWatch Logs', async () => {
    const secrets = new SecretsManagerClient(server.clientOptions);
    const { ARN } = await secrets.send(
      new CreateSecretCommand({ Name: 's', SecretString: '{"a":1}' }),
    );
    for (const SecretId of ['s', ARN]) {
      const value = await secrets.send(new GetSecretValueCommand({ SecretId }));
      expect(value.SecretString).toBe('{"a":1}');
    }
    await expect(
      secrets.send(new GetSecretValueCommand({ SecretId: 'no' })),
    ).rejects.toBeInstanceOf(ResourceNotFoundException);

    const sts = new STSClient(server.clientOptions);
    const { Account } = await sts.send(new GetCallerIdentityCommand({}));
    expect(Account).toBe('000000000000');

    const logs = new CloudWatchLogsClient(server.clientOptions);
    const { logGroups } = await logs.send(new DescribeLogGroupsCommand({}));
    expect(logGroups).toEqual([]);
    await expect(
      logs.send(
        new GetLogEventsCommand({
          logGroupName: '/aws-glue/jobs/output',
          logStreamName: 'jr_0',
        }),
      ),
    ).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
  });
});
