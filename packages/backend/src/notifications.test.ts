import {
  CreateCrawlerCommand,
  CreateDatabaseCommand,
  CreateTriggerCommand,
  CreateWorkflowCommand,
  GlueClient,
} from '@aws-sdk/client-glue';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import catalogPlugin from '@backstage/plugin-catalog-backend';
import eventsPlugin from '@backstage/plugin-events-backend';
import notificationsPlugin from '@backstage/plugin-notifications-backend';
import signalsPlugin from '@backstage/plugin-signals-backend';
import gluePipelinesPlugin from '@glue-pipelines/backstage-plugin-backend';
import { WORKFLOW_ENTITY_TAG } from '@glue-pipelines/backstage-plugin-common';
import { createServer, RunningServer } from '@glue-pipelines/local-glue';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import request from 'supertest';

jest.setTimeout(120_000);

const WORKFLOW_ARN =
  'arn:aws:glue:us-east-1:000000000000:workflow/covid-hiring';
const ENTITY_REF = 'component:default/covid-hiring';
const BUCKET = 'covid-hiring-data';

/** Of the team that owns the pipeline, and of one that has written its ARN into an entity. */
const ADA = 'user:default/ada';
const EVE = 'user:default/eve';

const CATALOG = `
apiVersion: backstage.io/v1alpha1
kind: Group
metadata: { name: data-engineering }
spec: { type: team, children: [] }
---
apiVersion: backstage.io/v1alpha1
kind: User
metadata: { name: ada }
spec: { memberOf: [data-engineering] }
---
apiVersion: backstage.io/v1alpha1
kind: Group
metadata: { name: analytics }
spec: { type: team, children: [] }
---
apiVersion: backstage.io/v1alpha1
kind: User
metadata: { name: eve }
spec: { memberOf: [analytics] }
---
apiVersion: backstage.io/v1alpha1
kind: Component
metadata:
  name: covid-hiring
  annotations: { aws.amazon.com/glue-workflow-arn: '${WORKFLOW_ARN}' }
spec: { type: data-pipeline, lifecycle: production, owner: data-engineering }
---
apiVersion: backstage.io/v1alpha1
kind: Component
metadata:
  name: intruder
  annotations: { aws.amazon.com/glue-workflow-arn: '${WORKFLOW_ARN}' }
spec: { type: data-pipeline, lifecycle: production, owner: analytics }
`;

interface Listed {
  totalCount: number;
  notifications: {
    origin: string;
    read?: string;
    payload: Record<string, string>;
  }[];
}

