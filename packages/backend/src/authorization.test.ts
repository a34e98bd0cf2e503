import {
  CreateJobCommand,
  CreateTriggerCommand,
  CreateCrawlerCommand,
  CreateDatabaseCommand,
  CreateWorkflowCommand,
  GlueClient,
} from '@aws-sdk/client-glue';
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
import ownersActPolicy from './permissions/module';

jest.setTimeout(120_000);

const WORKFLOW_ARN =
  'arn:aws:glue:us-east-1:000000000000:workflow/covid-hiring';

const OWNED = 'component:default/covid-hiring';
/** Of another team, which has written the ARN of the workflow into its annotation. */
const INTRUDER = 'component:default/intruder';
/** Names no workflow. */
const PLAIN = 'component:default/plain';

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
type Caller = keyof typeof USERS | 'anonymous' | 'service';

/** The portal's policy on a real catalog, and a Glue that runs what is started. */
describe('who may do what', () => {
  let directory: string;
  let glue: RunningServer;
  let backend: Awaited<ReturnType<typeof startTestBackend>>;
  let runId: string;

  const tokens = new Map<Caller, string>([['service', SERVICE_TOKEN]]);
  const ask = (caller: Caller, method: 'get' | 'post', path: string) => {
    const question = request(backend.server)[method](
      `/api/glue-pipelines${path}`,
    );
    return caller === 'anonymous'
      ? question
      : question.set('authorization', `Bearer ${tokens.get(caller)}`);
  };
  const read = (caller: Caller, path: string, query: Record<string, string>) =>
    ask(caller, 'get', `${path}?${new URLSearchParams(query)}`);
  const start = (caller: Caller, entityRef: string) =>
    ask(caller, 'post', '/v1/runs').send({
      entityRef,
      workflowArn: WORKFLOW_ARN,
    });

  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'authorization-'));
    const silent = () => {};
    glue = await createServer({
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
    backend = await startTestBackend({
      features: [
        catalogPlugin,
        eventsPlugin,
        permissionPlugin,
        signalsPlugin,
        gluePipelinesPlugin,
        ownersActPolicy,
        permissionsServiceFactory,
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
    for (const [caller, user] of Object.entries(USERS)) {
      const { body } = await request(backend.server)
        .get('/api/auth/anybody/refresh')
        .set('x-user', user);
      tokens.set(caller as Caller, body.backstageIdentity.token);
    }
    const deadline = Date.now() + 15_000;
    for (;;) {
      const { status, body } = await start('owner', OWNED);
      if (status === 201) {
        runId = body.runId;
        break;
      }
      if (Date.now() > deadline) {
        throw new Error(
          `The owner cannot start a run: ${JSON.stringify(body)}`,
        );
      }
      await sleep(500);
    }
  });

  afterAll(async () => {
    await backend?.stop();
    await glue?.close();
    await rm(directory, { recursive: true, force: true });
  });

  const everyone: Caller[] = [
    'anonymous',
    'reader',
    'owner',
    'other team',
    'platform team',
    'service',
  ];
  const table = (statuses: Record<string, number[]>) =>
    Object.entries(statuses).flatMap(([through, row]) =>
      everyone.map(
        (caller, i) => [caller, through.split(' ')[0], row[i]] as const,
      ),
    );

  // The columns: anonymous, reader, owner, other team, platform team, service.
  describe.each([
    ['GET /v1/workflows', '/v1/workflows'],
    ['GET /v1/runs', '/v1/runs'],
    ['GET /v1/grid', '/v1/grid'],
    ['GET /v1/days', '/v1/days'],
    ['GET /v1/headroom', '/v1/headroom'],
    ['GET /v1/backfills', '/v1/backfills'],
    ['GET /v1/runs/{runId}', '/v1/runs/:runId'],
    ['GET /v1/runs/{runId}/changes', '/v1/runs/:runId/changes'],
  ])('%s', (_, path) => {
    const plain = path === '/v1/workflows' ? 200 : 404;
    it.each(
      table({
        [OWNED]: [401, 200, 200, 200, 200, 200],
        [INTRUDER]: [401, 200, 200, 200, 200, 200],
        [PLAIN]: [401, plain, plain, plain, plain, plain],
        'component:default/nobody': [401, 404, 404, 404, 404, 404],
        'no-entity-ref': [401, 400, 400, 400, 400, 400],
      }),
    )('%s through %s: %d', async (caller, entityRef, status) => {
      const answer = await read(caller, path.replace(':runId', runId), {
        entityRef,
        ...(path !== '/v1/workflows' && { workflowArn: WORKFLOW_ARN }),
      });
      expect(answer.status).toBe(status);
      expectDescribed(answer);
      const properties = JSON.stringify(answer.body).includes('hunter2');
      // No run succeeded before: there is no property to tell of. Days have none.
      const shows = !/\/(backfills|changes|days|headroom)$/.test(path);
      expect(properties).toBe(shows && status === 200 && entityRef === OWNED);
    });
  });

  describe('GET /v1/lineage', () => {
    it.each(
      table({
        [OWNED]: [401, 200, 200, 200, 200, 200],
        [PLAIN]: [401, 200, 200, 200, 200, 200],
        'component:default/nobody': [401, 404, 404, 404, 404, 404],
        'no-entity-ref': [401, 400, 400, 400, 400, 400],
      }),
    )('%s through %s: %d', async (caller, entityRef, status) => {
      const answer = await read(caller, '/v1/lineage', { entityRef });
      expect(answer.status).toBe(status);
      expectDescribed(answer);
    });
  });

  describe('GET /v1/runs/{runId}/logs', () => {
    it.each(
      table({
        [OWNED]: [401, 200, 200, 200, 200, 200],
        // The tag of the workflow names another entity: its logs may quote data.
        [INTRUDER]: [401, 403, 403, 403, 403, 403],
        [PLAIN]: [401, 404, 404, 404, 404, 404],
        'component:default/nobody': [401, 404, 404, 404, 404, 404],
        'no-entity-ref': [401, 400, 400, 400, 400, 400],
      }),
    )('%s through %s: %d', async (caller, entityRef, status) => {
      const answer = await read(caller, `/v1/runs/${runId}/logs`, {
        entityRef,
        workflowArn: WORKFLOW_ARN,
        attempt: 'cases',
      });
      expect(answer.status).toBe(status);
      expectDescribed(answer);
    });
  });

  describe('GET /v1/jobs/{jobName}/bookmark', () => {
    it.each(
      table({
        [OWNED]: [401, 200, 200, 200, 200, 200],
        [INTRUDER]: [401, 403, 403, 403, 403, 403],
        [PLAIN]: [401, 404, 404, 404, 404, 404],
        'component:default/nobody': [401, 404, 404, 404, 404, 404],
        'no-entity-ref': [401, 400, 400, 400, 400, 400],
      }),
    )('%s through %s: %d', async (caller, entityRef, status) => {
      const answer = await read(caller, '/v1/jobs/load/bookmark', {
        entityRef,
        workflowArn: WORKFLOW_ARN,
      });
      expect(answer.status).toBe(status);
      expectDescribed(answer);
    });
  });

  describe('POST /v1/jobs/{jobName}/bookmark/reset, of a job of another workflow', () => {
    it.each(
      table({
        [OWNED]: [401, 403, 404, 403, 404, 403],
        [INTRUDER]: [401, 403, 403, 403, 403, 403],
        [PLAIN]: [401, 403, 404, 403, 404, 403],
        'component:default/nobody': [401, 404, 404, 404, 404, 403],
        'no-entity-ref': [401, 400, 400, 400, 400, 403],
      }),
    )('%s through %s: %d', async (caller, entityRef, status) => {
      const answer = await ask(
        caller,
        'post',
        '/v1/jobs/other/bookmark/reset',
      ).send({ entityRef, workflowArn: WORKFLOW_ARN });
      expect(answer.status).toBe(status);
      expectDescribed(answer);
    });
  });

  // The workflow starts on demand: who may change its schedule is told so.
  describe.each([
    ['pause', { reason: 'The source moves' }],
    ['resume', {}],
  ])('POST /v1/schedule/%s', (verb, more) => {
    it.each(
      table({
        [OWNED]: [401, 403, 409, 403, 409, 403],
        [INTRUDER]: [401, 403, 403, 403, 403, 403],
        [PLAIN]: [401, 403, 404, 403, 404, 403],
        'component:default/nobody': [401, 404, 404, 404, 404, 403],
        'no-entity-ref': [401, 400, 400, 400, 400, 403],
      }),
    )('%s through %s: %d', async (caller, entityRef, status) => {
      const answer = await ask(caller, 'post', `/v1/schedule/${verb}`).send({
        entityRef,
        workflowArn: WORKFLOW_ARN,
        ...more,
      });
      expect(answer.status).toBe(status);
      expectDescribed(answer);
    });
  });

  describe('GET /v1/badge', () => {
    it.each(
      table({
        [OWNED]: [401, 200, 200, 200, 200, 200],
        [PLAIN]: [401, 404, 404, 404, 404, 404],
        'component:default/nobody': [401, 404, 404, 404, 404, 404],
        'no-entity-ref': [401, 400, 400, 400, 400, 400],
      }),
    )('%s through %s: %d', async (caller, entityRef, status) => {
      const answer = await read(caller, '/v1/badge', {
        entityRef,
        workflowArn: WORKFLOW_ARN,
      });
      expect(answer.status).toBe(status);
      expectDescribed(answer);
    });
  });

  describe.each([
    ['share', 200],
    ['revoke', 204],
  ])('POST /v1/badge/%s', (verb, done) => {
    // To show nothing needs no tag of the workflow.
    const intruder = verb === 'share' ? 403 : done;
    it.each(
      table({
        [OWNED]: [401, 403, done, 403, done, 403],
        [INTRUDER]: [401, 403, 403, intruder, intruder, 403],
        [PLAIN]: [401, 403, 404, 403, 404, 403],
        'component:default/nobody': [401, 404, 404, 404, 404, 403],
        'no-entity-ref': [401, 400, 400, 400, 400, 403],
      }),
    )('%s through %s: %d', async (caller, entityRef, status) => {
      const answer = await ask(caller, 'post', `/v1/badge/${verb}`).send({
        entityRef,
        workflowArn: WORKFLOW_ARN,
      });
      expect(answer.status).toBe(status);
      expectDescribed(answer);
    });
  });

  it.each([...everyone])(
    'GET /v1/badges/{token}, %s: 200 with the link, 404 without',
    async caller => {
      const { body } = await ask('owner', 'post', '/v1/badge/share').send({
        entityRef: OWNED,
        workflowArn: WORKFLOW_ARN,
      });
      const { pathname } = new URL(body.link.url);
      const path = pathname.replace('/api/glue-pipelines', '');
      expect((await ask(caller, 'get', path)).status).toBe(200);
      const guessed = await ask(caller, 'get', `${path}x`);
      expect(guessed.status).toBe(404);
      expectDescribed(guessed);
    },
  );

  describe('GET /v1/fleet', () => {
    it.each([
      ['anonymous', 401, undefined],
      ['reader', 200, [OWNED, INTRUDER]],
      ['owner', 200, [OWNED, INTRUDER]],
      ['other team', 200, [OWNED, INTRUDER]],
      ['platform team', 200, [OWNED, INTRUDER]],
      ['service', 200, [OWNED, INTRUDER]],
    ] as const)('%s: %d', async (caller, status, entityRefs) => {
      const answer = await ask(caller, 'get', '/v1/fleet?sort=name');
      expect(answer.status).toBe(status);
      expectDescribed(answer);
      const items: { entityRef: string }[] | undefined = answer.body.items;
      expect(items?.map(({ entityRef }) => entityRef)).toEqual(entityRefs);
      expect(JSON.stringify(answer.body)).not.toContain('hunter2');
    });
  });

  describe('GET /v1/fleet, of what is theirs', () => {
    it.each([
      ['anonymous', 401, undefined],
      ['reader', 200, []],
      ['owner', 200, [OWNED]],
      ['service', 403, undefined],
    ] as const)('%s: %d', async (caller, status, entityRefs) => {
      const answer = await ask(caller, 'get', '/v1/fleet?mine=true&sort=name');
      expect(answer.status).toBe(status);
      expectDescribed(answer);
      const items: { entityRef: string }[] | undefined = answer.body.items;
      expect(items?.map(({ entityRef }) => entityRef)).toEqual(entityRefs);
    });
  });

  describe('GET /v1/fleet/runs', () => {
    it.each([
      ['anonymous', 401, undefined],
      ['reader', 200, 1],
      ['owner', 200, 1],
      ['other team', 200, 1],
      ['platform team', 200, 1],
      ['service', 200, 1],
    ] as const)('%s: %d', async (caller, status, total) => {
      const answer = await read(caller, '/v1/fleet/runs', {
        from: new Date(Date.now() - 3_600_000).toISOString(),
        to: new Date(Date.now() + 60_000).toISOString(),
      });
      expect(answer.status).toBe(status);
      expectDescribed(answer);
      expect(answer.body.total).toBe(total);
      expect(JSON.stringify(answer.body)).not.toContain('hunter2');
    });
  });

  it.each([
    ['anonymous', 401, undefined],
    ['reader', 200, [INTRUDER, OWNED]],
    ['owner', 200, [INTRUDER, OWNED]],
    ['other team', 200, [INTRUDER, OWNED]],
    ['platform team', 200, [INTRUDER, OWNED]],
    ['service', 200, [INTRUDER, OWNED]],
  ] as const)(
    'GET /v1/fleet/hygiene, %s: %d',
    async (caller, status, entityRefs) => {
      const answer = await ask(caller, 'get', '/v1/fleet/hygiene');
      expect(answer.status).toBe(status);
      expectDescribed(answer);
      const items: { entityRef: string }[] | undefined = answer.body.items;
      expect(items?.map(({ entityRef }) => entityRef)).toEqual(entityRefs);
    },
  );

  it.each([
    ['anonymous', 401],
    ['reader', 200],
    ['owner', 200],
    ['other team', 200],
    ['platform team', 200],
    ['service', 200],
  ] as const)('GET /v1/fleet/headroom, %s: %d', async (caller, status) => {
    const answer = await ask(caller, 'get', '/v1/fleet/headroom');
    expect(answer.status).toBe(status);
    expectDescribed(answer);
  });

  describe('POST /v1/runs', () => {
    it.each(
      table({
        [OWNED]: [401, 403, 201, 403, 201, 403],
        // The tag of the workflow names another entity: not even its owner starts it this way.
        [INTRUDER]: [401, 403, 403, 403, 403, 403],
        [PLAIN]: [401, 403, 404, 403, 404, 403],
        'component:default/nobody': [401, 404, 404, 404, 404, 403],
        'no-entity-ref': [401, 400, 400, 400, 400, 403],
      }),
    )('%s through %s: %d', async (caller, entityRef, status) => {
      const answer = await start(caller, entityRef);
      expect(answer.status).toBe(status);
      expectDescribed(answer);
    });

    it('gives the other team the reason for each refusal', async () => {
      const messageOf = async (entityRef: string) =>
        (await start('other team', entityRef)).body.error.message;
      expect(await messageOf(OWNED)).toBe(
        `You need the permission glue-pipelines.run.start for ${OWNED}`,
      );
      expect(await messageOf(INTRUDER)).toContain(
        `set its tag ${WORKFLOW_ENTITY_TAG} to ${INTRUDER}`,
      );
    });
  });

  describe.each([
    ['/preview', { values: ['a'] }, 200],
    ['', {}, 400],
    ['/none/stop', undefined, 404],
  ])('POST /v1/backfills%s', (path, more, done) => {
    it.each(
      table({
        [OWNED]: [401, 403, done, 403, done, 403],
        [INTRUDER]: [401, 403, 403, 403, 403, 403],
        [PLAIN]: [401, 403, 404, 403, 404, 403],
        'component:default/nobody': [401, 404, 404, 404, 404, 403],
        'no-entity-ref': [401, 400, 400, 400, 400, 403],
      }),
    )('%s through %s: %d', async (caller, entityRef, status) => {
      const answer = await ask(caller, 'post', `/v1/backfills${path}`).send({
        entityRef,
        workflowArn: WORKFLOW_ARN,
        ...(more && { property: 'day', which: 'all', atOnce: 1, ...more }),
      });
      expect(answer.status).toBe(status);
      expectDescribed(answer);
    });
  });

  describe.each([
    ['stop', {}],
    ['resume', { nodeIds: ['wnode_cases'] }],
  ])('POST /v1/runs/{runId}/%s, of a run that there is not', (verb, more) => {
    it.each(
      table({
        [OWNED]: [401, 403, 404, 403, 404, 403],
        [INTRUDER]: [401, 403, 403, 404, 404, 403],
        [PLAIN]: [401, 403, 404, 403, 404, 403],
        'component:default/nobody': [401, 404, 404, 404, 404, 403],
        'no-entity-ref': [401, 400, 400, 400, 400, 403],
      }),
    )('%s through %s: %d', async (caller, entityRef, status) => {
      const answer = await ask(
        caller,
        'post',
        `/v1/runs/wr_nothing/${verb}`,
      ).send({ entityRef, workflowArn: WORKFLOW_ARN, ...more });
      expect(answer.status).toBe(status);
      expectDescribed(answer);
    });
  });

  // How a warehouse is, everyone reads; what is in it, who owns the pipeline.
  // The tag of the workflow names one entity: through the intruder nobody reads.
  describe.each([
    [
      'GET /v1/tables',
      {
        [OWNED]: [401, 200, 200, 200, 200, 200],
        [INTRUDER]: [401, 403, 403, 403, 403, 403],
        [PLAIN]: [401, 404, 404, 404, 404, 404],
        'component:default/nobody': [401, 404, 404, 404, 404, 404],
        'no-entity-ref': [401, 400, 400, 400, 400, 400],
      },
    ],
    [
      'GET /v1/warehouse',
      {
        [OWNED]: [401, 200, 200, 200, 200, 200],
        [INTRUDER]: [401, 403, 403, 403, 403, 403],
        [PLAIN]: [401, 404, 404, 404, 404, 404],
        'component:default/nobody': [401, 404, 404, 404, 404, 404],
        'no-entity-ref': [401, 400, 400, 400, 400, 400],
      },
    ],
    ...['rows', 'load-errors'].map(
      what =>
        [
          `GET /v1/warehouse/${what}`,
          {
            [OWNED]: [401, 403, 200, 403, 200, 403],
            [INTRUDER]: [401, 403, 403, 403, 403, 403],
            [PLAIN]: [401, 403, 404, 403, 404, 403],
            'component:default/nobody': [401, 404, 404, 404, 404, 403],
            'no-entity-ref': [401, 400, 400, 400, 400, 403],
          },
        ] as const,
    ),
  ] as const)('%s', (route, statuses) => {
    it.each(table(statuses as unknown as Record<string, number[]>))(
      '%s through %s: %d',
      async (caller, entityRef, status) => {
        const answer = await read(caller, route.replace('GET ', ''), {
          entityRef,
          workflowArn: WORKFLOW_ARN,
        });
        expect(answer.status).toBe(status);
        expectDescribed(answer);
        expect(JSON.stringify(answer.body).includes('Ljubljana')).toBe(
          status === 200 && route.endsWith('/rows'),
        );
      },
    );
  });

  // Of all accounts, so no entity says who may read them.
  describe.each(['/v1/collector', '/v1/unnamed-workflows'])('GET %s', path => {
    it.each([
      ['anonymous', 401],
      ['reader', 403],
      ['owner', 403],
      ['other team', 403],
      ['platform team', 200],
      ['service', 200],
    ] as const)('%s: %d', async (caller, status) => {
      const answer = await ask(caller, 'get', path);
      expect(answer.status).toBe(status);
      expectDescribed(answer);
      expect(JSON.stringify(answer.body).includes('000000000000')).toBe(
        status === 200,
      );
    });
  });

  it.each([
    ['anonymous', 401],
    ['reader', 200],
    ['owner', 200],
    ['other team', 200],
    ['platform team', 200],
    ['service', 200],
  ] as const)('GET /openapi.json, %s: %d', async (caller, status) => {
    expect((await ask(caller, 'get', '/openapi.json')).status).toBe(status);
  });
});

/** Refusals have the body that the OpenAPI document describes, also those that Backstage sends. */
function expectDescribed({ status, body }: request.Response) {
  if (status >= 400) {
    expect(body).toEqual({
      error: { name: expect.any(String), message: expect.any(String) },
      request: { method: expect.any(String), url: expect.any(String) },
      response: { statusCode: status },
    });
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
