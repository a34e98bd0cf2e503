import { GlueEndpoint } from './__testUtils__/GlueEndpoint';
import { ENTITY_REF, startPortal } from './__testUtils__/portal';
import { COVID_HIRING_ARN, FLIGHT_DELAYS_ARN } from './__testUtils__/runs';
import { waitFor } from './__testUtils__/waitFor';

jest.setTimeout(60_000);

describe('the REST API', () => {
  const cleanups: (() => Promise<unknown>)[] = [];

  afterEach(async () => {
    for (const cleanup of cleanups.splice(0).reverse()) {
      await cleanup();
    }
  });

  async function setUp(
    options: Omit<Parameters<typeof startPortal>[0], 'endpoint'> = {},
  ) {
    const glue = await GlueEndpoint.start();
    cleanups.push(() => glue.close());
    glue.putWorkflow('covid-hiring', { DefaultRunProperties: { day: 'all' } });
    const portal = await startPortal({ endpoint: glue.url, ...options });
    cleanups.push(() => portal.stop());
    return { glue, portal };
  }

  const covidHiring = { entityRef: ENTITY_REF, workflowArn: COVID_HIRING_ARN };

  describe('GET /v1/workflows', () => {
    it('collects a workflow that no page has shown before, then asks AWS no more', async () => {
      const { glue, portal } = await setUp();
      glue.putRun('covid-hiring', 'wr_1', { job: 'FAILED', error: 'KeyError' });
      const query = { entityRef: ENTITY_REF };
      const first = await portal.get('/v1/workflows', query);
      expect(first.status).toBe(200);
      expect(first.body.items).toMatchObject([
        {
          arn: COVID_HIRING_ARN,
          name: 'covid-hiring',
          health: 'failed',
          lastRun: {
            id: 'wr_1',
            failure: { nodeName: 'load', message: 'KeyError' },
          },
          startTrigger: { name: 'start', type: 'ON_DEMAND', state: 'CREATED' },
          defaultRunProperties: { day: 'all' },
          graph: {
            nodes: [{ state: 'succeeded' }, { state: 'failed' }],
            edges: [{ sourceId: 'wnode_start', destinationId: 'wnode_load' }],
          },
        },
      ]);

      const calls = glue.calls.length;
      const second = await portal.get('/v1/workflows', query);
      expect(second.body).toEqual(first.body);
      expect(glue.calls).toHaveLength(calls);
    });

    it('says why a workflow cannot be shown', async () => {
      const { portal } = await setUp();
      const { status, body } = await portal.get('/v1/workflows', {
        entityRef: 'component:default/flight-delays',
      });
      expect(status).toBe(200);
      expect(body.items).toMatchObject([
        {
          arn: FLIGHT_DELAYS_ARN,
          health: 'unknown',
          collectionError: expect.stringContaining(
            "AWS Glue has no workflow 'flight-delays' in account 000000000000",
          ),
        },
      ]);
    });

    it('says when the endpoint is not there', async () => {
      const { glue, portal } = await setUp();
      await glue.close();
      const { body } = await portal.get('/v1/workflows', {
        entityRef: ENTITY_REF,
      });
      expect(body.items[0].collectionError).toBe(
        `Cannot reach the Glue endpoint that gluePipelines.aws.endpoint names (ECONNREFUSED). Check that it is up and that the portal's network allows the connection`,
      );
    });

    it('shows what is good of an annotation and names what is not', async () => {
      const { portal } = await setUp();
      const { status, body } = await portal.get('/v1/workflows', {
        entityRef: 'component:default/mixed',
      });
      expect(status).toBe(200);
      expect(body.items).toHaveLength(1);
      expect(body.problems).toEqual([
        expect.stringContaining("'flight-delays' is not the ARN"),
      ]);
    });

    it.each([
      [
        'component:default/broken',
        400,
        'InputError',
        "'flight-delays' is not the ARN of a Glue workflow",
      ],
      [
        'component:default/unknown',
        404,
        'NotFoundError',
        'There is no entity component:default/unknown, or you may not see it',
      ],
      ['covid-hiring', 400, 'InputError', "entityRef: 'covid-hiring' is not"],
    ])('%s is %d', async (entityRef, status, name, message) => {
      const { portal } = await setUp();
      const response = await portal.get('/v1/workflows', { entityRef });
      expect(response.status).toBe(status);
      expect(response.body.error.name).toBe(name);
      expect(response.body.error.message).toContain(message);
    });

    it('has nothing for an entity without workflows', async () => {
      const { portal } = await setUp();
      const { body } = await portal.get('/v1/workflows', {
        entityRef: 'component:default/plain',
      });
      expect(body).toEqual({ items: [] });
    });
  });

  describe('GET /v1/runs', () => {
    it('lists runs newest first, as many as asked for', async () => {
      const { glue, portal } = await setUp();
      for (const second of [1, 3, 2]) {
        glue.putRun('covid-hiring', `wr_${second}`, {
          StartedOn: 1_795_000_000 + second,
        });
      }
      const ids = async (query: object) =>
        (
          await portal.get('/v1/runs', { ...covidHiring, ...query })
        ).body.items.map((run: { id: string }) => run.id);
      expect(await ids({})).toEqual(['wr_3', 'wr_2', 'wr_1']);
      expect(await ids({ limit: '2' })).toEqual(['wr_3', 'wr_2']);
    });

    it('reaches every run by the cursor, with filters', async () => {
      const { glue, portal } = await setUp();
      for (let i = 10; i < 40; i++) {
        glue.putRun('covid-hiring', `wr_${i}`, {
          // Three at a time start in the same second.
          StartedOn: 1_795_000_000 + Math.floor(i / 3),
          job: i % 2 ? 'FAILED' : 'SUCCEEDED',
        });
      }
      const all = async (query: Record<string, string>) => {
        const ids: string[] = [];
        let page: Record<string, string> = {};
        do {
          const { status, body } = await portal.get('/v1/runs', {
            ...covidHiring,
            ...query,
            ...page,
          });
          expect(status).toBe(200);
          ids.push(...body.items.map((run: { id: string }) => run.id));
          page = body.nextCursor && { cursor: body.nextCursor };
        } while (page);
        return ids;
      };
      const expected = Array.from({ length: 30 }, (_, i) => `wr_${39 - i}`);
      expect(await all({ limit: '7' })).toEqual(expected);
      expect(await all({ limit: '30' })).toEqual(expected);
      expect(await all({ limit: '4', health: 'failed' })).toEqual(
        expected.filter(id => Number(id.slice(3)) % 2),
      );
      const second = (i: number) =>
        new Date((1_795_000_000 + i) * 1000).toISOString();
      expect(
        await all({ startedFrom: second(4), startedBefore: second(6) }),
      ).toEqual(['wr_17', 'wr_16', 'wr_15', 'wr_14', 'wr_13', 'wr_12']);
    });

    it.each([
      ['cursor', 'made-up'],
      ['health', 'green'],
      ['startedFrom', 'yesterday'],
      ['startedBefore', '2026-13-01T00:00:00Z'],
    ])('rejects the %s %s', async (name, value) => {
      const { portal } = await setUp();
      const { status, body } = await portal.get('/v1/runs', {
        ...covidHiring,
        [name]: value,
      });
      expect(status).toBe(400);
      expect(body.error.message).toContain(name);
    });

    it.each([['0'], ['101'], ['many']])('rejects the limit %s', async limit => {
      const { portal } = await setUp();
      const { status, body } = await portal.get('/v1/runs', {
        ...covidHiring,
        limit,
      });
      expect(status).toBe(400);
      expect(body.error.message).toContain('limit');
    });
  });

  describe('GET /v1/runs/{runId}', () => {
    it('gives a run with its graph', async () => {
      const { glue, portal } = await setUp();
      glue.putRun('covid-hiring', 'wr_1');
      await portal.get('/v1/workflows', { entityRef: ENTITY_REF });
      const { status, body } = await portal.get('/v1/runs/wr_1', covidHiring);
      expect(status).toBe(200);
      expect(body).toMatchObject({ id: 'wr_1', health: 'succeeded' });
      expect(body.graph.nodes).toHaveLength(2);
    });

    it('reads the graph of an old run when it is asked for, as long as Glue knows it', async () => {
      const { glue, portal } = await setUp();
      for (let i = 10; i < 40; i++) {
        glue.putRun('covid-hiring', `wr_${i}`, {
          StartedOn: 1_795_000_000 + i,
        });
      }
      await portal.get('/v1/workflows', { entityRef: ENTITY_REF });
      const read = async (id: string) =>
        (await portal.get(`/v1/runs/${id}`, covidHiring)).body;
      expect((await read('wr_12')).graph.nodes).toHaveLength(2);

      glue.deleteWorkflow('covid-hiring');
      expect((await read('wr_12')).graph.nodes).toHaveLength(2);
      expect(await read('wr_11')).toMatchObject({
        health: 'succeeded',
        graph: { nodes: [] },
      });
    });

    it('does not know every run', async () => {
      const { portal } = await setUp();
      const { status, body } = await portal.get('/v1/runs/wr_9', covidHiring);
      expect(status).toBe(404);
      expect(body.error.message).toContain(
        "Workflow 'covid-hiring' has no run wr_9",
      );
    });
  });

  it.each(['/v1/runs', '/v1/runs/wr_1'])(
    '%s serves no workflow that the entity does not name',
    async path => {
      const { portal } = await setUp();
      const { status, body } = await portal.get(path, {
        entityRef: ENTITY_REF,
        workflowArn: FLIGHT_DELAYS_ARN,
      });
      expect(status).toBe(404);
      expect(body.error.message).toBe(
        `component:default/covid-hiring does not name the workflow ${FLIGHT_DELAYS_ARN} in its annotation aws.amazon.com/glue-workflow-arn`,
      );
    },
  );

  it.each([
    ['/v1/workflows', 'glue-pipelines.workflow.read'],
    ['/v1/runs', 'glue-pipelines.run.read'],
    ['/v1/runs/wr_1', 'glue-pipelines.run.read'],
  ])('%s names the permission that is missing', async (path, permission) => {
    const { portal } = await setUp({ deny: [permission] });
    const { status, body } = await portal.get(
      path,
      path === '/v1/workflows' ? { entityRef: ENTITY_REF } : covidHiring,
    );
    expect(status).toBe(403);
    expect(body.error.message).toBe(
      `You need the permission ${permission} for component:default/covid-hiring`,
    );
  });

  it('shows how a workflow is, and no run, to who may not read runs', async () => {
    const { glue, portal } = await setUp({ deny: ['glue-pipelines.run.read'] });
    glue.putRun('covid-hiring', 'wr_1');
    const { body } = await portal.get('/v1/workflows', {
      entityRef: ENTITY_REF,
    });
    expect(body.items[0].health).toBe('succeeded');
    expect(body.items[0].lastRun).toBeUndefined();
  });

  describe('POST /v1/runs', () => {
    it('starts a run, says who did, tells the pages and audits it', async () => {
      const { glue, portal } = await setUp();
      const workflows = await portal.get('/v1/workflows', {
        entityRef: ENTITY_REF,
      });
      const { status, body } = await portal.start({
        ...covidHiring,
        properties: { day: '2026-11-21' },
      });
      expect([status, body]).toEqual([201, { runId: 'wr_started_0' }]);

      const runs = await portal.get('/v1/runs', covidHiring);
      expect(runs.body.items).toMatchObject([
        {
          id: 'wr_started_0',
          health: 'running',
          startedBy: 'user:default/mock',
          properties: { day: '2026-11-21' },
        },
      ]);
      expect(portal.publish).toHaveBeenCalledWith({
        recipients: { type: 'broadcast' },
        channel: 'glue-pipelines',
        message: {
          action: 'workflow-changed',
          key: workflows.body.items[0].signalKey,
        },
      });
      expect(JSON.stringify(portal.publish.mock.calls)).not.toMatch(
        /arn:|covid|wr_/,
      );
      expect(portal.auditor.createEvent).toHaveBeenCalledWith({
        eventId: 'run-start',
        severityLevel: 'medium',
        request: expect.anything(),
        meta: { ...covidHiring, properties: { day: '2026-11-21' } },
      });
      expect(portal.event.success).toHaveBeenCalledWith({
        meta: { runId: 'wr_started_0' },
      });
      expect(portal.permissions.authorize).toHaveBeenCalledWith(
        [
          expect.objectContaining({
            permission: expect.objectContaining({
              name: 'glue-pipelines.run.start',
            }),
            resourceRef: ENTITY_REF,
          }),
        ],
        expect.anything(),
      );

      glue.putRun('covid-hiring', 'wr_started_0', { StartedOn: 1_796_000_000 });
      await waitFor(
        async () => (await portal.get('/v1/runs', covidHiring)).body.items[0],
        run => run.health === 'succeeded',
      );
    });

    it('starts one run for a request that comes twice', async () => {
      const { glue, portal } = await setUp();
      const request = {
        ...covidHiring,
        properties: { day: 'all' },
        idempotencyKey: 'one-dialog',
      };
      const answers = await Promise.all([
        portal.start(request),
        portal.start(request),
      ]);
      for (const { status, body } of answers) {
        expect([status, body]).toEqual([201, { runId: 'wr_started_0' }]);
      }
      expect((await portal.start(request)).body.runId).toBe('wr_started_0');
      expect(glue.count('StartWorkflowRun')).toBe(1);
      const { body } = await portal.get('/v1/runs/wr_started_0', covidHiring);
      expect(body.properties).toEqual({ day: 'all' });
    });

    it('refuses more starts within a minute than are allowed', async () => {
      const { glue, portal } = await setUp({
        config: { startsPerMinute: { perUser: 2 } },
      });
      const statuses = [];
      for (let i = 0; i < 3; i++) {
        statuses.push((await portal.start(covidHiring)).status);
      }
      expect(statuses).toEqual([201, 201, 429]);
      expect(glue.count('StartWorkflowRun')).toBe(2);
    });

    it.each([
      [
        'EntityNotFoundException',
        404,
        "AWS Glue has no workflow 'covid-hiring'",
      ],
      [
        'ConcurrentRunsExceededException',
        409,
        'Wait until one has ended, or raise the maximum',
      ],
      [
        'AccessDeniedException',
        403,
        "may not call glue:StartWorkflowRun for workflow 'covid-hiring'",
      ],
      ['ThrottlingException', 503, 'AWS throttles StartWorkflowRun'],
    ])('answers %s with %d, and audits it', async (code, expected, message) => {
      const { glue, portal } = await setUp();
      glue.fail('StartWorkflowRun', code);
      const { status, body } = await portal.start(covidHiring);
      expect(status).toBe(expected);
      expect(body.error.message).toContain(message);
      expect(portal.event.fail).toHaveBeenCalledTimes(1);
      expect(portal.event.success).not.toHaveBeenCalled();
      // A start is never retried: it might have been accepted.
      expect(glue.count('StartWorkflowRun')).toBe(1);
    });

    it.each<[string, object, number, string]>([
      [
        'a workflow of another entity',
        { entityRef: ENTITY_REF, workflowArn: FLIGHT_DELAYS_ARN },
        404,
        'does not name the workflow',
      ],
      [
        'an entity that is not there',
        { ...covidHiring, entityRef: 'component:default/unknown' },
        404,
        'There is no entity component:default/unknown',
      ],
      [
        'a property that is no text',
        { ...covidHiring, properties: { day: 21 } },
        400,
        'properties/day must be string',
      ],
      [
        'a key with a line break',
        { ...covidHiring, properties: { 'a\nb': 'x' } },
        400,
        'must not contain line breaks',
      ],
      [
        'a misspelt field',
        { ...covidHiring, propertys: {} },
        400,
        'must NOT have additional properties',
      ],
      [
        'a property that the portal sets',
        { ...covidHiring, properties: { 'glue-pipelines.io/start': 'x' } },
        400,
        "the portal's own",
      ],
      [
        'a key that is too short',
        { ...covidHiring, idempotencyKey: 'once' },
        400,
        'idempotencyKey must match pattern',
      ],
      ['no workflow', { entityRef: ENTITY_REF }, 400, "'workflowArn'"],
    ])('refuses %s', async (_, payload, expected, message) => {
      const { glue, portal } = await setUp();
      const { status, body } = await portal.start(payload);
      expect(status).toBe(expected);
      expect(body.error.message).toContain(message);
      expect(glue.count('StartWorkflowRun')).toBe(0);
    });

    it('needs the permission to start, and audits the attempt', async () => {
      const { glue, portal } = await setUp({
        deny: ['glue-pipelines.run.start'],
      });
      const { status, body } = await portal.start(covidHiring);
      expect(status).toBe(403);
      expect(body.error.message).toBe(
        'You need the permission glue-pipelines.run.start for component:default/covid-hiring',
      );
      expect(portal.event.fail).toHaveBeenCalledTimes(1);
      expect(glue.count('StartWorkflowRun')).toBe(0);
    });

    it('is for users: no service starts a run in nobody’s name', async () => {
      const { glue, portal } = await setUp();
      const { status } = await portal.startAs(portal.serviceToken, {
        ...covidHiring,
        properties: { password: 'hunter2' },
      });
      expect(status).toBe(403);
      expect(portal.auditor.createEvent).toHaveBeenCalledWith(
        expect.objectContaining({
          meta: { ...covidHiring, properties: { password: '***' } },
        }),
      );
      expect(portal.event.fail).toHaveBeenCalledTimes(1);
      expect(glue.count('StartWorkflowRun')).toBe(0);
    });
  });

  it('collects what the catalog names, before anybody looks', async () => {
    const { glue, portal } = await setUp({ rounds: true });
    const collecting = () => glue.calls.filter(call => call !== 'GetTags');
    await waitFor(
      async () => collecting(),
      calls => calls.length > 0,
    );
    await waitFor(
      async () =>
        (await portal.get('/v1/workflows', { entityRef: ENTITY_REF })).body,
      ({ items }) => items[0]?.health === 'never-run',
    );
    expect(collecting()).toEqual(['BatchGetWorkflows']);
  });

  it('describes itself', async () => {
    const { portal } = await setUp();
    const { body } = await portal.get('/openapi.json');
    expect(Object.keys(body.paths)).toEqual([
      '/api/glue-pipelines/v1/workflows',
      '/api/glue-pipelines/v1/runs',
      '/api/glue-pipelines/v1/runs/{runId}',
    ]);
  });
});
