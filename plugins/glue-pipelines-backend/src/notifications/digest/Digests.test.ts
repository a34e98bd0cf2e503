import { mockServices } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { NotificationSendOptions } from '@backstage/plugin-notifications-node';
import { PROMISE_KEYS } from '@glue-pipelines/backstage-plugin-common';
import { testDatabases } from '../../__testUtils__/databases';
import { component } from '../../__testUtils__/portal';
import { collectedRun } from '../../__testUtils__/runs';
import { KnexCollectionQueue } from '../../database/KnexCollectionQueue';
import { KnexRunStore } from '../../database/KnexRunStore';
import { KnexWorkflowTags } from '../../database/KnexWorkflowTags';
import { WorkflowOwners } from '../../service/WorkflowOwners';
import { KnexNotices } from '../KnexNotices';
import { NoticeSender } from '../NoticeSender';
import { Digests } from './Digests';

jest.setTimeout(60_000);

const OWNER = 'group:default/data-engineering';
const HOUR_MS = 3_600_000;
const arnOf = (name: string) =>
  `arn:aws:glue:us-east-1:000000000000:workflow/${name}`;

describe.each(testDatabases().ids)('digests on %s', id => {
  const databases = testDatabases();

  /** `orders` and `visits` belong to an owner, `stranger` says that it belongs to another entity. */
  async function setUp() {
    const knex = await databases.open(id);
    let now = Date.parse('2026-11-28T07:01:00.000Z');
    const clock = async () => new Date(now);
    const names = ['orders', 'visits', 'stranger'];
    const tags = new KnexWorkflowTags(knex);
    for (const name of names) {
      await tags.save({
        workflowArn: arnOf(name),
        value: `component:default/${name === 'stranger' ? 'another' : name}`,
        readAt: new Date(),
      });
    }
    await new KnexCollectionQueue(knex).addWorkflows(names.map(arnOf));
    const store = new KnexRunStore(knex);
    const save = (name: string, health: 'succeeded' | 'failed', at: string) =>
      store.saveRun(
        collectedRun({
          id: `wr_${name}_${at}`,
          workflowArn: arnOf(name),
          health,
          startedAt: `2026-11-${at}:00:00.000Z`,
          completedAt: `2026-11-${at}:10:00.000Z`,
        }),
      );
    await save('orders', 'failed', '27T12');
    await save('orders', 'succeeded', '27T13');
    await save('visits', 'succeeded', '20T12');
    await save('stranger', 'failed', '27T12');
    const entities = names.map(name => component(name, arnOf(name), OWNER));
    entities[1].metadata.annotations![PROMISE_KEYS.freshness] = 'P1D';
    await knex('workflows').update({
      collected_at: new Date(now).toISOString(),
    });
    const catalog = catalogServiceMock({ entities });
    const logger = mockServices.logger.mock();
    const sent: NotificationSendOptions[] = [];
    const replica = () => {
      const notices = new KnexNotices(knex, clock);
      const options = {
        knex,
        notices,
        owners: new WorkflowOwners(
          { glue: {} as never, tags, logger },
          { reads: false, writes: true },
        ),
        catalog,
        auth: mockServices.auth(),
        logger,
      };
      return {
        digests: new Digests({
          ...options,
          schedule: { every: 'day', hour: 7, minute: 0, zone: 'UTC' },
          clock,
        }),
        sender: new NoticeSender({
          notices,
          entities: {} as never,
          notifications: {
            async send(notification) {
              sent.push(notification);
            },
          },
          logger,
          price: { pricePerDpuHour: 0.44, currency: 'USD' },
          perOwnerAndHour: 1,
        }),
      };
    };
    return {
      replica,
      sent,
      pass: (milliseconds: number) => {
        now += milliseconds;
      },
    };
  }

  it('tell each owner what is theirs, once, however many replicas there are', async () => {
    const { replica, sent } = await setUp();
    const replicas = [replica(), replica(), replica()];
    await Promise.all(replicas.map(({ digests }) => digests.makeDue()));
    await Promise.all(replicas.map(({ sender }) => sender.sendDue()));
    await replica().digests.makeDue();
    await replica().sender.sendDue();
    expect(sent).toMatchObject([
      {
        recipients: { type: 'entity', entityRef: OWNER },
        payload: {
          title: 'Glue, the day to 2026-11-28: 1 failed, 1 late of 2 workflows',
          description: [
            'Failed: orders (1 of 2 runs; the last succeeded).',
            'Late: visits (promised: P1D).',
          ].join('\n'),
          link: '/glue-pipelines?owner=group%3Adefault%2Fdata-engineering',
        },
      },
    ]);
  });

  it('are made again for the next day, and none between', async () => {
    const { replica, sent, pass } = await setUp();
    const { digests, sender } = replica();
    for (let hour = 0; hour < 30; hour++) {
      await digests.makeDue();
      await sender.sendDue();
      pass(HOUR_MS);
    }
    expect(sent.map(({ payload }) => payload.title)).toEqual([
      'Glue, the day to 2026-11-28: 1 failed, 1 late of 2 workflows',
      'Glue, the day to 2026-11-29: 1 late of 2 workflows',
    ]);
  });
});
