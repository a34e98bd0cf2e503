import { createBackendPlugin } from '@backstage/backend-plugin-api';
import {
  EventsService,
  eventsServiceFactory,
  eventsServiceRef,
} from '@backstage/plugin-events-node';
import { setTimeout as sleep } from 'node:timers/promises';
import { GlueEndpoint } from './__testUtils__/GlueEndpoint';
import { ENTITY_REF, startPortal } from './__testUtils__/portal';
import { COVID_HIRING_ARN } from './__testUtils__/runs';
import { waitFor } from './__testUtils__/waitFor';

jest.setTimeout(60_000);

const TOPIC = 'glue-events';
const ended = (jobName: string) => ({
  source: 'aws.glue',
  'detail-type': 'Glue Job State Change',
  account: '000000000000',
  region: 'us-east-1',
  detail: { jobName, state: 'SUCCEEDED', jobRunId: 'jr_1' },
});

describe('events from AWS', () => {
  const cleanups: (() => Promise<unknown>)[] = [];

  afterEach(async () => {
    for (const cleanup of cleanups.splice(0).reverse()) {
      await cleanup();
    }
  });

  /** A portal that looks once an hour, and that knows of a run that is under way. */
  async function setUp() {
    let events: EventsService | undefined;
    const source = createBackendPlugin({
      pluginId: 'source',
      register(env) {
        env.registerInit({
          deps: { events: eventsServiceRef },
          async init(deps) {
            events = deps.events;
          },
        });
      },
    });
    const endpoint = await GlueEndpoint.start();
    cleanups.push(() => endpoint.close());
    endpoint.putWorkflow('covid-hiring');
    endpoint.putRun('covid-hiring', 'wr_1', {
      Status: 'RUNNING',
      job: 'RUNNING',
    });
    const portal = await startPortal({
      endpoint: endpoint.url,
      features: [source, eventsServiceFactory],
      config: {
        collector: { idle: { hours: 1 }, active: { hours: 1 } },
        events: { topic: TOPIC },
      },
    });
    cleanups.push(() => portal.stop());
    await portal.get('/v1/workflows', { entityRef: ENTITY_REF });
    return {
      endpoint,
      /** What the operator reads, but that this back end has no events back end. */
      complaints: () =>
        [...portal.warnings(), ...portal.errors()].filter(
          message => !message.includes('events backend not found'),
        ),
      publish: (eventPayload: unknown) =>
        events?.publish({ topic: TOPIC, eventPayload }),
      health: async () => {
        const { body } = await portal.get('/v1/runs', {
          entityRef: ENTITY_REF,
          workflowArn: COVID_HIRING_ARN,
        });
        return body.items[0].health;
      },
    };
  }

  it('have the workflows read that they are about, once for many', async () => {
    const { complaints, endpoint, health, publish } = await setUp();
    expect(await health()).toBe('running');
    endpoint.putRun('covid-hiring', 'wr_1');
    const before = endpoint.count('BatchGetWorkflows');

    for (let i = 0; i < 50; i++) {
      await publish(ended('load'));
    }
    await waitFor(health, is => is === 'succeeded', 5_000);
    await sleep(1_500);
    expect(endpoint.count('BatchGetWorkflows')).toBe(before + 1);
    expect(complaints()).toEqual([]);
  });

  it('that are not about what is stored change nothing, and are no errors', async () => {
    const { complaints, endpoint, health, publish } = await setUp();
    endpoint.putRun('covid-hiring', 'wr_1');
    const before = endpoint.calls.length;

    await publish(ended('of-others'));
    await publish({ ...ended('load'), account: '999999999999' });
    await publish({ ...ended('load'), region: 'eu-west-1' });
    await publish({ ...ended('load'), source: 'aws.s3' });
    await publish('no event');
    await publish(undefined);
    await sleep(2_000);
    expect(endpoint.calls.slice(before)).toEqual([]);
    expect(await health()).toBe('running');
    expect(complaints()).toEqual([]);
  });
});
