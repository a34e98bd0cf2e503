import { GlueEndpoint } from './__testUtils__/GlueEndpoint';
import { component, ENTITY_REF, startPortal } from './__testUtils__/portal';
import { COVID_HIRING_ARN } from './__testUtils__/runs';
import { waitFor } from './__testUtils__/waitFor';

jest.setTimeout(60_000);

const covidHiring = { entityRef: ENTITY_REF, workflowArn: COVID_HIRING_ARN };
const NAMES = Array.from({ length: 200 }, (_, i) => `flow-${i}`);
const many = component(
  'many',
  NAMES.map(name => COVID_HIRING_ARN.replace('covid-hiring', name)).join(' '),
);
/** More than are read with their graphs at first sight. */
const RUNS = 30;

describe('a page view', () => {
  const cleanups: (() => Promise<unknown>)[] = [];

  afterEach(async () => {
    for (const cleanup of cleanups.splice(0).reverse()) {
      await cleanup();
    }
  });

  async function setUp(
    options: { rounds?: boolean; entities?: [typeof many] } = {},
  ) {
    const glue = await GlueEndpoint.start();
    cleanups.push(() => glue.close());
    NAMES.forEach(name => glue.putWorkflow(name));
    const portal = await startPortal({ endpoint: glue.url, ...options });
    cleanups.push(() => portal.stop());
    return { glue, portal };
  }

  /** A portal that has the run `wr_10` without its graph. */
  async function setUpOldRun() {
    const { glue, portal } = await setUp();
    glue.putWorkflow('covid-hiring');
    for (let i = 10; i < 10 + RUNS; i++) {
      glue.putRun('covid-hiring', `wr_${i}`, { StartedOn: 1_795_000_000 + i });
    }
    await portal.get('/v1/workflows', { entityRef: ENTITY_REF });
    const calls = glue.count('GetWorkflowRun');
    return {
      glue,
      view: () => portal.get('/v1/runs/wr_10', covidHiring),
      callsOfViews: () => glue.count('GetWorkflowRun') - calls,
    };
  }

  it('asks once for a run that Glue has forgotten', async () => {
    const { glue, view, callsOfViews } = await setUpOldRun();
    glue.deleteWorkflow('covid-hiring');
    for (let i = 0; i < 3; i++) {
      const { status, body } = await view();
      expect(status).toBe(200);
      expect(body).toMatchObject({ id: 'wr_10', graph: { nodes: [] } });
    }
    expect(callsOfViews()).toBe(1);
  });

  it.each([
    ['ThrottlingException', 400],
    ['AccessDeniedException', 400],
    ['InternalServiceException', 500],
  ])('shows what is stored when Glue answers %s', async (code, status) => {
    const { glue, view, callsOfViews } = await setUpOldRun();
    glue.fail('GetWorkflowRun', code, 20, status);
    expect((await view()).status).toBe(200);
    await waitFor(
      async () => callsOfViews(),
      calls => calls > 0,
    );
    const calls = callsOfViews();
    expect((await view()).body).toMatchObject({ id: 'wr_10' });
    expect(callsOfViews() - calls).toBeLessThanOrEqual(3);
  });

  it('does not wait for a Glue that hangs, and has the graph later', async () => {
    const { glue, view, callsOfViews } = await setUpOldRun();
    glue.delayMs = 4_000;
    const start = Date.now();
    const views = await Promise.all([view(), view(), view()]);
    expect(Date.now() - start).toBeLessThan(3_500);
    for (const { status, body } of views) {
      expect([status, body.graph.nodes]).toEqual([200, []]);
    }
    const { body } = await waitFor(view, answer =>
      Boolean(answer.body.graph.nodes.length),
    );
    expect(body.graph.nodes).toHaveLength(2);
    expect(callsOfViews()).toBe(1);
  });

  it('of an entity with 200 new workflows leaves them to the collector', async () => {
    const { glue, portal } = await setUp({ entities: [many] });
    const { status, body } = await portal.get('/v1/workflows', {
      entityRef: 'component:default/many',
    });
    expect(status).toBe(200);
    expect(body.items).toHaveLength(200);
    expect(body.items[0].health).toBe('unknown');
    // Whose a few of them are, which is asked one by one.
    expect(glue.calls.length).toBeLessThanOrEqual(5);
    expect(new Set(glue.calls)).toEqual(new Set(['GetTags']));
  });

  it('finds 200 workflows that the collector has seen', async () => {
    const { glue, portal } = await setUp({ rounds: true, entities: [many] });
    const healths = async () => {
      const { body } = await portal.get('/v1/workflows', {
        entityRef: 'component:default/many',
      });
      return body.items.map(
        ({ health }: { health: string }) => health,
      ) as string[];
    };
    await waitFor(
      async () => (await healths()).filter(health => health === 'never-run'),
      seen => seen.length === 200,
      30_000,
    );
    expect(glue.count('BatchGetWorkflows')).toBeLessThanOrEqual(12);
  });
});
