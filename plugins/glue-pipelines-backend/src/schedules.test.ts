import { Answer, GlueEndpoint } from './__testUtils__/GlueEndpoint';
import { ENTITY_REF, startPortal } from './__testUtils__/portal';
import { COVID_HIRING_ARN } from './__testUtils__/runs';
import { GRAPH } from './__testUtils__/wireGraphs';

jest.setTimeout(60_000);

const workflow = { entityRef: ENTITY_REF, workflowArn: COVID_HIRING_ARN };
const REASON = 'The source moves to another bucket';

describe('the schedule of a workflow', () => {
  const cleanups: (() => Promise<unknown>)[] = [];

  afterEach(async () => {
    for (const cleanup of cleanups.splice(0).reverse()) {
      await cleanup();
    }
  });

  /** A portal that has shown a workflow, whose trigger Glue activates and deactivates. */
  async function setUp(
    members: object = {},
    options: Omit<Parameters<typeof startPortal>[0], 'endpoint'> = {},
  ) {
    const glue = await GlueEndpoint.start();
    cleanups.push(() => glue.close());
    const put = (changed: object) => {
      const trigger = {
        Name: 'start',
        WorkflowName: 'covid-hiring',
        Type: 'SCHEDULED',
        State: 'ACTIVATED',
        Schedule: 'cron(0 6 * * ? *)',
        ...members,
        ...changed,
      };
      const [start, ...others] = GRAPH.Nodes;
      glue.putTrigger(trigger);
      // As when nothing tells that a trigger has changed.
      glue.putWorkflow('covid-hiring', {
        LastModifiedOn: 1_795_000_000,
        Graph: {
          ...GRAPH,
          Nodes: [
            { ...start, TriggerDetails: { Trigger: trigger } },
            ...others,
          ],
        },
      });
    };
    const changeTo =
      (State: string) =>
      ({ Name }: { Name: string }): Answer => {
        put({ State });
        return { status: 200, body: { Name } };
      };
    glue.more.StopTrigger = changeTo('DEACTIVATED');
    glue.more.StartTrigger = changeTo('ACTIVATED');
    put({});
    const portal = await startPortal({ endpoint: glue.url, ...options });
    cleanups.push(() => portal.stop());
    const startTrigger = async (entityRef = ENTITY_REF) => {
      const { body } = await portal.get('/v1/workflows', { entityRef });
      return body.items[0].startTrigger;
    };
    const pause = (request: object = { ...workflow, reason: REASON }) =>
      portal.request('post', '/v1/schedule/pause').send(request);
    const resume = (request: object = workflow) =>
      portal.request('post', '/v1/schedule/resume').send(request);
    await startTrigger();
    return { glue, portal, put, startTrigger, pause, resume };
  }

  it('is paused by somebody for a reason, and goes on again', async () => {
    const { glue, portal, startTrigger, pause, resume } = await setUp();
    expect((await startTrigger()).nextRunAt).toBeDefined();
    expect((await pause()).status).toBe(204);
    const paused = await startTrigger();
    expect(paused).toMatchObject({
      state: 'DEACTIVATED',
      pause: {
        pausedBy: 'user:default/mock',
        pausedAt: expect.stringMatching(/^\d{4}-.*Z$/),
        reason: REASON,
      },
    });
    expect(paused.nextRunAt).toBeUndefined();
    expect(portal.auditor.createEvent).toHaveBeenCalledWith(
      expect.objectContaining({
        eventId: 'schedule-pause',
        severityLevel: 'medium',
        meta: { ...workflow, reason: REASON },
      }),
    );

    expect((await resume()).status).toBe(204);
    const resumed = await startTrigger();
    expect(resumed.state).toBe('ACTIVATED');
    expect(resumed.pause).toBeUndefined();
    expect(portal.event.success).toHaveBeenLastCalledWith({
      meta: { pausedBy: 'user:default/mock', pausedAt: paused.pause.pausedAt },
    });
    expect([glue.count('StopTrigger'), glue.count('StartTrigger')]).toEqual([
      1, 1,
    ]);
  });

  it('that was deactivated elsewhere is not said to be paused here', async () => {
    const { put, startTrigger, pause, resume } = await setUp();
    put({ State: 'DEACTIVATED' });
    expect((await pause()).body.error.message).toMatch(
      /is not active: AWS Glue says that it is DEACTIVATED/,
    );
    expect((await resume()).status).toBe(204);
    expect((await startTrigger()).state).toBe('ACTIVATED');
  });

  it('keeps the reason where the answer is lost, and not where AWS refuses', async () => {
    const { glue, startTrigger, pause } = await setUp();
    glue.fail('StopTrigger', 'AccessDeniedException');
    const refused = await pause();
    expect(refused.status).toBe(403);
    expect(refused.body.error.message).toMatch(/glue:StopTrigger/);
    expect(await startTrigger()).toMatchObject({ state: 'ACTIVATED' });

    glue.loseAnswer('StopTrigger');
    expect((await pause()).status).toBe(503);
    expect((await startTrigger()).pause.reason).toBe(REASON);
  });

  it('does not tell the reason through an entity to which the workflow does not belong', async () => {
    const { startTrigger, pause } = await setUp();
    await pause();
    const seen = await startTrigger('component:default/intruder');
    expect(seen).toMatchObject({ state: 'DEACTIVATED' });
    expect(seen.pause).toBeUndefined();
  });

  it.each<
    [string, object, Parameters<typeof setUp>[1], object, number, RegExp]
  >([
    [
      'without the permission',
      {},
      { deny: ['glue-pipelines.schedule.update'] },
      workflow,
      403,
      /You need the permission glue-pipelines\.schedule\.update/,
    ],
    [
      'through an entity whose workflow it is not',
      {},
      {},
      { ...workflow, entityRef: 'component:default/intruder' },
      403,
      /set its tag glue-pipelines\.io\/entity to component:default\/intruder/,
    ],
    [
      'of a workflow that starts on demand',
      { Type: 'ON_DEMAND', State: 'CREATED' },
      {},
      workflow,
      409,
      /starts on demand/,
    ],
    [
      'of a workflow that events start',
      { Type: 'EVENT', State: 'CREATED' },
      {},
      workflow,
      409,
      /Disable the rule in Amazon EventBridge/,
    ],
    [
      'whose trigger is of another workflow by now',
      { WorkflowName: 'flight-delays' },
      {},
      workflow,
      409,
      /is not the schedule of workflow 'covid-hiring' any more/,
    ],
  ])('is not changed %s', async (_, members, options, request, status, why) => {
    const { glue, pause, resume } = await setUp(members, options);
    for (const answer of [
      await pause({ ...request, reason: REASON }),
      await resume(request),
    ]) {
      expect(answer.status).toBe(status);
      expect(answer.body.error.message).toMatch(why);
    }
    expect(glue.calls).not.toContain('StopTrigger');
    expect(glue.calls).not.toContain('StartTrigger');
  });

  it.each([
    ['without a reason', {}],
    ['with a reason of blanks', { reason: '  ' }],
    ['with a reason of more than 500 characters', { reason: 'x'.repeat(501) }],
  ])('is not paused %s', async (_, more) => {
    const { glue, pause } = await setUp();
    const answer = await pause({ ...workflow, ...more });
    expect(answer.status).toBe(400);
    expect(answer.body.error.message).toMatch(/reason/);
    expect(glue.calls).not.toContain('StopTrigger');
  });

  it('is not resumed while it is active', async () => {
    const { glue, resume } = await setUp();
    expect((await resume()).body.error.message).toMatch(/active already/);
    expect(glue.calls).not.toContain('StartTrigger');
  });
});
