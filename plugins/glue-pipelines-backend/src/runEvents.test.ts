import { createBackendPlugin } from '@backstage/backend-plugin-api';
import {
  EventParams,
  eventsServiceFactory,
  eventsServiceRef,
} from '@backstage/plugin-events-node';
import {
  GLUE_PIPELINES_RUN_TOPIC,
  WORKFLOW_ENTITY_TAG,
} from '@glue-pipelines/backstage-plugin-common';
import { GlueEndpoint } from './__testUtils__/GlueEndpoint';
import { ENTITY_REF, startPortal } from './__testUtils__/portal';
import { COVID_HIRING_ARN } from './__testUtils__/runs';
import { waitFor } from './__testUtils__/waitFor';

jest.setTimeout(60_000);

const secondsAgo = (seconds: number) => Math.floor(Date.now() / 1000) - seconds;
const timeOf = (seconds: number) => new Date(seconds * 1000).toISOString();

describe('events of runs', () => {
  const cleanups: (() => Promise<unknown>)[] = [];

  afterEach(async () => {
    for (const cleanup of cleanups.splice(0).reverse()) {
      await cleanup();
    }
  });

  /** A portal in which another plugin listens. */
  async function setUp(tags: Record<string, string>) {
    const heard: EventParams[] = [];
    const listener = createBackendPlugin({
      pluginId: 'listener',
      register(env) {
        env.registerInit({
          deps: { events: eventsServiceRef },
          async init({ events }) {
            await events.subscribe({
              id: 'runs',
              topics: [GLUE_PIPELINES_RUN_TOPIC],
              onEvent: async event => {
                heard.push(event);
              },
            });
          },
        });
      },
    });
    const endpoint = await GlueEndpoint.start();
    cleanups.push(() => endpoint.close());
    endpoint.putWorkflow('covid-hiring');
    endpoint.putTags('covid-hiring', tags);
    const portal = await startPortal({
      endpoint: endpoint.url,
      features: [listener, eventsServiceFactory],
    });
    cleanups.push(() => portal.stop());
    // The first look is no news.
    await portal.get('/v1/workflows', { entityRef: ENTITY_REF });
    /** Starts a run, lets it end as it is told, and waits for what is heard. */
    const runToEnd = async (job: string, error?: string) => {
      const { body } = await portal.start({
        entityRef: ENTITY_REF,
        workflowArn: COVID_HIRING_ARN,
      });
      const times = { StartedOn: secondsAgo(60), CompletedOn: secondsAgo(1) };
      endpoint.putRun('covid-hiring', body.runId, { ...times, job, error });
      await waitFor(
        async () => heard.length,
        count => count >= 2,
      );
      return { runId: body.runId, ...times };
    };
    return { heard, runToEnd };
  }

  it('tell other plugins when one begins and how it ends', async () => {
    const { heard, runToEnd } = await setUp({
      [WORKFLOW_ENTITY_TAG]: 'Component:default/Covid-Hiring',
    });
    const { runId, StartedOn, CompletedOn } = await runToEnd(
      'FAILED',
      'MemoryError',
    );
    const common = {
      entityRefs: [ENTITY_REF],
      workflowArn: COVID_HIRING_ARN,
      runId,
      changedAt: expect.stringMatching(/Z$/),
    };
    expect(heard.map(({ eventPayload }) => eventPayload)).toEqual([
      {
        ...common,
        healthAfter: 'running',
        startedAt: expect.stringMatching(/Z$/),
      },
      {
        ...common,
        healthBefore: 'running',
        healthAfter: 'failed',
        startedAt: timeOf(StartedOn),
        completedAt: timeOf(CompletedOn),
        causeId: 'out-of-memory',
      },
    ]);
  });
});
