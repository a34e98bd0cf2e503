import { GlueEndpoint } from './__testUtils__/GlueEndpoint';
import { ENTITY_REF, startPortal } from './__testUtils__/portal';
import { COVID_HIRING_ARN } from './__testUtils__/runs';

jest.setTimeout(60_000);

describe('POST /v1/runs/{runId}/resume', () => {
  const cleanups: (() => Promise<unknown>)[] = [];

  afterEach(async () => {
    for (const cleanup of cleanups.splice(0).reverse()) {
      await cleanup();
    }
  });

  const workflow = { entityRef: ENTITY_REF, workflowArn: COVID_HIRING_ARN };
  const request = { ...workflow, nodeIds: ['wnode_load'] };

  async function setUp(
    job: 'FAILED' | 'SUCCEEDED' | 'RUNNING',
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
    const resume = (runId: string, body: object) =>
      portal.request('post', `/v1/runs/${runId}/resume`).send(body);
    return { glue, portal, resume };
  }

  it('begins a run that names the one before, and who asked for it', async () => {
    const { portal, resume } = await setUp('FAILED');
    const { status, body } = await resume('wr_1', request);
    expect(status).toBe(201);
    const run = await portal.get(`/v1/runs/${body.runId}`, workflow);
    expect(run.body).toMatchObject({
      health: 'running',
      previousRunId: 'wr_1',
      startedBy: 'user:default/mock',
    });
    expect(portal.auditor.createEvent).toHaveBeenCalledWith(
      expect.objectContaining({
        eventId: 'run-resume',
        meta: { ...request, runId: 'wr_1' },
      }),
    );
  });

  it('begins one run, not two', async () => {
    const { glue, resume } = await setUp('FAILED');
    const first = await resume('wr_1', request);
    const second = await resume('wr_1', request);
    expect(second.status).toBe(409);
    expect(second.body.error.message).toBe(
      `Run wr_1 was resumed already: ${first.body.runId} goes on from it`,
    );
    expect(
      glue.calls.filter(call => call === 'ResumeWorkflowRun'),
    ).toHaveLength(1);
  });

  it.each<
    [
      string,
      Parameters<typeof setUp>,
      [runId: string, body: object],
      number,
      RegExp,
    ]
  >([
    [
      'a run that succeeded',
      ['SUCCEEDED'],
      ['wr_1', request],
      409,
      /is succeeded: only a run that has ended without success/,
    ],
    ['a run that goes on', ['RUNNING'], ['wr_1', request], 409, /is running/],
    ['a run that there is not', ['FAILED'], ['wr_9', request], 404, /no run/],
    [
      'a node that did not run',
      ['FAILED'],
      ['wr_1', { ...workflow, nodeIds: ['wnode_load', 'wnode_start'] }],
      400,
      /nodeIds: wnode_start did not run in wr_1/,
    ],
    [
      'no node',
      ['FAILED'],
      ['wr_1', { ...workflow, nodeIds: [] }],
      400,
      /nodeIds/,
    ],
    [
      'without the permission',
      ['FAILED', { deny: ['glue-pipelines.run.resume'] }],
      ['wr_1', request],
      403,
      /You need the permission glue-pipelines\.run\.resume/,
    ],
    [
      'through an entity whose workflow it is not',
      ['FAILED'],
      ['wr_1', { ...request, entityRef: 'component:default/intruder' }],
      403,
      /set its tag/,
    ],
  ])('refuses %s', async (_, run, [runId, body], status, message) => {
    const { glue, resume } = await setUp(...run);
    const answer = await resume(runId, body);
    expect(answer.status).toBe(status);
    expect(answer.body.error.message).toMatch(message);
    expect(glue.calls).not.toContain('ResumeWorkflowRun');
  });
});
