import { CreateWorkflowCommand, GlueClient } from '@aws-sdk/client-glue';
import { CreateClusterCommand, RedshiftClient } from '@aws-sdk/client-redshift';
import {
  DescribeStatementCommand,
  ExecuteStatementCommand,
  RedshiftDataClient,
} from '@aws-sdk/client-redshift-data';
import {
  CreateNamespaceCommand,
  CreateWorkgroupCommand,
  RedshiftServerlessClient,
} from '@aws-sdk/client-redshift-serverless';
import {
  WORKFLOW_ENTITY_TAG,
  WORKFLOW_WAREHOUSE_TABLE_TAG,
} from '@glue-pipelines/backstage-plugin-common';
import { createServer, RunningServer } from '@glue-pipelines/local-glue';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ENTITY_REF, startPortal } from './__testUtils__/portal';
import { COVID_HIRING_ARN, FLIGHT_DELAYS_ARN } from './__testUtils__/runs';
import { waitFor } from './__testUtils__/waitFor';

jest.setTimeout(120_000);

const QUESTION = { entityRef: ENTITY_REF, workflowArn: COVID_HIRING_ARN };
const MINUTE_AGO = Date.now() - 60_000;
const aFreshTime = (time: string) =>
  Date.parse(time) > MINUTE_AGO && Date.parse(time) <= Date.now();

