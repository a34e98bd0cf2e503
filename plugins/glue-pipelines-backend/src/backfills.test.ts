import { GlueEndpoint } from './__testUtils__/GlueEndpoint';
import { ENTITY_REF, startPortal } from './__testUtils__/portal';
import { COVID_HIRING_ARN } from './__testUtils__/runs';
import { waitFor } from './__testUtils__/waitFor';

jest.setTimeout(60_000);

const workflow = { entityRef: ENTITY_REF, workflowArn: COVID_HIRING_ARN };
const NOVEMBER = {
  ...workflow,
  property: 'day',
  range: { from: '2026-11-01', to: '2026-11-04', every: 'day' },
  which: 'unsuccessful',
  atOnce: 2,
};

describe('backfills', () => {
  const cleanups: (() => Promise<unknown>)[] = [];

  afterEach(async () => {
    for (const cleanup of cleanups.splice(0).reverse()) {
      await cleanup();
    }
  });

  /** A workflow that has run for the 2nd of November. */
  async function setUp(
    options: Omit<Parameters<typeof startPortal>[0], 'endpoint'> = {},
  ) {
    const glue = await GlueEndpoint.start();
    cleanups.push(() => glue.close());
    glue.putWorkflow('covid-hiring');
    glue.putRun('covid-hiring', 'wr_2nd', {
      StartedOn: 1_795_000_000,
      WorkflowRunProperties: { day: '2026-11-02' },
    });
    const portal = await startPortal({
      endpoint: glue.url,
      rounds: 'recurring',
      ...options,
    });
    cleanups.push(() => portal.stop());
    await portal.get('/v1/workflows', { entityRef: ENTITY_REF });
    await waitFor(
      async () => (await portal.get('/v1/runs', workflow)).body.items?.length,
      runs => runs === 1,
    );
    const post = (path: string, body: object) =>
      portal.request('post', `/v1/backfills${path}`).send(body);
    const newest = async () =>
      (await portal.get('/v1/backfills', workflow)).body.backfills[0];
    const endRun = (id: string, job: string, day = '') =>
      glue.putRun('covid-hiring', id, {
        StartedOn: 1_796_000_000,
        WorkflowRunProperties: { day },
        job,
        ...(job === 'FAILED' && { error: 'No such column' }),
      });
    return { glue, portal, post, newest, endRun };
  }

  const idsOf = (backfill: any) =>
    backfill.items.map(({ run }: any) => run?.id);

  it('previews, runs what is missing a few at once, and ends', async () => {
    const { glue, portal, post, newest, endRun } = await setUp();
    const preview = await post('/preview', NOVEMBER);
    expect(preview.status).toBe(200);
    expect(preview.body.items).toMatchObject([
      { value: '2026-11-01', starts: true },
      {
        value: '2026-11-02',
        starts: false,
        run: { id: 'wr_2nd', health: 'succeeded' },
      },
      { value: '2026-11-03', starts: true },
      { value: '2026-11-04', starts: true },
    ]);
    expect(glue.count('StartWorkflowRun')).toBe(0);

    const begun = await post('', { ...NOVEMBER, properties: { mode: 'full' } });
    expect([begun.status, begun.body]).toEqual([
      201,
      { id: expect.any(String) },
    ]);
    expect(portal.auditor.createEvent).toHaveBeenCalledWith(
      expect.objectContaining({ eventId: 'backfill-begin' }),
    );
    expect((await post('', NOVEMBER)).status).toBe(409);
    const under = await waitFor(newest, ({ items }) => items[1].run);
    const [first, second, third] = idsOf(under);
    expect([first, third]).toEqual([expect.any(String), undefined]);
    expect(under).toMatchObject({
      property: 'day',
      startedBy: 'user:default/mock',
      atOnce: 2,
    });
    const { body } = await portal.get(`/v1/runs/${second}`, workflow);
    expect(body.properties).toEqual({ mode: 'full', day: '2026-11-03' });

    endRun(first, 'SUCCEEDED', '2026-11-01');
    const last = await waitFor(newest, ({ items }) => items[2].run, 30_000);
    endRun(second, 'FAILED', '2026-11-03');
    endRun(idsOf(last)[2], 'SUCCEEDED', '2026-11-04');
    const done = await waitFor(newest, ({ endedAt }) => endedAt, 30_000);
    expect(done.items.map(({ run }: any) => run.health)).toEqual([
      'succeeded',
      'failed',
      'succeeded',
    ]);
    expect(done.problem).toBeUndefined();
    expect(glue.count('StartWorkflowRun')).toBe(3);

    const again = await post('/preview', NOVEMBER);
    expect(again.body.items.filter(({ starts }: any) => starts)).toMatchObject([
      { value: '2026-11-03', run: { health: 'failed' } },
    ]);
  });

  it('ends when three runs failed one after the other', async () => {
    const { glue, post, newest, endRun } = await setUp();
    const values = ['a', 'b', 'c', 'd', 'e'];
    const { range: _, ...request } = NOVEMBER;
    await post('', { ...request, values, which: 'missing', atOnce: 3 });
    const begun = await waitFor(newest, ({ items }) => items[2].run);
    idsOf(begun)
      .slice(0, 3)
      .forEach((id: string) => endRun(id, 'FAILED'));
    const ended = await waitFor(newest, ({ endedAt }) => endedAt, 30_000);
    expect(ended.problem).toMatch(/^The last 3 runs failed/);
    // It may have begun others meanwhile, but not all.
    expect(idsOf(ended).at(-1)).toBeUndefined();
    expect(glue.count('StartWorkflowRun')).toBeLessThan(5);
  });

  it('waits where AWS takes no more runs, and stops when told to', async () => {
    const { glue, post, newest } = await setUp();
    glue.fail('StartWorkflowRun', 'ConcurrentRunsExceededException');
    const { body } = await post('', NOVEMBER);
    const waiting = await waitFor(newest, ({ problem }) => problem);
    expect(waiting.problem).toMatch(/^As many runs/);
    expect(waiting.endedAt).toBeUndefined();
    expect((await post(`/${body.id}/stop`, workflow)).status).toBe(204);
    expect(await newest()).toMatchObject({
      endedAt: expect.any(String),
      stoppedBy: 'user:default/mock',
    });
    expect((await post(`/${body.id}/stop`, workflow)).status).toBe(409);
    expect((await post('/none/stop', workflow)).status).toBe(404);
  });

  it.each<[string, object, number, RegExp]>([
    ['a range without an end', { range: { from: '2026-11-01' } }, 400, /to/],
    ['neither range nor values', { range: undefined }, 400, /^range/],
    [
      'a range that runs backwards',
      { range: { ...NOVEMBER.range, to: '2026-10-01' } },
      400,
      /^range\.to/,
    ],
    [
      'a property of its own',
      { property: 'glue-pipelines.io/start' },
      400,
      /own/,
    ],
    ['none at once', { atOnce: 0 }, 400, /atOnce/],
    [
      'nothing to start',
      { range: { from: '2026-11-02', to: '2026-11-02', every: 'day' } },
      400,
      /nothing to start/,
    ],
  ])('refuses %s', async (_, some, status, message) => {
    const { glue, post } = await setUp();
    const answer = await post('', { ...NOVEMBER, ...some });
    expect(answer.status).toBe(status);
    expect(answer.body.error.message).toMatch(message);
    expect(glue.count('StartWorkflowRun')).toBe(0);
  });
});
