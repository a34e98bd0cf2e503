import { GlueEndpoint } from './__testUtils__/GlueEndpoint';
import { ENTITY_REF, startPortal } from './__testUtils__/portal';
import { COVID_HIRING_ARN, FLIGHT_DELAYS_ARN } from './__testUtils__/runs';
import { waitFor } from './__testUtils__/waitFor';
import { spec } from './schema/openapi.generated';

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
      expect(second.body).toEqual({
        ...first.body,
        servedAt: expect.any(String),
      });
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
      expect(body).toEqual({
        items: [],
        price: { perDpuHour: 0.44, currency: 'USD', note: expect.any(String) },
        servedAt: expect.any(String),
      });
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
    expect(Object.keys(body.paths)).toEqual(
      Object.keys(spec.paths).map(path => `/api/glue-pipelines${path}`),
    );
  });
});
