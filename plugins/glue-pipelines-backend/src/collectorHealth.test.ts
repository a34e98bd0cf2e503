import {
  createServiceFactory,
  ServiceFactory,
} from '@backstage/backend-plugin-api';
import { metricsServiceRef } from '@backstage/backend-plugin-api/alpha';
import { metricsServiceMock } from '@backstage/backend-test-utils/alpha';
import { CollectorResponse } from '@glue-pipelines/backstage-plugin-common';
import { GlueEndpoint } from './__testUtils__/GlueEndpoint';
import { ENTITY_REF, startPortal } from './__testUtils__/portal';

jest.setTimeout(60_000);

describe('GET /v1/collector', () => {
  const cleanups: (() => Promise<unknown>)[] = [];

  afterEach(async () => {
    for (const cleanup of cleanups.splice(0).reverse()) {
      await cleanup();
    }
  });

  async function setUp(
    options: { deny?: string[]; features?: ServiceFactory[] } = {},
  ) {
    const glue = await GlueEndpoint.start();
    cleanups.push(() => glue.close());
    glue.putWorkflow('covid-hiring');
    glue.putRun('covid-hiring', 'wr_1', { Status: 'RUNNING', job: 'RUNNING' });
    glue.putWorkflow('flight-delays');
    const portal = await startPortal({ endpoint: glue.url, ...options });
    cleanups.push(() => portal.stop());
    return { glue, portal };
  }

  it('is empty before anything was looked at', async () => {
    const { portal } = await setUp();
    const { status, body } = await portal.get('/v1/collector');
    expect(status).toBe(200);
    expect(body).toEqual({
      locations: [],
      startedAt: expect.any(String),
      servedAt: expect.any(String),
    });
    expect(Date.parse(body.startedAt)).toBeLessThanOrEqual(
      Date.parse(body.servedAt),
    );
  });

  it('tells of workflows, failures and calls by account and region, and calls nobody', async () => {
    const { glue, portal } = await setUp();
    await portal.get('/v1/workflows', { entityRef: ENTITY_REF });
    glue.fail('BatchGetWorkflows', 'AccessDeniedException', 100);
    const entityRef = 'component:default/flight-delays';
    await portal.get('/v1/workflows', { entityRef });

    const calls = glue.calls.length;
    const answer = await portal.get('/v1/collector');
    expect(glue.calls).toHaveLength(calls);
    expect(answer.headers['cache-control']).toBe('no-store');
    const { locations } = answer.body as CollectorResponse;
    expect(locations).toEqual([
      {
        accountId: '000000000000',
        region: 'us-east-1',
        workflows: 2,
        due: expect.any(Number),
        active: 1,
        failing: 1,
        newestFailure: {
          message: expect.stringContaining('glue:BatchGetWorkflows'),
          at: expect.any(String),
        },
        lastSuccessAt: expect.any(String),
        lagSeconds: expect.any(Number),
        calls: expect.arrayContaining([
          {
            service: 'glue',
            operation: 'BatchGetWorkflows',
            outcome: 'denied',
            calls: expect.any(Number),
          },
          {
            service: 'glue',
            operation: 'GetWorkflowRuns',
            outcome: 'ok',
            calls: glue.count('GetWorkflowRuns'),
          },
        ]),
      },
    ]);
    // AWS's own words are for the log.
    expect(JSON.stringify(locations)).not.toContain('on purpose');
  });

  it('names the permission that is missing', async () => {
    const { portal } = await setUp({ deny: ['glue-pipelines.collector.read'] });
    const { status, body } = await portal.get('/v1/collector');
    expect(status).toBe(403);
    expect(body.error.message).toContain('glue-pipelines.collector.read');
  });

  it('is told to OpenTelemetry, too', async () => {
    const metrics = metricsServiceMock.mock();
    const { portal } = await setUp({
      features: [
        createServiceFactory({
          service: metricsServiceRef,
          deps: {},
          factory: () => metrics,
        }),
      ],
    });
    await portal.get('/v1/workflows', { entityRef: ENTITY_REF });
    const [counter] = metrics.createCounter.mock.results;
    expect(counter.value.add).toHaveBeenCalledWith(1, {
      'rpc.service': 'glue',
      'rpc.method': 'BatchGetWorkflows',
      'cloud.account.id': '000000000000',
      'cloud.region': 'us-east-1',
      outcome: 'ok',
    });
  });
});
