import { GlueEndpoint } from './__testUtils__/GlueEndpoint';
import { ENTITY_REF, startPortal } from './__testUtils__/portal';
import { COVID_HIRING_ARN } from './__testUtils__/runs';

jest.setTimeout(60_000);

describe('GET /v1/grid', () => {
  const cleanups: (() => Promise<unknown>)[] = [];

  afterEach(async () => {
    for (const cleanup of cleanups.splice(0).reverse()) {
      await cleanup();
    }
  });

  const workflow = { entityRef: ENTITY_REF, workflowArn: COVID_HIRING_ARN };

  async function setUp(options: { deny?: string[] } = {}) {
    const glue = await GlueEndpoint.start();
    cleanups.push(() => glue.close());
    glue.putWorkflow('covid-hiring', {});
    for (const [id, job, day] of [
      ['wr_1', 'SUCCEEDED', 1],
      ['wr_2', 'FAILED', 2],
      ['wr_3', 'SUCCEEDED', 3],
    ] as const) {
      const StartedOn = 1_795_000_000 + day * 86_400;
      glue.putRun('covid-hiring', id, {
        job,
        StartedOn,
        CompletedOn: StartedOn + 60,
        WorkflowRunProperties: { secret: 'hunter2' },
      });
    }
    const portal = await startPortal({ endpoint: glue.url, ...options });
    cleanups.push(() => portal.stop());
    return (query: object = {}) =>
      portal.get('/v1/grid', { ...workflow, ...query });
  }

  it('tells what the jobs did in the newest runs, page by page', async () => {
    const ask = await setUp();
    const first = await ask({ limit: 2 });
    expect(first.status).toBe(200);
    const states = (body: {
      nodes: { name: string; cells: { runId: string; state: string }[] }[];
    }) =>
      body.nodes.map(({ name, cells }) => [
        name,
        ...cells.map(({ runId, state }) => `${runId} ${state}`),
      ]);
    expect(states(first.body)).toEqual([
      ['load', 'wr_3 succeeded', 'wr_2 failed'],
    ]);
    expect(first.body.runs.map(({ id }: { id: string }) => id)).toEqual([
      'wr_3',
      'wr_2',
    ]);
    const second = await ask({ cursor: first.body.nextCursor });
    expect(states(second.body)).toEqual([['load', 'wr_1 succeeded']]);
    expect(second.body.nextCursor).toBeUndefined();
  });

  it('keeps properties from who does not own the workflow', async () => {
    const ask = await setUp();
    const { status, body } = await ask({
      entityRef: 'component:default/intruder',
    });
    expect(status).toBe(200);
    expect(JSON.stringify(body)).not.toContain('hunter2');
  });

  it('is for who may read runs', async () => {
    const ask = await setUp({ deny: ['glue-pipelines.run.read'] });
    expect((await ask()).status).toBe(403);
  });

  it.each([
    [{ limit: 51 }, /limit/],
    [{ cursor: 'nonsense' }, /cursor/],
  ])('refuses %j', async (query, message) => {
    const ask = await setUp();
    const { status, body } = await ask(query);
    expect([status, body.error.message]).toEqual([
      400,
      expect.stringMatching(message),
    ]);
  });
});