/** A warehouse that is really loaded, asked over the same protocols as AWS's. */
describe('the table of a workflow, in the local warehouse', () => {
  let dataDir: string;
  let server: RunningServer;
  let portal: Awaited<ReturnType<typeof startPortal>>;
  let data: RedshiftDataClient;
  let copies: (string | undefined)[];

  const run = async (Sql: string, target: object) => {
    const { Id } = await data.send(
      new ExecuteStatementCommand({ Database: 'dev', Sql, ...target }),
    );
    return waitFor(
      () => data.send(new DescribeStatementCommand({ Id })),
      ({ Status }) => ['FINISHED', 'FAILED', 'ABORTED'].includes(Status ?? ''),
    );
  };
  const workgroup = { WorkgroupName: 'covid-hiring' };

  beforeAll(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'glue-pipelines-warehouse-'));
    const silent = () => {};
    server = await createServer({
      dataDir,
      port: 0,
      log: { info: silent, warn: silent, error: silent },
    });
    const config = {
      endpoint: server.url,
      region: 'us-east-1',
      credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
    };
    data = new RedshiftDataClient(config);
    const serverless = new RedshiftServerlessClient(config);
    await serverless.send(
      new CreateNamespaceCommand({ namespaceName: 'covid-hiring' }),
    );
    await serverless.send(
      new CreateWorkgroupCommand({
        workgroupName: 'covid-hiring',
        namespaceName: 'covid-hiring',
        baseCapacity: 8,
      }),
    );
    const redshift = new RedshiftClient(config);
    await redshift.send(
      new CreateClusterCommand({
        ClusterIdentifier: 'shared',
        NodeType: 'ra3.large',
        MasterUsername: 'administrator',
        NumberOfNodes: 2,
      }),
    );
    const glue = new GlueClient(config);
    for (const [name, table] of [
      ['covid-hiring', 'workgroup/covid-hiring/dev.public.Hiring'],
      ['flight-delays', 'cluster/shared/dev.public.delays'],
    ]) {
      await glue.send(
        new CreateWorkflowCommand({
          Name: name,
          Tags: {
            [WORKFLOW_ENTITY_TAG]: `component:default/${name}`,
            [WORKFLOW_WAREHOUSE_TABLE_TAG]: table,
          },
        }),
      );
    }
    [serverless, redshift, glue].forEach(client => client.destroy());

    server.context.buckets.create('data');
    await server.context.buckets.put(
      'data',
      'good.csv',
      Buffer.from(
        `9007199254740993,Zürich,1.5,true,2026-11-27\n2,,,,\n3,${'x'.repeat(600)},2.25,false,2026-11-28\n`,
      ),
    );
    await server.context.buckets.put(
      'data',
      'bad.csv',
      Buffer.from('4,a,1,true,2026-11-27\nfour,b,1,true,2026-11-27\n'),
    );
    await run(
      'create table public.hiring (id bigint not null, place varchar(1000), rate decimal(10,2), closed boolean, day date)',
      workgroup,
    );
    const copy = (file: string) =>
      run(
        `copy public.hiring from 's3://data/${file}' iam_role 'arn:aws:iam::000000000000:role/copy' csv emptyasnull`,
        workgroup,
      );
    copies = [(await copy('good.csv')).Status, (await copy('bad.csv')).Status];
    portal = await startPortal({ endpoint: server.url });
  });

  afterAll(async () => {
    await portal?.stop();
    data?.destroy();
    await server?.close();
    await rm(dataDir, { recursive: true, force: true });
  });

  it('is loaded by one COPY, and not by one with a bad line', () => {
    expect(copies).toEqual(['FINISHED', 'FAILED']);
  });

  it('is told with its warehouse, its columns and how much is in it', async () => {
    const { status, body } = await portal.get('/v1/warehouse', QUESTION);
    expect(status).toBe(200);
    expect(body).toEqual({
      kind: 'workgroup',
      name: 'covid-hiring',
      state: 'available',
      rawStatus: 'AVAILABLE',
      baseCapacity: 8,
      endpoint: {
        address: expect.stringContaining('covid-hiring'),
        port: 5439,
      },
      readAt: expect.any(String),
      table: {
        database: 'dev',
        schema: 'public',
        name: 'Hiring',
        rowCount: 3,
        lastLoad: { endedAt: expect.any(String), rows: 3 },
        columns: [
          { name: 'id', type: 'int8', nullable: false },
          { name: 'place', type: 'varchar', length: 1000, nullable: true },
          { name: 'rate', type: 'numeric', scale: 2, nullable: true },
          { name: 'closed', type: 'bool', nullable: true },
          { name: 'day', type: 'date', nullable: true },
        ],
        readAt: expect.any(String),
      },
    });
    expect(aFreshTime(body.table.lastLoad.endedAt)).toBe(true);
    expect(aFreshTime(body.table.readAt)).toBe(true);
  });

  it('shows rows with nulls, whole numbers and the beginning of long texts', async () => {
    const { status, body } = await portal.get('/v1/warehouse/rows', QUESTION);
    expect(status).toBe(200);
    expect(body.rows).toEqual([
      ['9007199254740993', 'Zürich', '1.50', 'true', '2026-11-27'],
      ['2', null, null, null, null],
      ['3', `${'x'.repeat(500)}…`, '2.25', 'false', '2026-11-28'],
    ]);
    expect(body).toMatchObject({
      moreRows: false,
      shortened: true,
      columnsLeftOut: 0,
    });
    expect(aFreshTime(body.readAt)).toBe(true);

    const two = await portal.get('/v1/warehouse/rows', {
      ...QUESTION,
      limit: '2',
    });
    expect(two.body.rows).toHaveLength(2);
    expect(two.body.moreRows).toBe(true);
  });

  it('tells what COPY could not load', async () => {
    const { status, body } = await portal.get(
      '/v1/warehouse/load-errors',
      QUESTION,
    );
    expect(status).toBe(200);
    expect(body.items).toEqual([
      {
        at: expect.any(String),
        file: 's3://data/bad.csv',
        line: 2,
        column: 'id',
        type: expect.any(String),
        code: expect.any(Number),
        reason: expect.stringMatching(/digit/i),
      },
    ]);
    expect(aFreshTime(body.items[0].at)).toBe(true);
  });

  it('may be in a cluster, and not be there yet', async () => {
    const question = {
      entityRef: 'component:default/flight-delays',
      workflowArn: FLIGHT_DELAYS_ARN,
    };
    const { body } = await portal.get('/v1/warehouse', question);
    expect(body).toMatchObject({
      kind: 'cluster',
      state: 'available',
      rawStatus: 'available',
      nodeType: 'ra3.large',
      nodes: 2,
      table: { database: 'dev', schema: 'public', name: 'delays' },
    });
    const missing = `There is no table dev.public.delays in cluster 'shared', or the portal's database user may not see it`;
    expect(body.table.problems).toContain(`No columns. ${missing}`);
    const rows = await portal.get('/v1/warehouse/rows', question);
    expect([rows.status, rows.body.error.message]).toEqual([404, missing]);
    const errors = await portal.get('/v1/warehouse/load-errors', question);
    expect([errors.status, errors.body.items]).toEqual([200, []]);
  });
});
