import {
  CreateCrawlerCommand,
  CreateDatabaseCommand,
  CreateTriggerCommand,
  CreateWorkflowCommand,
  GlueClient,
} from '@aws-sdk/client-glue';
import { WORKFLOW_ENTITY_TAG } from '@glue-pipelines/backstage-plugin-common';
import { createServer, RunningServer } from '@glue-pipelines/local-glue';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ENTITY_REF, startPortal } from './__testUtils__/portal';
import { COVID_HIRING_ARN } from './__testUtils__/runs';
import { waitFor } from './__testUtils__/waitFor';

jest.setTimeout(120_000);

const ROLE = 'arn:aws:iam::000000000000:role/glue';

/** The same plugin, the same protocol, a server that really runs the workflow. */
describe('with local-glue behind the endpoint', () => {
  let dataDir: string;
  let server: RunningServer;
  let portal: Awaited<ReturnType<typeof startPortal>>;

  beforeAll(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'glue-pipelines-backend-'));
    const silent = () => {};
    server = await createServer({
      dataDir,
      port: 0,
      log: { info: silent, warn: silent, error: silent },
    });
    portal = await startPortal({ endpoint: server.url });
    await deployTwoCrawlers(server);
  });

  afterAll(async () => {
    await portal?.stop();
    await server?.close();
    await rm(dataDir, { recursive: true, force: true });
  });

  it('starts a workflow, follows it to its end and shows what its nodes did', async () => {
    const covidHiring = {
      entityRef: ENTITY_REF,
      workflowArn: COVID_HIRING_ARN,
    };
    const before = await portal.get('/v1/workflows', { entityRef: ENTITY_REF });
    expect(before.body.items[0].collectionError).toBeUndefined();
    expect(before.body.items[0]).toMatchObject({
      health: 'never-run',
      startTrigger: { name: 'covid-hiring-start', type: 'ON_DEMAND' },
    });
    expect(
      before.body.items[0].graph.nodes.map(
        ({ type, name }: { type: string; name: string }) => `${type} ${name}`,
      ),
    ).toEqual(
      expect.arrayContaining([
        'TRIGGER covid-hiring-start',
        'CRAWLER cases',
        'TRIGGER covid-hiring-then',
        'CRAWLER hiring',
      ]),
    );
    expect(before.body.items[0].graph.edges).toHaveLength(3);

    const started = await portal.start({
      ...covidHiring,
      properties: { day: '2026-11-21' },
    });
    expect(started.body).toEqual({ runId: expect.stringMatching(/^wr_/) });
    const { runId } = started.body;

    const run = await waitFor(
      async () => (await portal.get(`/v1/runs/${runId}`, covidHiring)).body,
      ({ completedAt }) => completedAt !== undefined,
      60_000,
    );
    expect(run).toMatchObject({
      id: runId,
      rawStatus: 'COMPLETED',
      health: 'succeeded',
      startedBy: 'user:default/mock',
      properties: { day: '2026-11-21' },
      statistics: { total: 2, succeeded: 2, failed: 0 },
    });
    const states = run.graph.nodes.map(({ state }: { state: string }) => state);
    expect(states).toEqual([
      'succeeded',
      'succeeded',
      'succeeded',
      'succeeded',
    ]);

    const after = await portal.get('/v1/workflows', { entityRef: ENTITY_REF });
    expect(after.body.items[0]).toMatchObject({
      health: 'succeeded',
      lastRun: { id: runId },
    });
  });
});

/** on demand -> crawl cases -> when it succeeded -> crawl hiring */
async function deployTwoCrawlers(server: RunningServer) {
  const { buckets } = server.context;
  buckets.create('covid-hiring-data');
  const glue = new GlueClient({
    endpoint: server.url,
    region: 'us-east-1',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
  });
  await glue.send(
    new CreateDatabaseCommand({ DatabaseInput: { Name: 'covid_hiring' } }),
  );
  for (const name of ['cases', 'hiring']) {
    await buckets.put(
      'covid-hiring-data',
      `raw/${name}/rows.csv`,
      Buffer.from('date,count\n2026-11-20,1\n2026-11-21,2\n'),
    );
    await glue.send(
      new CreateCrawlerCommand({
        Name: name,
        Role: ROLE,
        DatabaseName: 'covid_hiring',
        Targets: {
          S3Targets: [{ Path: `s3://covid-hiring-data/raw/${name}/` }],
        },
      }),
    );
  }
  await glue.send(
    new CreateWorkflowCommand({
      Name: 'covid-hiring',
      Tags: { [WORKFLOW_ENTITY_TAG]: ENTITY_REF },
    }),
  );
  await glue.send(
    new CreateTriggerCommand({
      Name: 'covid-hiring-start',
      WorkflowName: 'covid-hiring',
      Type: 'ON_DEMAND',
      Actions: [{ CrawlerName: 'cases' }],
    }),
  );
  await glue.send(
    new CreateTriggerCommand({
      Name: 'covid-hiring-then',
      WorkflowName: 'covid-hiring',
      Type: 'CONDITIONAL',
      StartOnCreation: true,
      Predicate: {
        Logical: 'AND',
        Conditions: [
          {
            LogicalOperator: 'EQUALS',
            CrawlerName: 'cases',
            CrawlState: 'SUCCEEDED',
          },
        ],
      },
      Actions: [{ CrawlerName: 'hiring' }],
    }),
  );
  glue.destroy();
}
