import {
  CreateJobCommand,
  CreateTriggerCommand,
  CreateCrawlerCommand,
  CreateDatabaseCommand,
  CreateWorkflowCommand,
  GlueClient,
} from '@aws-sdk/client-glue';
import { actionsRegistryServiceFactory } from '@backstage/backend-defaults/alpha';
import { authServiceFactory } from '@backstage/backend-defaults/auth';
import { httpAuthServiceFactory } from '@backstage/backend-defaults/httpAuth';
import { permissionsServiceFactory } from '@backstage/backend-defaults/permissions';
import { userInfoServiceFactory } from '@backstage/backend-defaults/userInfo';
import { createBackendModule } from '@backstage/backend-plugin-api';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import authPlugin from '@backstage/plugin-auth-backend';
import {
  authProvidersExtensionPoint,
  createProxyAuthenticator,
  createProxyAuthProviderFactory,
} from '@backstage/plugin-auth-node';
import catalogPlugin from '@backstage/plugin-catalog-backend';
import eventsPlugin from '@backstage/plugin-events-backend';
import permissionPlugin from '@backstage/plugin-permission-backend';
import signalsPlugin from '@backstage/plugin-signals-backend';
import gluePipelinesPlugin from '@glue-pipelines/backstage-plugin-backend';
import {
  WORKFLOW_ENTITY_TAG,
  WORKFLOW_WAREHOUSE_TABLE_TAG,
} from '@glue-pipelines/backstage-plugin-common';
import { createServer, RunningServer } from '@glue-pipelines/local-glue';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import request from 'supertest';
import ownersActPolicy from '../permissions/module';

export const WORKFLOW_ARN =
  'arn:aws:glue:us-east-1:000000000000:workflow/covid-hiring';

export const OWNED = 'component:default/covid-hiring';
/** Of another team, which has written the ARN of the workflow into its annotation. */
export const INTRUDER = 'component:default/intruder';
/** Names no workflow. */
export const PLAIN = 'component:default/plain';

const GROUPS: Record<string, string[]> = {
  'user:default/owner': ['group:default/data-engineering'],
  'user:default/other': ['group:default/analytics'],
  'user:default/reader': [],
  'user:default/platform': ['group:default/platform'],
};

const component = (name: string, owner: string, arn?: string) => `
apiVersion: backstage.io/v1alpha1
kind: Component
metadata:
  name: ${name}
  annotations: ${JSON.stringify(arn ? { 'aws.amazon.com/glue-workflow-arn': arn } : {})}
spec: { type: data-pipeline, lifecycle: production, owner: '${owner}' }
`;

/** Signs in whoever the request says; who that is and what the token then proves is the portal's own code. */
const anybodySignsIn = createBackendModule({
  pluginId: 'auth',
  moduleId: 'anybody',
  register(reg) {
    reg.registerInit({
      deps: { providers: authProvidersExtensionPoint },
      async init({ providers }) {
        providers.registerProvider({
          providerId: 'anybody',
          factory: createProxyAuthProviderFactory({
            authenticator: createProxyAuthenticator({
              defaultProfileTransform: async () => ({ profile: {} }),
              initialize() {},
              async authenticate({ req }) {
                return { result: { sub: req.header('x-user') ?? '' } };
              },
            }),
            signInResolver: async ({ result: { sub } }, ctx) =>
              ctx.issueToken({ claims: { sub, ent: [sub, ...GROUPS[sub]] } }),
          }),
        });
      },
    });
  },
});

const SERVICE_TOKEN = 'a-token-of-another-service';
const USERS = {
  reader: 'user:default/reader',
  owner: 'user:default/owner',
  'other team': 'user:default/other',
  'platform team': 'user:default/platform',
};
export type Caller = keyof typeof USERS | 'anonymous' | 'service';

export const EVERYONE: Caller[] = [
  'anonymous',
  'reader',
  'owner',
  'other team',
  'platform team',
  'service',
];

/** What every caller is answered, by the entity through which they ask: in the order of `EVERYONE`. */
export const rowsOf = (statuses: Record<string, number[]>) =>
  Object.entries(statuses).flatMap(([entityRef, row]) =>
    EVERYONE.map((caller, i) => [caller, entityRef, row[i]] as const),
  );

/** Refusals have the body that the OpenAPI document describes, also those that Backstage sends. */
export function expectDescribed({ status, body }: request.Response) {
  if (status >= 400) {
    expect(body).toEqual({
      error: { name: expect.any(String), message: expect.any(String) },
      request: { method: expect.any(String), url: expect.any(String) },
      response: { statusCode: status },
    });
  }
}

/** The portal's policy on a real catalog, and a Glue that runs what is started. */
export class GuardedPortal {
  private readonly tokens = new Map<Caller, string>([
    ['service', SERVICE_TOKEN],
  ]);

  private constructor(
    private readonly backend: Awaited<ReturnType<typeof startTestBackend>>,
    private readonly glue: RunningServer,
    private readonly directory: string,
  ) {}

