import { WORKFLOW_ENTITY_TAG } from '@glue-pipelines/backstage-plugin-common';
import { GlueEndpoint } from './__testUtils__/GlueEndpoint';
import { ENTITY_REF, startPortal } from './__testUtils__/portal';
import { COVID_HIRING_ARN } from './__testUtils__/runs';

jest.setTimeout(60_000);

const INTRUDER = 'component:default/intruder';
const owner = { entityRef: ENTITY_REF, workflowArn: COVID_HIRING_ARN };
const intruder = { entityRef: INTRUDER, workflowArn: COVID_HIRING_ARN };
const setTag = (entityRef: string) =>
  `The workflow 'covid-hiring' does not say that it belongs to ${entityRef}. If it does, set its tag glue-pipelines.io/entity to ${entityRef}`;

/** Whoever may edit an entity can write any ARN into it: a tag of the workflow says whose it is. */
describe('a workflow that another entity names', () => {
  const cleanups: (() => Promise<unknown>)[] = [];

  afterEach(async () => {
    for (const cleanup of cleanups.splice(0).reverse()) {
      await cleanup();
    }
  });

  async function setUp(requireEntityTag = {}, tags?: Record<string, string>) {
    const glue = await GlueEndpoint.start();
    cleanups.push(() => glue.close());
    glue.putWorkflow('covid-hiring', {
      DefaultRunProperties: { password: 'hunter2' },
    });
    glue.putRun('covid-hiring', 'wr_1', {
      WorkflowRunProperties: { password: 'hunter2' },
    });
    if (tags) {
      glue.putTags('covid-hiring', tags);
    }
    const portal = await startPortal({
      endpoint: glue.url,
      config: { requireEntityTag },
    });
    cleanups.push(() => portal.stop());
    return { glue, portal };
  }

  async function everythingReadBy(
    portal: Awaited<ReturnType<typeof setUp>>['portal'],
    workflow: typeof owner,
  ) {
    const { entityRef } = workflow;
    return [
      await portal.get('/v1/workflows', { entityRef }),
      await portal.get('/v1/runs', workflow),
      await portal.get('/v1/runs/wr_1', workflow),
    ];
  }

  it('is not started through it, and the refusal says what to do', async () => {
    const { glue, portal } = await setUp();
    const { status, body } = await portal.start(intruder);
    expect(status).toBe(403);
    expect(body.error.message).toBe(setTag(INTRUDER));
    expect(glue.count('StartWorkflowRun')).toBe(0);
    expect(portal.event.fail).toHaveBeenCalledTimes(1);
    expect((await portal.start(owner)).status).toBe(201);
  });

  it('is not started without a tag either', async () => {
    const { glue, portal } = await setUp({}, { team: 'sales' });
    const { status, body } = await portal.start(owner);
    expect(status).toBe(403);
    expect(body.error.message).toBe(setTag(ENTITY_REF));
    expect(glue.count('StartWorkflowRun')).toBe(0);
  });

  it('shows the other entity its state, and no property of it', async () => {
    const { portal } = await setUp();
    const answers = await everythingReadBy(portal, intruder);
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(JSON.stringify(answers.map(({ body }) => body))).not.toContain(
      'hunter2',
    );
    const [workflows, runs, run] = answers.map(({ body }) => body);
    expect(workflows.items[0]).toMatchObject({
      health: 'succeeded',
      defaultRunProperties: {},
      propertiesWithheld: `Run properties are not shown. ${setTag(INTRUDER)}`,
      lastRun: { properties: {}, propertiesWithheld: true },
    });
    expect(runs.items[0]).toMatchObject({ propertiesWithheld: true });
    expect(run).toMatchObject({ propertiesWithheld: true });

    for (const { body } of await everythingReadBy(portal, owner)) {
      expect(JSON.stringify(body)).toContain('hunter2');
      expect(JSON.stringify(body)).not.toContain('propertiesWithheld');
    }
  });

  it('is hidden from it where the configuration wants the tag for reading', async () => {
    const { portal } = await setUp({ reads: true });
    const [workflows, runs, run] = await everythingReadBy(portal, intruder);
    expect(workflows.body).toEqual({
      items: [],
      problems: [setTag(INTRUDER)],
      price: expect.any(Object),
      servedAt: expect.any(String),
    });
    for (const { status, body } of [runs, run]) {
      expect(status).toBe(403);
      expect(body.error.message).toBe(setTag(INTRUDER));
    }
    for (const { status } of await everythingReadBy(portal, owner)) {
      expect(status).toBe(200);
    }
  });

  it('can be started through it where the configuration does not want the tag', async () => {
    const { glue, portal } = await setUp({ writes: false });
    glue.fail('GetTags', 'AccessDeniedException', 100);
    expect((await portal.start(intruder)).status).toBe(201);
  });

  it('asks AWS for the tag once for many views, and afresh before a start', async () => {
    const { glue, portal } = await setUp();
    for (let view = 0; view < 5; view++) {
      await everythingReadBy(portal, owner);
    }
    expect(glue.count('GetTags')).toBe(1);
    glue.putTags('covid-hiring', { [WORKFLOW_ENTITY_TAG]: INTRUDER });
    expect((await portal.start(owner)).status).toBe(403);
    expect(glue.count('GetTags')).toBe(2);
    // What the start learned, the pages know.
    const { body } = await portal.get('/v1/runs/wr_1', owner);
    expect(body.propertiesWithheld).toBe(true);
    expect(glue.count('GetTags')).toBe(2);
  });

  it('lets one view wait when AWS hangs, and no other', async () => {
    const { glue, portal } = await setUp();
    glue.delayMs = 10_000;
    await portal.get('/v1/runs', owner);
    const start = Date.now();
    const { status, body } = await portal.get('/v1/runs', owner);
    expect([status, body.items]).toEqual([200, []]);
    // Less than a view waits for AWS, more than a busy machine may need.
    expect(Date.now() - start).toBeLessThan(2_500);
    expect(glue.count('GetTags')).toBe(1);
    glue.delayMs = 0;
  });

  it.each([
    ['AccessDeniedException', 403, 'glue:GetTags'],
    ['ThrottlingException', 503, 'AWS throttles GetTags'],
  ])(
    'keeps its properties and its start when AWS answers GetTags with %s',
    async (code, status, message) => {
      const { glue, portal } = await setUp();
      glue.fail('GetTags', code, 20);
      const { body } = await portal.get('/v1/workflows', {
        entityRef: ENTITY_REF,
      });
      expect(body.items[0]).toMatchObject({
        defaultRunProperties: {},
        propertiesWithheld: expect.stringContaining('are not shown'),
      });
      const start = await portal.start(owner);
      expect(start.status).toBe(status);
      expect(start.body.error.message).toContain(message);
      expect(glue.count('StartWorkflowRun')).toBe(0);
    },
  );

  it.each([
    'component:default/covid-hiring',
    ' Component:Default/Covid-Hiring',
  ])('takes the tag %j as Backstage reads entity refs', async value => {
    const { portal } = await setUp({}, { [WORKFLOW_ENTITY_TAG]: value });
    expect((await portal.start(owner)).status).toBe(201);
  });
});
