import { mockServices } from '@backstage/backend-test-utils';
import { DefaultAwsCredentialsManager } from '@backstage/integration-aws-node';
import { parseWarehouseTable } from '@glue-pipelines/backstage-plugin-common';
import { GlueEndpoint } from '../__testUtils__/GlueEndpoint';
import { AwsCalls } from './AwsCalls';
import { AwsClients } from './AwsClients';
import { SdkWarehouseApi } from './SdkWarehouseApi';

const LOCATION = {
  partition: 'aws',
  accountId: '000000000000',
  region: 'us-east-1',
};
const WORKGROUP = parseWarehouseTable('workgroup/orders/dev.public.orders');
const CLUSTER = parseWarehouseTable('cluster/shared/dev.public.orders');
const ok = (body: object) => ({ status: 200, body });

/** What a real warehouse does not do on demand: the wire's answers are the test's. */
describe('SdkWarehouseApi', () => {
  let endpoint: GlueEndpoint;
  let clients: AwsClients;
  let api: SdkWarehouseApi;

  beforeEach(async () => {
    endpoint = await GlueEndpoint.start();
    clients = new AwsClients({
      endpoint: endpoint.url,
      credentials: DefaultAwsCredentialsManager.fromConfig(
        mockServices.rootConfig({
          data: {
            aws: {
              accounts: [
                {
                  accountId: LOCATION.accountId,
                  accessKeyId: 'test',
                  secretAccessKey: 'test',
                },
              ],
            },
          },
        }),
      ),
    });
    api = new SdkWarehouseApi(new AwsCalls(clients), {
      logger: mockServices.logger.mock(),
      limitMs: 700,
    });
    endpoint.others.set('ExecuteStatement', () => ok({ Id: 'statement-1' }));
    endpoint.others.set('CancelStatement', () => ok({ Status: true }));
  });

  afterEach(async () => {
    await clients.close();
    await endpoint.close();
  });

  const ends = (members: object) =>
    endpoint.others.set('DescribeStatement', () => ok(members));
  const query = (table = WORKGROUP, parameters?: Record<string, string>) =>
    api.query(LOCATION, table, { sql: 'SELECT 1', parameters });

  it('gives every value as text, from all pages, and nulls as they are', async () => {
    let looks = 0;
    endpoint.others.set('DescribeStatement', () =>
      ok({ Status: ++looks < 3 ? 'STARTED' : 'FINISHED' }),
    );
    endpoint.others.set('GetStatementResult', ({ NextToken }) =>
      ok(
        NextToken
          ? { Records: [[{ isNull: true }, { blobValue: 'AP8=' }]] }
          : {
              Records: [
                [{ longValue: 42 }, { doubleValue: 0.1 }],
                [{ booleanValue: false }, { stringValue: '' }],
              ],
              NextToken: 'more',
            },
      ),
    );
    expect(await query()).toEqual([
      ['42', '0.1'],
      ['false', ''],
      [null, 'AP8='],
    ]);
    expect(looks).toBe(3);
    expect(endpoint.count('CancelStatement')).toBe(0);
  });

  it.each([
    [WORKGROUP, { WorkgroupName: 'orders' }],
    [CLUSTER, { ClusterIdentifier: 'shared' }],
  ])('asks as the user of its own role: %j', async (table, target) => {
    const asked: object[] = [];
    endpoint.others.set('ExecuteStatement', input => {
      asked.push(input);
      return ok({ Id: 'statement-1' });
    });
    ends({ Status: 'FAILED' });
    await expect(query(table, { name: 'o' })).rejects.toThrow();
    expect(asked).toEqual([
      {
        ...target,
        // With it a repeated request starts no second statement.
        ClientToken: expect.any(String),
        Database: 'dev',
        Sql: 'SELECT 1',
        Parameters: [{ name: 'name', value: 'o' }],
      },
    ]);
  });

  it('cancels what takes too long, and says what to do', async () => {
    ends({ Status: 'STARTED' });
    const error = await query().catch(reason => reason);
    expect(error).toMatchObject({
      name: 'ServiceUnavailableError',
      message:
        "The workgroup 'orders' did not answer within 0.7 seconds: it is busy, or still starting or resuming. Try again in a minute",
    });
    expect(endpoint.count('CancelStatement')).toBe(1);
  });

  it('does not wait longer for a warehouse that never answers', async () => {
    endpoint.hang = () => true;
    endpoint.others.clear();
    const start = Date.now();
    await expect(query()).rejects.toThrow('did not answer within');
    expect(Date.now() - start).toBeLessThan(3_000);
  });

  it.each([
    [
      'ERROR: permission denied for relation orders',
      'NotAllowedError',
      'Grant it USAGE on the schema public and SELECT on the table',
    ],
    [
      'ERROR: relation "public.orders" does not exist',
      'NotFoundError',
      'Check the tag of the workflow',
    ],
    [
      'FATAL: the cluster is resuming',
      'ServiceUnavailableError',
      'still starting or resuming: try again in a minute',
    ],
    [
      'ERROR: Disk Full by arn:aws:iam::1:role/secret',
      'ServiceUnavailableError',
      "The portal's log says why",
    ],
  ])('says of %j: %s', async (words, name, message) => {
    ends({ Status: 'FAILED', Error: words });
    const error = await query().catch(reason => reason);
    expect(error.name).toBe(name);
    expect(error.message).toContain(message);
    expect(error.message).not.toContain(words);
    expect(error.cause.message).toBe(words);
  });

  it.each([
    [
      'AccessDeniedException',
      400,
      'NotAllowedError',
      'redshift-data:ExecuteStatement',
    ],
    [
      'ActiveStatementsExceededException',
      400,
      'ServiceUnavailableError',
      'AWS throttles ExecuteStatement',
    ],
    ['ValidationException', 400, 'InputError', 'rejects ExecuteStatement'],
  ])('says of %s (%d): %s', async (code, status, name, message) => {
    endpoint.fail('ExecuteStatement', code, 9, status);
    const error = await query().catch(reason => reason);
    expect(error.name).toBe(name);
    expect(error.message).toContain(message);
  });

  it('says that a table without columns is not there', async () => {
    endpoint.others.set('DescribeTable', () => ok({ ColumnList: [] }));
    await expect(api.readColumns(LOCATION, WORKGROUP)).rejects.toThrow(
      "There is no table dev.public.orders in workgroup 'orders', or the portal's database user may not see it",
    );
    endpoint.fail('DescribeTable', 'DatabaseConnectionException', 9, 500);
    await expect(api.readColumns(LOCATION, WORKGROUP)).rejects.toThrow(
      /starting or resuming|did not answer within/,
    );
  });

  it.each(['paused', 'resuming'])('reads that a cluster is %s', async raw => {
    endpoint.others.set('DescribeClusters', (form: string) => ({
      status: 200,
      body: `<DescribeClustersResponse><DescribeClustersResult><Clusters><Cluster><ClusterIdentifier>${new URLSearchParams(form).get('ClusterIdentifier')}</ClusterIdentifier><ClusterStatus>${raw}</ClusterStatus><NodeType>ra3.large</NodeType><NumberOfNodes>2</NumberOfNodes></Cluster></Clusters></DescribeClustersResult></DescribeClustersResponse>`,
    }));
    expect(await api.describe(LOCATION, CLUSTER)).toEqual({
      state: raw === 'paused' ? 'paused' : 'starting',
      rawStatus: raw,
      nodeType: 'ra3.large',
      nodes: 2,
    });
  });

  it('says which tag to check where there is no such warehouse', async () => {
    const hint = 'the tag glue-pipelines.io/warehouse-table of the workflow';
    endpoint.others.set('GetWorkgroup', () => ok({}));
    endpoint.fail('GetWorkgroup', 'ResourceNotFoundException');
    await expect(api.describe(LOCATION, WORKGROUP)).rejects.toThrow(hint);
    endpoint.others.set('DescribeClusters', () => ({
      status: 404,
      body: '<ErrorResponse><Error><Code>ClusterNotFound</Code><Message>no</Message></Error></ErrorResponse>',
    }));
    await expect(api.describe(LOCATION, CLUSTER)).rejects.toThrow(hint);
  });
});
