import { Entity } from '@backstage/catalog-model';
import { FleetItem } from '@glue-pipelines/backstage-plugin-common';
import { GlueEndpoint } from './__testUtils__/GlueEndpoint';
import { component, startPortal } from './__testUtils__/portal';
import { COVID_HIRING_ARN } from './__testUtils__/runs';
import { waitFor } from './__testUtils__/waitFor';

jest.setTimeout(60_000);

const arnOf = (name: string) => COVID_HIRING_ARN.replace('covid-hiring', name);
const HOUR = 3_600;
const now = Math.floor(Date.now() / 1000);

/** As the catalog has it once it is processed. */
const promising = (name: string, freshness: string): Entity => {
  const entity = component(name, arnOf(name));
  return {
    ...entity,
    metadata: {
      ...entity.metadata,
      title: `The ${name} pipeline`,
      tags: ['gold'],
      annotations: {
        ...entity.metadata.annotations,
        'glue-pipelines.io/freshness': freshness,
      },
    },
    relations: [
      { type: 'partOf', targetRef: 'component:default/whole' },
      { type: 'partOf', targetRef: 'system:default/shop' },
      { type: 'ownedBy', targetRef: 'group:default/sales' },
    ],
  };
};

describe('GET /v1/fleet', () => {
  const cleanups: (() => Promise<unknown>)[] = [];

  afterEach(async () => {
    for (const cleanup of cleanups.splice(0).reverse()) {
      await cleanup();
    }
  });

  async function setUp(
    options: Partial<Parameters<typeof startPortal>[0]> = {},
  ) {
    const glue = await GlueEndpoint.start();
    cleanups.push(() => glue.close());
    glue.putWorkflow('covid-hiring');
    glue.putRun('covid-hiring', 'wr_1', {
      StartedOn: now - HOUR,
      job: 'FAILED',
    });
    glue.putWorkflow('flight-delays');
    glue.putRun('flight-delays', 'wr_2', {
      StartedOn: now - HOUR,
      Status: 'RUNNING',
      job: 'RUNNING',
    });
    for (const [name, hours] of [
      ['orders', 2],
      ['clicks', 50],
    ] as const) {
      glue.putWorkflow(name);
      glue.putRun(name, `wr_${name}`, {
        StartedOn: now - hours * HOUR,
        CompletedOn: now - hours * HOUR + 600,
      });
    }
    const portal = await startPortal({
      endpoint: glue.url,
      rounds: true,
      entities: [promising('orders', 'P1D'), promising('clicks', 'P1D')],
      ...options,
    });
    cleanups.push(() => portal.stop());
    const fleet = async (query?: Record<string, string>) => {
      const { status, body } = await portal.get('/v1/fleet', query);
      expect([status, body.error]).toEqual([200, undefined]);
      return body;
    };
    await waitFor(
      () => fleet(),
      ({ items, withheld }) =>
        withheld > 0 ||
        (items as FleetItem[]).every(({ health }) => health !== 'unknown'),
    );
    return { glue, portal, fleet };
  }

  it('shows all workflows, the worst first, and asks AWS nothing', async () => {
    const { glue, fleet } = await setUp();
    const calls = glue.calls.length;
    const body = await fleet();
    expect(
      body.items.map(({ entityRef, tiles }: FleetItem) => [entityRef, tiles]),
    ).toEqual([
      ['component:default/covid-hiring', ['failing']],
      ['component:default/intruder', ['failing']],
      ['component:default/mixed', ['failing']],
      ['component:default/clicks', ['late']],
      ['component:default/flight-delays', ['running']],
      ['component:default/orders', ['healthy']],
    ]);
    expect(body).toMatchObject({
      total: 6,
      tiles: { failing: 3, running: 1, late: 1, healthy: 1, unknown: 0 },
      withheld: 0,
      filters: {
        owners: ['group:default/sales'],
        systems: ['system:default/shop'],
        tags: ['gold'],
      },
      price: {
        perDpuHour: 0.44,
        currency: 'USD',
        note: expect.stringContaining('estimate'),
      },
      servedAt: expect.stringMatching(/Z$/),
    });
    const { consoleUrl, signalKey, collectedAt, ...late } = body.items[3];
    expect(late).toEqual({
      arn: arnOf('clicks'),
      name: 'clicks',
      accountId: '000000000000',
      region: 'us-east-1',
      entityRef: 'component:default/clicks',
      entityTitle: 'The clicks pipeline',
      owner: 'group:default/sales',
      system: 'system:default/shop',
      tags: ['gold'],
      health: 'succeeded',
      tiles: ['late'],
      runs: [
        {
          id: 'wr_clicks',
          health: 'succeeded',
          startedAt: expect.any(String),
          durationSeconds: 600,
        },
      ],
      medianSeconds: 600,
      successRate: { succeeded: 1, ended: 1 },
      freshness: {
        kind: 'freshness',
        promise: 'P1D',
        state: 'late',
        lastSuccessAt: expect.any(String),
        dueAt: expect.any(String),
      },
    });
    expect(Date.parse(late.freshness.dueAt)).toBe(
      (now - 50 * HOUR + 600 + 24 * HOUR) * 1000,
    );
    // The rounds go on meanwhile, with the run that goes on.
    expect(
      glue.calls
        .slice(calls)
        .filter(call => !/^(BatchGet|GetWorkflowRun)/.test(call)),
    ).toEqual([]);
  });

  it('filters, sorts and cuts pages', async () => {
    const { fleet } = await setUp();
    const namesOf = async (query: Record<string, string>) =>
      (await fleet(query)).items.map(({ name }: FleetItem) => name);
    expect(await namesOf({ owner: 'group:default/sales' })).toEqual([
      'clicks',
      'orders',
    ]);
    expect(await namesOf({ tile: 'running' })).toEqual(['flight-delays']);
    expect(await namesOf({ text: 'the ORDERS', sort: 'name' })).toEqual([
      'orders',
    ]);
    const page = await fleet({ sort: 'name', offset: '1', limit: '1' });
    expect([page.total, page.items[0].name]).toEqual([6, 'covid-hiring']);
    // Of the mock user, who owns nothing.
    expect((await fleet({ mine: 'true' })).items).toEqual([]);
    expect((await fleet({ mine: 'false' })).total).toBe(6);
    const { groups } = await fleet({ group: 'owner', limit: '1', offset: '5' });
    expect(groups).toEqual([
      {
        ref: 'group:default/sales',
        total: 2,
        worst: 'late',
        tiles: { failing: 0, running: 0, late: 1, healthy: 1, unknown: 0 },
      },
    ]);
  });

  it('shows no runs to who may not read them', async () => {
    const { fleet } = await setUp({ deny: ['glue-pipelines.run.read'] });
    const { items } = await fleet();
    expect(items).toHaveLength(6);
    const texts = JSON.stringify(items);
    for (const hidden of ['wr_', 'runs', 'Seconds', 'Success', 'dueAt']) {
      expect(texts).not.toContain(`"${hidden}`);
    }
  });

  it('shows no workflows to who may not read them, but how many', async () => {
    const { fleet } = await setUp({ deny: ['glue-pipelines.workflow.read'] });
    expect(await fleet()).toMatchObject({
      items: [],
      total: 0,
      tiles: { failing: 0, unknown: 0 },
      withheld: 6,
      filters: { owners: [], accounts: [] },
    });
  });

  it.each([
    ['tile', 'broken'],
    ['sort', 'colour'],
    ['order', 'up'],
    ['group', 'tag'],
    ['lacks', 'name'],
    ['mine', 'yes'],
    ['limit', '0'],
    ['limit', '101'],
    ['limit', 'all'],
    ['offset', '-1'],
    ['owner', ''],
    ['text', 'x'.repeat(201)],
  ])('refuses %s=%s', async (name, value) => {
    const { portal } = await setUpQuietly();
    const { status, body } = await portal.get('/v1/fleet', { [name]: value });
    expect(status).toBe(400);
    expect(body.error.message).toContain(name);
  });

  /** Of which only refusals are asked. */
  async function setUpQuietly() {
    const portal = await startPortal({ endpoint: 'http://127.0.0.1:1' });
    cleanups.push(() => portal.stop());
    return { portal };
  }

  it('says when the catalog cannot be asked', async () => {
    const { portal } = await setUpQuietly();
    portal.permissions.authorizeConditional.mockRejectedValue(
      Object.assign(new Error('no'), { name: 'ResponseError' }),
    );
    const { status } = await portal.get('/v1/fleet');
    expect(status).toBe(503);
  });
});
