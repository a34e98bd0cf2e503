import { GlueEndpoint } from './__testUtils__/GlueEndpoint';
import { ENTITY_REF, startPortal } from './__testUtils__/portal';
import { COVID_HIRING_ARN, FLIGHT_DELAYS_ARN } from './__testUtils__/runs';
import { waitFor } from './__testUtils__/waitFor';

jest.setTimeout(60_000);

describe('POST /v1/runs', () => {
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
    ['EntityNotFoundException', 404, "AWS Glue has no workflow 'covid-hiring'"],
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
