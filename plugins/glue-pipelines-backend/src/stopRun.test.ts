import { GlueEndpoint } from './__testUtils__/GlueEndpoint';
import { ENTITY_REF, startPortal } from './__testUtils__/portal';
import { COVID_HIRING_ARN } from './__testUtils__/runs';

jest.setTimeout(60_000);

describe('POST /v1/runs/{runId}/stop', () => {
  const cleanups: (() => Promise<unknown>)[] = [];

  afterEach(async () => {
    for (const cleanup of cleanups.splice(0).reverse()) {
      await cleanup();
    }
  });

  const workflow = { entityRef: ENTITY_REF, workflowArn: COVID_HIRING_ARN };

  /** A portal that has shown a run of the workflow. */
  async function setUp(
    job: 'RUNNING' | 'SUCCEEDED',
    options: Omit<Parameters<typeof startPortal>[0], 'endpoint'> = {},
  ) {
    const glue = await GlueEndpoint.start();
    cleanups.push(() => glue.close());
    glue.putWorkflow('covid-hiring', {});
    glue.putRun('covid-hiring', 'wr_1', {
      job,
      Status: job === 'RUNNING' ? 'RUNNING' : 'COMPLETED',
    });
    const portal = await startPortal({ endpoint: glue.url, ...options });
    cleanups.push(() => portal.stop());
    await portal.get('/v1/runs', workflow);
    return { glue, portal };
  }

  it('stops a run, and says at once that it is stopping', async () => {
    const { glue, portal } = await setUp('RUNNING');
    const { status, body } = await portal
      .request('post', '/v1/runs/wr_1/stop')
      .send(workflow);
    expect({ status, body }).toEqual({ status: 202, body: { runId: 'wr_1' } });
    expect(glue.calls).toContain('StopWorkflowRun');
    const run = await portal.get('/v1/runs/wr_1', workflow);
    expect(run.body.health).toBe('stopping');
    expect(portal.auditor.createEvent).toHaveBeenCalledWith(
      expect.objectContaining({
        eventId: 'run-stop',
        meta: { ...workflow, runId: 'wr_1' },
      }),
    );
    expect(portal.event.success).toHaveBeenCalled();
  });

  it.each<
    [
      string,
      'RUNNING' | 'SUCCEEDED',
      string,
      Parameters<typeof setUp>[1],
      object,
      number,
      RegExp,
    ]
  >([
    [
      'a run that has ended',
      'SUCCEEDED',
      'wr_1',
      {},
      workflow,
      409,
      /has ended already/,
    ],
    ['a run that there is not', 'RUNNING', 'wr_9', {}, workflow, 404, /no run/],
    [
      'without the permission',
      'RUNNING',
      'wr_1',
      { deny: ['glue-pipelines.run.stop'] },
      workflow,
      403,
      /You need the permission glue-pipelines\.run\.stop/,
    ],
    [
      'through an entity whose workflow it is not',
      'RUNNING',
      'wr_1',
      {},
      { ...workflow, entityRef: 'component:default/intruder' },
      403,
      /set its tag glue-pipelines\.io\/entity to component:default\/intruder/,
    ],
    [
      'without saying which workflow',
      'RUNNING',
      'wr_1',
      {},
      { entityRef: ENTITY_REF },
      400,
      /workflowArn/,
    ],
  ])('refuses %s', async (_, job, runId, options, request, status, message) => {
    const { glue, portal } = await setUp(job, options);
    const answer = await portal
      .request('post', `/v1/runs/${runId}/stop`)
      .send(request);
    expect(answer.status).toBe(status);
    expect(answer.body.error.message).toMatch(message);
    expect(glue.calls).not.toContain('StopWorkflowRun');
  });
});