  /** With a run of the workflow that the owner has started. */
  static async start(): Promise<{ portal: GuardedPortal; runId: string }> {
    const directory = await mkdtemp(join(tmpdir(), 'authorization-'));
    const silent = () => {};
    const glue = await createServer({
      dataDir: join(directory, 'glue'),
      port: 0,
      log: { info: silent, warn: silent, error: silent },
    });
    await deployWorkflow(glue.url);
    await loadTable(glue.url);
    const catalog = join(directory, 'catalog.yaml');
    await writeFile(
      catalog,
      [
        component(
          'covid-hiring',
          'group:default/data-engineering',
          WORKFLOW_ARN,
        ),
        component('intruder', 'group:default/analytics', WORKFLOW_ARN),
        component('plain', 'group:default/data-engineering'),
      ].join('---'),
    );
    const backend = await startTestBackend({
      features: [
        catalogPlugin,
        eventsPlugin,
        permissionPlugin,
        signalsPlugin,
        gluePipelinesPlugin,
        ownersActPolicy,
        permissionsServiceFactory,
        actionsRegistryServiceFactory,
        authServiceFactory,
        httpAuthServiceFactory,
        userInfoServiceFactory,
        authPlugin,
        anybodySignsIn,
        mockServices.rootConfig.factory({
          data: {
            app: { baseUrl: 'http://localhost:3000' },
            backend: {
              baseUrl: 'http://localhost:7007',
              auth: {
                externalAccess: [
                  {
                    type: 'static',
                    options: { token: SERVICE_TOKEN, subject: 'robot' },
                  },
                ],
              },
            },
            auth: { providers: { anybody: {} } },
            permission: {
              enabled: true,
              platformTeams: ['group:default/platform'],
            },
            catalog: {
              locations: [{ type: 'file', target: catalog }],
              rules: [{ allow: ['Component', 'Location'] }],
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
              badges: true,
              startsPerMinute: { perUser: 100, perWorkflow: 100 },
            },
          },
        }),
      ],
    });
    const portal = new GuardedPortal(backend, glue, directory);
    await portal.signIn();
    return { portal, runId: await portal.firstRun() };
  }

  ask(caller: Caller, method: 'get' | 'post', path: string) {
    const question = request(this.backend.server)[method](
      `/api/glue-pipelines${path}`,
    );
    return caller === 'anonymous'
      ? question
      : question.set('authorization', `Bearer ${this.tokens.get(caller)}`);
  }

  read(caller: Caller, path: string, query: Record<string, string>) {
    return this.ask(caller, 'get', `${path}?${new URLSearchParams(query)}`);
  }

  startRun(caller: Caller, entityRef: string) {
    return this.ask(caller, 'post', '/v1/runs').send({
      entityRef,
      workflowArn: WORKFLOW_ARN,
    });
  }

  async stop() {
    await this.backend.stop();
    await this.glue.close();
    await rm(this.directory, { recursive: true, force: true });
  }

  private async signIn() {
    for (const [caller, user] of Object.entries(USERS)) {
      const { body } = await request(this.backend.server)
        .get('/api/auth/anybody/refresh')
        .set('x-user', user);
      this.tokens.set(caller as Caller, body.backstageIdentity.token);
    }
  }

  /** Until the catalog has read its file. */
  private async firstRun(): Promise<string> {
    const deadline = Date.now() + 15_000;
    for (;;) {
      const { status, body } = await this.startRun('owner', OWNED);
      if (status === 201) {
        return body.runId;
      }
      if (Date.now() > deadline) {
        throw new Error(
          `The owner cannot start a run: ${JSON.stringify(body)}`,
        );
      }
      await sleep(500);
    }
  }
}

async function deployWorkflow(endpoint: string) {
  const glue = new GlueClient({
    endpoint,
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
      DefaultRunProperties: { password: 'hunter2' },
      Tags: {
        [WORKFLOW_ENTITY_TAG]: OWNED,
        [WORKFLOW_WAREHOUSE_TABLE_TAG]:
          'workgroup/covid-hiring/dev.public.cases',
      },
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
  for (const Name of ['load', 'other']) {
    await glue.send(
      new CreateJobCommand({
        Name,
        Role: 'arn:aws:iam::000000000000:role/glue',
        Command: { Name: 'glueetl', ScriptLocation: 's3://assets/load.py' },
      }),
    );
  }
  // It is in the graph, and never fires since it is not activated.
  await glue.send(
    new CreateTriggerCommand({
      Name: 'covid-hiring-load',
      WorkflowName: 'covid-hiring',
      Type: 'CONDITIONAL',
      Predicate: {
        Conditions: [
          {
            LogicalOperator: 'EQUALS',
            CrawlerName: 'cases',
            CrawlState: 'SUCCEEDED',
          },
        ],
      },
      Actions: [{ JobName: 'load' }],
    }),
  );
  glue.destroy();
}

/** A workgroup with a table of one row. */
async function loadTable(endpoint: string) {
  const call = async (operation: string, input: object) => {
    const response = await fetch(endpoint, {
      method: 'POST',
      headers: {
        'content-type': 'application/x-amz-json-1.1',
        'x-amz-target': operation,
      },
      body: JSON.stringify(input),
    });
    return response.json();
  };
  const named = { namespaceName: 'covid-hiring' };
  await call('RedshiftServerless.CreateNamespace', named);
  await call('RedshiftServerless.CreateWorkgroup', {
    workgroupName: 'covid-hiring',
    ...named,
  });
  const { Id } = await call('RedshiftData.ExecuteStatement', {
    WorkgroupName: 'covid-hiring',
    Database: 'dev',
    Sql: "create table public.cases as select 'Ljubljana' as place",
  });
  for (let status = ''; status !== 'FINISHED';) {
    await sleep(50);
    const statement = await call('RedshiftData.DescribeStatement', { Id });
    status = statement.Status;
    if (statement.Error) {
      throw new Error(statement.Error);
    }
  }
}
