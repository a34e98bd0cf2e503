import {
  CreateCrawlerCommand,
  CreateDatabaseCommand,
  CreateTriggerCommand,
  CreateWorkflowCommand,
  GetCrawlerCommand,
  GlueClient,
  StartCrawlerCommand,
} from '@aws-sdk/client-glue';
import { WORKFLOW_ENTITY_TAG } from '@glue-pipelines/backstage-plugin-common';
import { createServer, RunningServer } from '@glue-pipelines/local-glue';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { GlueEndpoint } from './__testUtils__/GlueEndpoint';
import { ENTITY_REF, startPortal } from './__testUtils__/portal';
import { COVID_HIRING_ARN } from './__testUtils__/runs';
import { waitFor } from './__testUtils__/waitFor';

jest.setTimeout(120_000);

const OWNER = { entityRef: ENTITY_REF, workflowArn: COVID_HIRING_ARN };
const INTRUDER = { ...OWNER, entityRef: 'component:default/intruder' };
type Portal = Awaited<ReturnType<typeof startPortal>>;

const readTables = (portal: Portal, question = OWNER) =>
  portal.get('/v1/tables', question);

describe('tables that crawlers really write', () => {
  let dataDir: string;
  let server: RunningServer;
  let portal: Portal;
  let glue: GlueClient;

  const put = (key: string, text: string) =>
    server.context.buckets.put('data', key, Buffer.from(text));

  async function crawl() {
    await glue.send(new StartCrawlerCommand({ Name: 'raw' }));
    return waitFor(
      async () =>
        (await glue.send(new GetCrawlerCommand({ Name: 'raw' }))).Crawler,
      crawler => crawler?.State === 'READY' && crawler.LastCrawl !== undefined,
      30_000,
    );
  }

  beforeEach(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'glue-pipelines-tables-'));
    const silent = () => {};
    server = await createServer({
      dataDir,
      port: 0,
      log: { info: silent, warn: silent, error: silent },
    });
    server.context.buckets.create('data');
    glue = new GlueClient({
      endpoint: server.url,
      region: 'us-east-1',
      credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
    });
    await glue.send(
      new CreateDatabaseCommand({ DatabaseInput: { Name: 'hiring' } }),
    );
    await glue.send(
      new CreateCrawlerCommand({
        Name: 'raw',
        Role: 'arn:aws:iam::000000000000:role/glue',
        DatabaseName: 'hiring',
        TablePrefix: 'in_',
        Targets: { S3Targets: [{ Path: 's3://data/cases/' }] },
      }),
    );
    await glue.send(
      new CreateWorkflowCommand({
        Name: 'covid-hiring',
        Tags: { [WORKFLOW_ENTITY_TAG]: ENTITY_REF },
      }),
    );
    await glue.send(
      new CreateTriggerCommand({
        Name: 'start',
        WorkflowName: 'covid-hiring',
        Type: 'ON_DEMAND',
        Actions: [{ CrawlerName: 'raw' }],
      }),
    );
  });

  afterEach(async () => {
    await portal?.stop();
    glue.destroy();
    await server.close();
    await rm(dataDir, { recursive: true, force: true });
  });

  async function open() {
    await portal?.stop();
    portal = await startPortal({ endpoint: server.url });
    await portal.get('/v1/workflows', { entityRef: ENTITY_REF });
  }

  it('have the schema of now, and what the last crawl changed', async () => {
    await put('cases/year=2025/a.csv', 'id,place,count\n1,Graz,3\n');
    await crawl();
    await open();
    const first = await readTables(portal);
    expect(first.status).toBe(200);
    expect(first.body).toMatchObject({
      crawlers: [
        {
          name: 'raw',
          state: 'READY',
          database: 'hiring',
          tablePrefix: 'in_',
          targets: ['s3://data/cases/'],
          lastCrawl: { status: 'SUCCEEDED', startedAt: expect.any(String) },
        },
      ],
      items: [
        {
          database: 'hiring',
          name: 'in_cases',
          crawler: 'raw',
          format: 'csv',
          location: 's3://data/cases/',
          partitionKeys: [{ name: 'year', type: 'string' }],
          recordCount: expect.any(Number),
          columnsLeftOut: 0,
        },
      ],
    });
    const names = (columns: { name: string }[]) =>
      columns.map(({ name }) => name);
    expect(names(first.body.items[0].columns)).toEqual([
      'id',
      'place',
      'count',
    ]);
    expect(first.body.items[0].lastChange).toBeUndefined();
    expect(first.body.problems).toBeUndefined();

    await put('cases/year=2025/a.csv', 'id,place,count,note\n1,Graz,many,a\n');
    await crawl();
    await open();
    const { body } = await readTables(portal);
    const [table] = body.items;
    expect(names(table.columns)).toEqual(['id', 'place', 'count', 'note']);
    expect(table.lastChange).toEqual({
      at: table.updatedAt,
      byLastCrawl: true,
      columns: [
        {
          kind: 'retyped',
          name: 'count',
          partitionKey: false,
          from: 'bigint',
          to: 'string',
        },
        { kind: 'added', name: 'note', partitionKey: false, to: 'string' },
      ],
    });
  });

  it('are missed where a crawl has found nothing', async () => {
    await crawl();
    await open();
    const { body } = await readTables(portal);
    expect(body.items).toEqual([]);
    expect(body.problems).toEqual([
      "The crawler 'raw' succeeded, and there is no table of it in the database 'hiring'. Check that there are files in its targets",
    ]);
  });
});

