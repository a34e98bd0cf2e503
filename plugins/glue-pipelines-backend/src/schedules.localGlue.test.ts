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

jest.setTimeout(60_000);

/** Triggers as a server has them that really starts workflows by them. */
describe('the schedule of a workflow, with local-glue behind the endpoint', () => {
  const workflow = { entityRef: ENTITY_REF, workflowArn: COVID_HIRING_ARN };
  let dataDir: string;
  let server: RunningServer;
  let portal: Awaited<ReturnType<typeof startPortal>>;

  beforeAll(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'glue-pipelines-schedules-'));
    const silent = () => {};
    server = await createServer({
      dataDir,
      port: 0,
      log: { info: silent, warn: silent, error: silent },
    });
    const glue = new GlueClient({
      endpoint: server.url,
      region: 'us-east-1',
      credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
    });
    await glue.send(
      new CreateDatabaseCommand({ DatabaseInput: { Name: 'covid_hiring' } }),
    );
    await glue.send(
      new CreateCrawlerCommand({
        Name: 'cases',
        Role: 'arn:aws:iam::000000000000:role/glue',
        DatabaseName: 'covid_hiring',
        Targets: { S3Targets: [{ Path: 's3://covid-hiring-data/raw/' }] },
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
        Name: 'covid-hiring-start',
        WorkflowName: 'covid-hiring',
        Type: 'SCHEDULED',
        Schedule: 'cron(0 6 1 1 ? *)',
        Actions: [{ CrawlerName: 'cases' }],
      }),
    );
    glue.destroy();
    portal = await startPortal({ endpoint: server.url });
  });

  afterAll(async () => {
    await portal?.stop();
    await server?.close();
    await rm(dataDir, { recursive: true, force: true });
  });

  const startTrigger = async () => {
    const { body } = await portal.get('/v1/workflows', {
      entityRef: ENTITY_REF,
    });
    return body.items[0].startTrigger;
  };
  const change = (verb: string, more: object = {}) =>
    portal
      .request('post', `/v1/schedule/${verb}`)
      .send({ ...workflow, ...more });

  it('is activated, paused and resumed', async () => {
    expect((await startTrigger()).state).toBe('CREATED');
    expect((await change('resume')).status).toBe(204);
    expect(await startTrigger()).toMatchObject({
      state: 'ACTIVATED',
      nextRunAt: expect.stringMatching(/-01-01T06:00:00.000Z$/),
    });
    expect((await change('pause', { reason: 'Holidays' })).status).toBe(204);
    expect(await startTrigger()).toMatchObject({
      state: 'DEACTIVATED',
      pause: { reason: 'Holidays' },
    });
    expect((await change('resume')).status).toBe(204);
    expect((await startTrigger()).pause).toBeUndefined();
  });
});
