import { GlueEndpoint } from './__testUtils__/GlueEndpoint';
import { ENTITY_REF, startPortal } from './__testUtils__/portal';
import { COVID_HIRING_ARN } from './__testUtils__/runs';
import { waitFor } from './__testUtils__/waitFor';

jest.setTimeout(60_000);

const HERE = { accountId: '000000000000', region: 'us-east-1' };

describe('how much more can run at once', () => {
  const cleanups: (() => Promise<unknown>)[] = [];

  afterEach(async () => {
    for (const cleanup of cleanups.splice(0).reverse()) {
      await cleanup();
    }
  });

  /** Two workflows with the same job, each with a run. */
  async function setUp(options: { deny?: string[] } = {}) {
    const glue = await GlueEndpoint.start();
    cleanups.push(() => glue.close());
    glue.putJob({ Name: 'load', ExecutionProperty: { MaxConcurrentRuns: 2 } });
    glue.putWorkflow('covid-hiring', { MaxConcurrentRuns: 1 });
    glue.putWorkflow('flight-delays');
    for (const name of ['covid-hiring', 'flight-delays']) {
      glue.putRun(name, 'wr_1', { Status: 'RUNNING', job: 'RUNNING' });
    }
    const portal = await startPortal({ endpoint: glue.url, ...options });
    cleanups.push(() => portal.stop());
    for (const name of ['covid-hiring', 'flight-delays']) {
      await portal.get('/v1/workflows', {
        entityRef: `component:default/${name}`,
      });
    }
    return { glue, portal };
  }

  it('is told of a workflow, its jobs and the account, and asks AWS nothing', async () => {
    const { glue, portal } = await setUp();
    const ask = () =>
      portal.get('/v1/headroom', {
        entityRef: ENTITY_REF,
        workflowArn: COVID_HIRING_ARN,
      });
    const { body } = await waitFor(ask, answer => answer.body.jobs[0]?.most);
    expect(body).toEqual({
      runs: { running: 1, most: 1 },
      jobs: [{ name: 'load', running: 2, most: 2 }],
      location: { ...HERE, runs: 2, jobRuns: 2 },
      servedAt: expect.any(String),
    });
    const calls = glue.count('GetWorkflowRun');
    await ask();
    expect(glue.count('GetWorkflowRun')).toBe(calls);
  });

  it('is told of all workflows that the caller may read', async () => {
    const { portal } = await setUp();
    const { body } = await portal.get('/v1/fleet/headroom');
    expect(body.locations).toEqual([{ ...HERE, runs: 2, jobRuns: 2 }]);
    expect(body.full).toContainEqual({
      arn: COVID_HIRING_ARN,
      name: 'covid-hiring',
      entityRef: ENTITY_REF,
      running: 1,
      most: 1,
    });
  });

  it('is kept from who may not read runs', async () => {
    const { portal } = await setUp({ deny: ['glue-pipelines.run.read'] });
    const { status } = await portal.get('/v1/headroom', {
      entityRef: ENTITY_REF,
      workflowArn: COVID_HIRING_ARN,
    });
    expect(status).toBe(403);
    const { body } = await portal.get('/v1/fleet/headroom');
    expect(body).toMatchObject({ locations: [], full: [] });
  });
});
