import { GlueEndpoint } from './__testUtils__/GlueEndpoint';
import { ENTITY_REF, startPortal } from './__testUtils__/portal';
import { COVID_HIRING_ARN } from './__testUtils__/runs';

jest.setTimeout(60_000);

describe('GET /v1/days', () => {
  const cleanups: (() => Promise<unknown>)[] = [];

  afterEach(async () => {
    for (const cleanup of cleanups.splice(0).reverse()) {
      await cleanup();
    }
  });

  async function setUp(options: { deny?: string[] } = {}) {
    const glue = await GlueEndpoint.start();
    cleanups.push(() => glue.close());
    glue.putWorkflow('covid-hiring', {});
    const StartedOn = Math.floor(Date.now() / 1000) - 300;
    glue.putRun('covid-hiring', 'wr_1', {
      job: 'SUCCEEDED',
      StartedOn,
      CompletedOn: StartedOn + 1,
    });
    const portal = await startPortal({ endpoint: glue.url, ...options });
    cleanups.push(() => portal.stop());
    return (query: object = {}) =>
      portal.get('/v1/days', {
        entityRef: ENTITY_REF,
        workflowArn: COVID_HIRING_ARN,
        ...query,
      });
  }

  it('tells of the days with runs', async () => {
    const ask = await setUp();
    const { status, body } = await ask({ timeZone: 'Asia/Kolkata' });
    expect(status).toBe(200);
    expect(body).toMatchObject({ timeZone: 'Asia/Kolkata' });
    expect(body.days).toEqual([
      {
        date: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
        runs: 1,
        succeeded: 1,
        failed: 0,
        runId: 'wr_1',
        readyAt: expect.any(String),
      },
    ]);
  });

  it.each([
    [{ timeZone: 'Mars/Base' }, /timeZone: there is no time zone/],
    [{ days: 367 }, /days/],
    [{ days: 0 }, /days/],
  ])('refuses %j', async (query, message) => {
    const ask = await setUp();
    const { status, body } = await ask(query);
    expect([status, body.error.message]).toEqual([
      400,
      expect.stringMatching(message),
    ]);
  });

  it('is for who may read runs', async () => {
    const ask = await setUp({ deny: ['glue-pipelines.run.read'] });
    expect((await ask()).status).toBe(403);
  });
});
