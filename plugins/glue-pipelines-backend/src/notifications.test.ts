import {
  coreServices,
  createBackendPlugin,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import {
  PROMISE_KEYS,
  WorkflowGraph,
} from '@glue-pipelines/backstage-plugin-common';
import { JsonObject } from '@backstage/types';
import { GlueEndpoint } from './__testUtils__/GlueEndpoint';
import { component, startPortal } from './__testUtils__/portal';
import { waitFor } from './__testUtils__/waitFor';

jest.setTimeout(60_000);

const ARN = 'arn:aws:glue:us-east-1:000000000000:workflow/orders';
const ENTITY_REF = 'component:default/orders';
const OWNER = 'group:default/data-engineering';
const secondsAgo = (seconds: number) => Math.floor(Date.now() / 1000) - seconds;

describe('what owners are told', () => {
  const cleanups: (() => Promise<unknown>)[] = [];

  afterEach(async () => {
    for (const cleanup of cleanups.splice(0).reverse()) {
      await cleanup();
    }
  });

  /** A portal that has looked at a workflow once, which ran an hour ago if told so. */
  async function setUp(
    options: {
      before?: string;
      config?: JsonObject;
      /** More of the entity. */
      annotations?: Record<string, string>;
      place?: (endpoint: GlueEndpoint) => void;
    } = {},
  ) {
    const endpoint = await GlueEndpoint.start();
    cleanups.push(() => endpoint.close());
    endpoint.putWorkflow('orders');
    if (options.before) {
      endpoint.putRun('orders', 'wr_before', {
        StartedOn: secondsAgo(3600),
        CompletedOn: secondsAgo(3500),
        job: options.before,
      });
    }
    options.place?.(endpoint);
    let scheduler: SchedulerService | undefined;
    const clockwork = createBackendPlugin({
      pluginId: 'clockwork',
      register(env) {
        env.registerInit({
          deps: { itsScheduler: coreServices.scheduler },
          async init({ itsScheduler }) {
            scheduler = itsScheduler;
          },
        });
      },
    });
    const entity = component('orders', ARN, OWNER);
    Object.assign(entity.metadata.annotations!, {
      [PROMISE_KEYS.freshness]: 'PT30M',
      ...options.annotations,
    });
    const portal = await startPortal({
      endpoint: endpoint.url,
      entities: [entity],
      features: [clockwork],
      config: options.config,
    });
    cleanups.push(() => portal.stop());
    const workflow = { entityRef: ENTITY_REF, workflowArn: ARN };
    const first = await portal.get('/v1/workflows', { entityRef: ENTITY_REF });
    expect(first.status).toBe(200);
    let runs = 0;
    /** Starts a run, and lets it end as it is told. Answers with its id once that is known. */
    const runToEnd = async (job: string, error?: string): Promise<string> => {
      const { body } = await portal.start(workflow);
      const { runId } = body;
      runs += 1;
      endpoint.putRun('orders', runId, {
        // One after the other.
        StartedOn: secondsAgo(100) + runs,
        CompletedOn: secondsAgo(50) + runs,
        job,
        error,
      });
      await waitFor(
        () => portal.get(`/v1/runs/${runId}`, workflow),
        answer => answer.body.rawStatus === 'COMPLETED',
      );
      return runId;
    };
    const topics = () =>
      portal.notify.mock.calls.map(([{ payload }]) => payload.topic);
    /** Waits until something of this topic was told last. */
    const told = (topic: string) =>
      waitFor(
        async () => topics(),
        all => all.at(-1) === `glue-pipelines.${topic}`,
      );
    const judgeFreshness = () => scheduler!.triggerTask('judge-freshness');
    const judgeDurations = () => scheduler!.triggerTask('judge-durations');
    return {
      endpoint,
      portal,
      workflow,
      runToEnd,
      topics,
      told,
      judgeFreshness,
      judgeDurations,
    };
  }

  it('is the first success, each failure with its cause, and the recovery', async () => {
    const { portal, runToEnd, told, topics } = await setUp();
    await runToEnd('SUCCEEDED');
    await told('first-success');
    const failed = await runToEnd('FAILED', 'MemoryError');
    await told('failure');
    await runToEnd('SUCCEEDED');
    await told('recovery');
    await runToEnd('SUCCEEDED');
    await runToEnd('FAILED');
    await told('failure');
    expect(topics()).toEqual([
      'glue-pipelines.first-success',
      'glue-pipelines.failure',
      'glue-pipelines.recovery',
      'glue-pipelines.failure',
    ]);
    const sent = portal.notify.mock.calls.map(([notification]) => notification);
    expect(sent[1]).toMatchObject({
      recipients: {
        type: 'entity',
        entityRef: OWNER,
      },
      payload: {
        title: "Workflow 'orders' failed",
        description: expect.stringContaining('The job ran out of memory.'),
        link: `/catalog/default/component/orders/glue?workflow=orders&run=${failed}`,
      },
    });
    expect(new Set(sent.map(({ payload }) => payload.scope)).size).toBe(1);
  });

  it('is lateness, once, and the success that ends it', async () => {
    const { runToEnd, told, topics, judgeFreshness } = await setUp({
      before: 'SUCCEEDED',
    });
    await judgeFreshness();
    await told('lateness');
    await judgeFreshness();
    await runToEnd('SUCCEEDED');
    await told('recovery');
    await judgeFreshness();
    expect(topics()).toEqual([
      'glue-pipelines.lateness',
      'glue-pipelines.recovery',
    ]);
  });

  it.each([
    ['unusually long', {}, 'took less than a minute'],
    [
      'longer than promised',
      { [PROMISE_KEYS.longestRun]: 'PT10M' },
      'promises at most 10 minutes',
    ],
  ])('is, once, that a run takes %s', async (what, annotations, why) => {
    const { portal, told, topics, judgeDurations } = await setUp({
      annotations,
      place: endpoint => {
        for (let i = 1; i <= 5; i++) {
          endpoint.putRun('orders', `wr_${i}`, {
            StartedOn: secondsAgo(i * 3600),
            CompletedOn: secondsAgo(i * 3600 - 60),
            job: 'SUCCEEDED',
          });
        }
        endpoint.putRun('orders', 'wr_long', {
          Status: 'RUNNING',
          StartedOn: secondsAgo(1000),
          job: 'RUNNING',
        });
      },
    });
    await judgeDurations();
    await told('overrun');
    expect(portal.notify.mock.lastCall?.[0].payload).toMatchObject({
      title: `A run of workflow 'orders' takes ${what}`,
      description: expect.stringContaining(why),
      link: `/catalog/default/component/orders/glue?workflow=orders&run=wr_long`,
    });
    const count = topics().length;
    await judgeDurations();
    await new Promise(resolve => setTimeout(resolve, 300));
    expect(topics()).toHaveLength(count);
  });

  it('is nothing of the past, and nothing that the operator has turned off', async () => {
    const { runToEnd, told, topics } = await setUp({
      before: 'FAILED',
      config: { notifications: { failure: false, lateness: false } },
    });
    await runToEnd('FAILED');
    await runToEnd('SUCCEEDED');
    await told('recovery');
    expect(topics()).toEqual(['glue-pipelines.recovery']);
  });

  it('is no failure of a job that Glue tries again while the run goes on', async () => {
    const { endpoint, portal, workflow, topics, told } = await setUp({
      place: glue => glue.putJob({ Name: 'load', MaxRetries: 1 }),
    });
    const { body } = await portal.start(workflow);
    const { runId } = body;
    const StartedOn = secondsAgo(100);
    endpoint.putRun('orders', runId, {
      StartedOn,
      Status: 'RUNNING',
      job: 'FAILED',
    });
    const loadOf = (run: { graph?: WorkflowGraph }) =>
      run.graph?.nodes.find(({ name }) => name === 'load');
    const pending = await waitFor(
      () => portal.get(`/v1/runs/${runId}`, workflow),
      answer => loadOf(answer.body)?.state === 'failed',
    );
    expect(loadOf(pending.body)?.pendingRetry).toEqual({ attempt: 2, of: 2 });
    endpoint.putRun('orders', runId, {
      StartedOn,
      CompletedOn: secondsAgo(1),
      job: 'SUCCEEDED',
    });
    await told('first-success');
    expect(topics()).toEqual(['glue-pipelines.first-success']);
  });

  it('keeps nobody from collecting while it cannot be sent', async () => {
    const { portal, runToEnd } = await setUp();
    portal.notify.mockRejectedValue(new Error('status 404'));
    await runToEnd('FAILED');
    await waitFor(
      async () => portal.warnings(),
      warnings =>
        warnings.includes(
          `Notification of ${ARN} is put off: Error: status 404`,
        ),
    );
    await runToEnd('FAILED');
    expect(portal.errors()).toEqual([]);
  });
});
