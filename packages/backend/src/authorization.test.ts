import { WORKFLOW_ENTITY_TAG } from '@glue-pipelines/backstage-plugin-common';
import {
  Caller,
  EVERYONE,
  expectDescribed,
  GuardedPortal,
  INTRUDER,
  OWNED,
  PLAIN,
  rowsOf,
  WORKFLOW_ARN,
} from './__testUtils__/GuardedPortal';

jest.setTimeout(120_000);

describe('who may do what', () => {
  let portal: GuardedPortal;
  let runId: string;
  const ask = (caller: Caller, method: 'get' | 'post', path: string) =>
    portal.ask(caller, method, path);
  const read = (caller: Caller, path: string, query: Record<string, string>) =>
    portal.read(caller, path, query);
  const start = (caller: Caller, entityRef: string) =>
    portal.startRun(caller, entityRef);

  beforeAll(async () => {
    ({ portal, runId } = await GuardedPortal.start());
  });

  afterAll(() => portal?.stop());

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
      rowsOf({
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
      rowsOf({
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

  // Of crawlers there are no insights: who may read them is told so.
  describe.each([
    ['logs', 200],
    ['insights', 400],
  ])('GET /v1/runs/{runId}/%s', (what, done) => {
    it.each(
      rowsOf({
        [OWNED]: [401, done, done, done, done, done],
        // The tag of the workflow names another entity: its logs may quote data.
        [INTRUDER]: [401, 403, 403, 403, 403, 403],
        [PLAIN]: [401, 404, 404, 404, 404, 404],
        'component:default/nobody': [401, 404, 404, 404, 404, 404],
        'no-entity-ref': [401, 400, 400, 400, 400, 400],
      }),
    )('%s through %s: %d', async (caller, entityRef, status) => {
      const answer = await read(caller, `/v1/runs/${runId}/${what}`, {
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
      rowsOf({
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
      rowsOf({
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
      rowsOf({
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
      rowsOf({
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
      rowsOf({
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

  it.each([...EVERYONE])(
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
      rowsOf({
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
      rowsOf({
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
      rowsOf({
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
    it.each(rowsOf(statuses as unknown as Record<string, number[]>))(
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