/** Backstage's own notifications and catalog, and a Glue that runs what is started. */
describe('notifications of runs', () => {
  let directory: string;
  let glue: RunningServer;
  let backend: Awaited<ReturnType<typeof startTestBackend>>;

  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'notifications-'));
    const silent = () => {};
    glue = await createServer({
      dataDir: join(directory, 'glue'),
      port: 0,
      log: { info: silent, warn: silent, error: silent },
    });
    await deployCrawl(glue.url);
    const catalog = join(directory, 'catalog.yaml');
    await writeFile(catalog, CATALOG);
    backend = await startTestBackend({
      features: [
        catalogPlugin,
        eventsPlugin,
        notificationsPlugin,
        signalsPlugin,
        gluePipelinesPlugin,
        mockServices.rootConfig.factory({
          data: {
            app: { baseUrl: 'http://localhost:3000' },
            backend: { baseUrl: 'http://localhost:7007' },
            catalog: {
              locations: [{ type: 'file', target: catalog }],
              rules: [{ allow: ['Component', 'Group', 'User', 'Location'] }],
              processingInterval: { seconds: 1 },
            },
            aws: {
              accounts: [
                {
                  accountId: '000000000000',
                  accessKeyId: 'test',
                  secretAccessKey: 'test',
                },
              ],
            },
            gluePipelines: {
              aws: { endpoint: glue.url },
              collector: { active: { milliseconds: 500 } },
            },
          },
        }),
      ],
    });
  });

  afterAll(async () => {
    await backend?.stop();
    await glue?.close();
    await rm(directory, { recursive: true, force: true });
  });

  const listFor = async (user: string): Promise<Listed> => {
    const { body } = await request(backend.server)
      .get('/api/notifications')
      .set('authorization', mockCredentials.user.header(user));
    return body;
  };

  async function until<T>(
    probe: () => Promise<T>,
    holds: (value: T) => boolean,
  ): Promise<T> {
    const deadline = Date.now() + 30_000;
    for (;;) {
      const value = await probe();
      if (holds(value)) {
        return value;
      }
      if (Date.now() > deadline) {
        throw new Error(`Still not so: ${JSON.stringify(value)}`);
      }
      await sleep(250);
    }
  }

  /** The catalog takes a moment to know its entities. */
  const startRun = async (): Promise<string> => {
    const { body } = await until(
      () =>
        request(backend.server)
          .post('/api/glue-pipelines/v1/runs')
          .set('authorization', mockCredentials.user.header(ADA))
          .send({ entityRef: ENTITY_REF, workflowArn: WORKFLOW_ARN })
          .then(answer => answer),
      ({ status }) => status === 201,
    );
    return body.runId;
  };

  it('tell the owner of a failure, with the way to the run, and replace it by the recovery', async () => {
    const failed = await startRun();
    const [failure] = (
      await until(
        () => listFor(ADA),
        ({ totalCount }) => totalCount > 0,
      )
    ).notifications;
    expect(failure).toMatchObject({
      origin: 'plugin:glue-pipelines',
      payload: {
        title: "Workflow 'covid-hiring' failed",
        severity: 'high',
        topic: 'glue-pipelines.failure',
        link: `/catalog/default/component/covid-hiring/glue?workflow=covid-hiring&run=${failed}`,
      },
    });
    expect(failure.payload.description).toMatch(/^'cases' failed\. /);

    // Somebody provides what the crawl found missing.
    const { buckets } = glue.context;
    buckets.create(BUCKET);
    await buckets.put(
      BUCKET,
      'raw/cases/rows.csv',
      Buffer.from('date,count\n2026-11-20,1\n2026-11-21,2\n'),
    );
    const succeeded = await startRun();
    const { totalCount, notifications } = await until(
      () => listFor(ADA),
      list => list.notifications[0].payload.topic !== 'glue-pipelines.failure',
    );
    expect(totalCount).toBe(1);
    expect(notifications[0].payload).toMatchObject({
      title: "Workflow 'covid-hiring' succeeds again",
      severity: 'normal',
      topic: 'glue-pipelines.recovery',
      link: `/catalog/default/component/covid-hiring/glue?workflow=covid-hiring&run=${succeeded}`,
    });
    // An entity that merely names the workflow is told nothing of it.
    expect(await listFor(EVE)).toMatchObject({ totalCount: 0 });
  });
});

/** A workflow of one crawl, whose bucket does not exist. */
async function deployCrawl(endpoint: string) {
  const client = new GlueClient({
    endpoint,
    region: 'us-east-1',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
  });
  await client.send(
    new CreateDatabaseCommand({ DatabaseInput: { Name: 'covid_hiring' } }),
  );
  await client.send(
    new CreateCrawlerCommand({
      Name: 'cases',
      Role: 'arn:aws:iam::000000000000:role/glue',
      DatabaseName: 'covid_hiring',
      Targets: { S3Targets: [{ Path: `s3://${BUCKET}/raw/cases/` }] },
    }),
  );
  await client.send(
    new CreateWorkflowCommand({
      Name: 'covid-hiring',
      Tags: { [WORKFLOW_ENTITY_TAG]: ENTITY_REF },
    }),
  );
  await client.send(
    new CreateTriggerCommand({
      Name: 'covid-hiring-start',
      WorkflowName: 'covid-hiring',
      Type: 'ON_DEMAND',
      Actions: [{ CrawlerName: 'cases' }],
    }),
  );
  client.destroy();
}