describe('the tables of a workflow', () => {
  let glue: GlueEndpoint;
  let portal: Portal;
  const ok = (body: object) => ({ status: 200, body });
  const crawler = (name: string, database: string) => ({
    Name: name,
    DatabaseName: database,
    State: 'READY',
    LastCrawl: { Status: 'SUCCEEDED', StartTime: 1_796_000_000 },
  });
  const table = (name: string, columns: string[], updated = 1_795_000_000) => ({
    Name: name,
    DatabaseName: 'sales',
    UpdateTime: updated,
    Parameters: { UPDATED_BY_CRAWLER: 'raw' },
    StorageDescriptor: {
      Columns: columns.map(column => ({ Name: column, Type: 'string' })),
    },
  });

  beforeEach(async () => {
    glue = await GlueEndpoint.start();
    glue.putWorkflow('covid-hiring', {
      Graph: {
        Nodes: ['raw', 'processed', 'gone'].map(name => ({
          Type: 'CRAWLER',
          Name: name,
          UniqueId: `wnode_${name}`,
          CrawlerDetails: {},
        })),
        Edges: [],
      },
    });
    glue.others.set('BatchGetCrawlers', () =>
      ok({
        Crawlers: [crawler('raw', 'sales'), crawler('processed', 'nowhere')],
        CrawlersNotFound: ['gone'],
      }),
    );
    glue.others.set('GetTables', ({ DatabaseName, NextToken }) => {
      if (DatabaseName === 'nowhere') {
        return {
          status: 400,
          body: { __type: 'EntityNotFoundException', Message: 'no' },
        };
      }
      return NextToken
        ? ok({ TableList: [table('a', ['id', 'more'])] })
        : ok({ TableList: [table('b', ['id'])], NextToken: 'next' });
    });
    // The order of versions is not promised.
    glue.others.set('GetTableVersions', ({ TableName }) =>
      ok({
        TableVersions: [
          { VersionId: '9', Table: table(TableName, ['id']) },
          { VersionId: '10', Table: table(TableName, ['id', 'more']) },
          { VersionId: '8', Table: table(TableName, ['old']) },
        ],
      }),
    );
    portal = await startPortal({ endpoint: glue.url });
    await portal.get('/v1/workflows', { entityRef: ENTITY_REF });
  });

  afterEach(async () => {
    await portal.stop();
    await glue.close();
  });

  it('are shown as far as they are there, and what is not is said', async () => {
    const { status, body } = await readTables(portal);
    expect(status).toBe(200);
    expect(body.items.map(({ name }: { name: string }) => name)).toEqual([
      'a',
      'b',
    ]);
    expect(body.items[0].lastChange).toMatchObject({
      // An older crawl, or somebody else, has changed it.
      byLastCrawl: false,
      columns: [{ kind: 'added', name: 'more' }],
    });
    expect(body.problems).toEqual([
      "The workflow starts the crawler 'gone', which is not there",
      "There is no database 'nowhere' in the Data Catalog, into which 'processed' would write",
    ]);
  });

  it('are shown without changes where those may not be read', async () => {
    glue.fail('GetTableVersions', 'AccessDeniedException', 9);
    const { status, body } = await readTables(portal);
    expect(status).toBe(200);
    expect(body.items).toHaveLength(2);
    expect(body.items[0].lastChange).toBeUndefined();
    expect(body.problems).toContainEqual(
      expect.stringContaining(
        "What changed cannot be read of every table. The portal's AWS role may not call glue:GetTableVersions",
      ),
    );
  });

  it.each([
    ['AccessDeniedException', 403, 'may not call glue:BatchGetCrawlers'],
    ['ThrottlingException', 503, 'AWS throttles BatchGetCrawlers'],
  ])('cannot be shown where AWS answers %s', async (code, status, message) => {
    glue.fail('BatchGetCrawlers', code, 9);
    const answer = await readTables(portal);
    expect(answer.status).toBe(status);
    expect(answer.body.error.message).toContain(message);
  });

  it('are read once for many views, and through no other entity', async () => {
    const views = () => Promise.all([1, 2, 3].map(() => readTables(portal)));
    await views();
    await views();
    expect(glue.count('BatchGetCrawlers')).toBe(1);
    expect(glue.count('GetTableVersions')).toBe(2);
    const answer = await readTables(portal, INTRUDER);
    expect(answer.status).toBe(403);
    expect(answer.body.error.message).toContain(
      'set its tag glue-pipelines.io/entity to component:default/intruder',
    );
  });
});
