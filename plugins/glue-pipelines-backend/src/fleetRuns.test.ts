import { FleetRunsItem } from '@glue-pipelines/backstage-plugin-common';
import { GlueEndpoint } from './__testUtils__/GlueEndpoint';
import { component, startPortal } from './__testUtils__/portal';
import { COVID_HIRING_ARN } from './__testUtils__/runs';
import { waitFor } from './__testUtils__/waitFor';

jest.setTimeout(60_000);

const HOUR_MS = 3_600_000;
const arnOf = (name: string) => COVID_HIRING_ARN.replace('covid-hiring', name);

describe('GET /v1/fleet/runs', () => {
  const cleanups: (() => Promise<unknown>)[] = [];
  const now = Date.now();
  const ago = (hours: number) => new Date(now - hours * HOUR_MS).toISOString();

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
    const at = (hours: number) => Math.floor(now / 1000) - hours * 3_600;
    glue.putWorkflow('covid-hiring');
    glue.putRun('covid-hiring', 'wr_bad', { StartedOn: at(3), job: 'FAILED' });
    glue.putWorkflow('orders');
    for (const hours of [2, 4, 60]) {
      glue.putRun('orders', `wr_${hours}`, {
        StartedOn: at(hours),
        CompletedOn: at(hours) + 600,
      });
    }
    glue.putWorkflow('rare');
    glue.putRun('rare', 'wr_rare', {
      StartedOn: at(100),
      CompletedOn: at(100) + 60,
    });
    const portal = await startPortal({
      endpoint: glue.url,
      rounds: true,
      entities: [
        component('orders', arnOf('orders')),
        component('rare', arnOf('rare')),
      ],
      ...options,
    });
    cleanups.push(() => portal.stop());
    const runs = async (query: Record<string, string> = {}) => {
      const { status, body } = await portal.get('/v1/fleet/runs', {
        from: ago(12),
        to: ago(0),
        ...query,
      });
      expect([status, body.error]).toEqual([200, undefined]);
      return body;
    };
    return { glue, portal, runs };
  }

  it('shows what ran in the window, failures first, and asks AWS nothing', async () => {
    const { runs } = await setUp();
    await waitFor(
      () => runs(),
      ({ counts }) => counts.runs === 3,
    );
    const body = await runs();
    expect(
      body.items.map(({ name, runs: shown, leftOut }: FleetRunsItem) => [
        name,
        shown.map(({ id }) => id),
        leftOut,
      ]),
    ).toEqual([
      // Once, though several entities name it.
      ['covid-hiring', ['wr_bad'], 0],
      ['orders', ['wr_2', 'wr_4'], 0],
    ]);
    expect(body).toMatchObject({
      from: ago(12),
      to: ago(0),
      total: 2,
      counts: { runs: 3, failed: 1, running: 0, succeeded: 2 },
      withheld: 0,
    });
    expect(body.idle).toBeGreaterThanOrEqual(1);
    expect(body.items[1]).toMatchObject({
      arn: arnOf('orders'),
      entityRef: 'component:default/orders',
      runs: [{ health: 'succeeded', durationSeconds: 600 }, {}],
    });
    const week = await runs({ from: ago(24 * 7) });
    expect(week.total).toBe(3);
    const page = await runs({ from: ago(24 * 7), offset: '1', limit: '1' });
    expect([page.total, page.items[0].name]).toEqual([3, 'orders']);
    const one = await runs({ text: 'orders' });
    expect([one.total, one.counts.runs]).toEqual([1, 2]);
  });

  it('shows nothing to who may not read runs, but of how many workflows', async () => {
    const { runs } = await setUp({ deny: ['glue-pipelines.run.read'] });
    expect(await runs()).toMatchObject({
      items: [],
      total: 0,
      idle: 0,
      counts: { runs: 0 },
      withheld: 6,
    });
  });

  it.each([
    ['from', 'yesterday'],
    ['from', '2026-11-31T00:00:00Z'],
    ['to', new Date(now - 13 * HOUR_MS).toISOString()],
    ['to', new Date(now + 24 * 8 * HOUR_MS).toISOString()],
    ['limit', '51'],
    ['owner', ''],
  ])('refuses %s=%s', async (name, value) => {
    const portal = await startPortal({ endpoint: 'http://127.0.0.1:1' });
    cleanups.push(() => portal.stop());
    const { status, body } = await portal.get('/v1/fleet/runs', {
      from: ago(12),
      to: ago(0),
      [name]: value,
    });
    expect(status).toBe(400);
    expect(body.error.message).toContain(name);
  });
});
