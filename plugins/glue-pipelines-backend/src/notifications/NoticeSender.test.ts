import { mockServices } from '@backstage/backend-test-utils';
import { ServiceUnavailableError } from '@backstage/errors';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { NotificationSendOptions } from '@backstage/plugin-notifications-node';
import { testDatabases } from '../__testUtils__/databases';
import { component } from '../__testUtils__/portal';
import { KnexWorkflowTags } from '../database/KnexWorkflowTags';
import { WorkflowOwners } from '../service/WorkflowOwners';
import { KnexNotices } from './KnexNotices';
import { Notice } from './Notice';
import { NoticeSender } from './NoticeSender';
import { OwningEntities } from './OwningEntities';

jest.setTimeout(60_000);

const START = '2026-11-28T12:10:00.000Z';
const MINUTE_MS = 60_000;
const OWNER = 'group:default/data-engineering';
const arnOf = (name: string) =>
  `arn:aws:glue:us-east-1:000000000000:workflow/${name}`;
const noticeOf = (
  name: string,
  kind: Notice['kind'] = 'failure',
  some: Partial<Notice> = {},
): Notice => ({
  workflowArn: arnOf(name),
  kind,
  occasion: 'wr_1',
  happenedAt: START,
  details: { runId: 'wr_1', health: 'failed' },
  ...some,
});

describe.each(testDatabases().ids)('NoticeSender, %s', id => {
  const databases = testDatabases();

  /** Senders of several replicas on one database; `flow-0` to `flow-9` belong to the entities of their names. */
  async function setUp(
    options: {
      perOwnerAndHour?: number;
      send?: (sent: NotificationSendOptions) => Promise<void>;
    } = {},
  ) {
    const knex = await databases.open(id);
    let now = Date.parse(START);
    const clock = async () => new Date(now);
    const tags = new KnexWorkflowTags(knex);
    const names = Array.from({ length: 10 }, (_, i) => `flow-${i}`);
    for (const name of names) {
      await tags.save({
        workflowArn: arnOf(name),
        value: `component:default/${name}`,
        readAt: new Date(),
      });
    }
    const catalog = catalogServiceMock.mock();
    const inCatalog = catalogServiceMock({
      entities: [
        ...names.map(name => component(name, arnOf(name), OWNER)),
        component('intruder', arnOf('flow-0'), OWNER),
        component('plain', undefined, OWNER),
        component('orphan', arnOf('flow-orphan')),
      ],
    });
    catalog.getEntityByRef.mockImplementation((...args) =>
      inCatalog.getEntityByRef(...args),
    );
    const logger = mockServices.logger.mock();
    const sent: NotificationSendOptions[] = [];
    const notices = new KnexNotices(knex, clock);
    const replica = () =>
      new NoticeSender({
        notices: new KnexNotices(knex, clock),
        entities: new OwningEntities({
          catalog,
          auth: mockServices.auth(),
          owners: new WorkflowOwners(
            // Every tag that is asked for is stored already.
            { glue: {} as never, tags, logger },
            { reads: false, writes: true },
          ),
        }),
        notifications: {
          async send(notification) {
            await options.send?.(notification);
            sent.push(notification);
          },
        },
        logger,
        price: { pricePerDpuHour: 0.44, currency: 'USD' },
        perOwnerAndHour: options.perOwnerAndHour ?? 100,
        sendMs: 200,
      });
    return {
      catalog,
      logger,
      notices,
      replica,
      tags,
      sent,
      titles: () => sent.splice(0).map(({ payload }) => payload.title),
      states: async () => {
        const rows = await knex('notices').orderBy('id').select('state');
        return rows.map(({ state }) => state);
      },
      pass: (milliseconds: number) => {
        now += milliseconds;
      },
      replacedBy: (name: string, value: string | undefined) =>
        tags.save({ workflowArn: arnOf(name), value, readAt: new Date() }),
    };
  }

  it('tells the owner of the entity, with the way to the run', async () => {
    const { notices, replica, sent } = await setUp();
    await notices.add(noticeOf('flow-3'));
    await replica().sendDue();
    expect(sent).toEqual([
      {
        recipients: { type: 'entity', entityRef: OWNER },
        payload: {
          title: "Workflow 'flow-3' failed",
          description: 'Its page shows what AWS says of it.',
          link: '/catalog/default/component/flow-3/glue?workflow=flow-3&run=wr_1',
          severity: 'high',
          topic: 'glue-pipelines.failure',
          scope: expect.stringMatching(/^glue-pipelines\.workflow\./),
        },
      },
    ]);
  });

  it('tells everything once, however many replicas learn and send it', async () => {
    const { notices, replica, titles, states } = await setUp();
    const all = Array.from({ length: 10 }, (_, i) => noticeOf(`flow-${i}`));
    const replicas = Array.from({ length: 4 }, replica);
    const added = await Promise.all(
      replicas.flatMap(() => all.map(notice => notices.add(notice))),
    );
    expect(added.filter(Boolean)).toHaveLength(10);
    await Promise.all(replicas.map(each => each.sendDue()));
    await Promise.all(replicas.map(each => each.sendDue()));
    expect(titles().sort()).toEqual(
      all.map((_, i) => `Workflow 'flow-${i}' failed`),
    );
    expect(await states()).toEqual(all.map(() => 'sent'));
  });

  it.each([
    [
      'its tag names an entity that does not name it',
      'component:default/plain',
    ],
    ['its tag names an entity that does not exist', 'component:default/gone'],
    ['its tag names no entity', 'covid'],
    ['it has no tag, though entities name it', undefined],
  ])('tells nobody of a workflow when %s', async (_, value) => {
    const { notices, replica, replacedBy, sent, states } = await setUp();
    await replacedBy('flow-0', value);
    await notices.add(noticeOf('flow-0'));
    await replica().sendDue();
    expect(sent).toEqual([]);
    expect(await states()).toEqual(['dropped']);
  });

  it('tells nobody of an entity without an owner', async () => {
    const { notices, replica, replacedBy, sent } = await setUp();
    await replacedBy('flow-orphan', 'component:default/orphan');
    await notices.add(noticeOf('flow-orphan'));
    await replica().sendDue();
    expect(sent).toEqual([]);
  });

  it('tells what is too much for an hour in one summary at its end', async () => {
    const { notices, replica, titles, sent, states, pass } = await setUp({
      perOwnerAndHour: 2,
    });
    for (let i = 0; i < 5; i++) {
      await notices.add(noticeOf(`flow-${i}`));
    }
    const replicas = [replica(), replica()];
    const all = () => Promise.all(replicas.map(each => each.sendDue()));
    await all();
    await all();
    expect(titles()).toHaveLength(2);
    expect((await states()).filter(state => state === 'held')).toHaveLength(3);

    // One of them recovers meanwhile, and is not told by itself either.
    const held = noticeOf('flow-9', 'failure');
    await notices.add(held);
    await all();
    pass(MINUTE_MS);
    await notices.add(
      noticeOf('flow-9', 'recovery', {
        happenedAt: '2026-11-28T12:11:00.000Z',
      }),
    );
    await all();
    pass(48 * MINUTE_MS);
    await all();
    expect(titles()).toEqual([]);

    pass(2 * MINUTE_MS);
    await all();
    await all();
    expect(sent).toHaveLength(1);
    const [{ recipients, payload }] = sent;
    expect(recipients).toEqual({ type: 'entity', entityRef: OWNER });
    expect(payload.title).toBe('More news of 4 Glue workflows');
    expect(payload.link).toBe(
      '/glue-pipelines?owner=group%3Adefault%2Fdata-engineering',
    );
    expect(payload.description?.split('\n').slice(1)).toEqual(
      expect.arrayContaining(["Workflow 'flow-9' succeeds again."]),
    );
    expect(payload.description).not.toContain("'flow-9' failed");

    // The next hour has its own budget.
    titles();
    await notices.add(noticeOf('flow-8'));
    await all();
    expect(titles()).toEqual(["Workflow 'flow-8' failed"]);
  });

  it('tries again later, within bounds, what could not be sent', async () => {
    const { notices, replica, titles, states, logger, pass } = await setUp({
      send: async () => {
        throw new Error('Failed to send notifications: status 503');
      },
    });
    await notices.add(noticeOf('flow-1'));
    const sender = replica();
    const attempts = () =>
      logger.warn.mock.calls.length + logger.error.mock.calls.length;
    await sender.sendDue();
    await sender.sendDue();
    expect(attempts()).toBe(1);
    pass(MINUTE_MS);
    await sender.sendDue();
    pass(MINUTE_MS);
    await sender.sendDue();
    expect(attempts()).toBe(2);
    for (let hour = 0; hour < 24; hour++) {
      pass(60 * MINUTE_MS);
      await sender.sendDue();
    }
    expect(attempts()).toBe(13);
    expect(titles()).toEqual([]);
    expect(await states()).toEqual(['dropped']);
    expect(logger.error.mock.calls).toEqual([
      [
        `Nobody is notified of ${arnOf('flow-1')}, after 13 attempts: Error: Failed to send notifications: status 503`,
      ],
    ]);
  });

  it('counts what is sent at the second attempt once', async () => {
    let broken = true;
    const { notices, replica, titles, pass } = await setUp({
      perOwnerAndHour: 1,
      send: async () => {
        if (broken) {
          throw new Error('not now');
        }
      },
    });
    await notices.add(noticeOf('flow-1'));
    await replica().sendDue();
    broken = false;
    pass(MINUTE_MS);
    await replica().sendDue();
    expect(titles()).toEqual(["Workflow 'flow-1' failed"]);
  });

  it('waits no longer than a moment for an answer', async () => {
    const { notices, replica, states, logger } = await setUp({
      send: () => new Promise(() => {}),
    });
    await notices.add(noticeOf('flow-1'));
    await replica().sendDue();
    expect(await states()).toEqual(['due']);
    expect(logger.warn).toHaveBeenCalledWith(
      expect.stringContaining('did not answer within 0.2 seconds'),
    );
  });

  it('tells the newest of a workflow only', async () => {
    const { notices, replica, titles, states } = await setUp();
    await notices.add(noticeOf('flow-1'));
    await notices.add(
      noticeOf('flow-1', 'recovery', {
        happenedAt: '2026-11-28T12:10:01.000Z',
      }),
    );
    await replica().sendDue();
    expect(titles()).toEqual(["Workflow 'flow-1' succeeds again"]);
    expect(await states()).toEqual(['dropped', 'sent']);
    expect(await notices.standing(arnOf('flow-1'))).toBe('recovery');
  });

  it('takes over from a replica that died, and sends nothing of its workflow before', async () => {
    const { notices, replica, titles, pass } = await setUp();
    await notices.add(noticeOf('flow-1'));
    expect(await notices.lease()).toMatchObject({ id: expect.any(Number) });
    await notices.add(
      noticeOf('flow-1', 'recovery', {
        happenedAt: '2026-11-28T12:10:01.000Z',
      }),
    );
    await notices.add(noticeOf('flow-2'));
    await replica().sendDue();
    expect(titles()).toEqual(["Workflow 'flow-2' failed"]);
    pass(2 * MINUTE_MS);
    await replica().sendDue();
    expect(titles()).toEqual(["Workflow 'flow-1' succeeds again"]);
  });

  it('waits for a catalog that is away', async () => {
    const { notices, replica, catalog, titles, pass } = await setUp();
    catalog.getEntityByRef.mockRejectedValueOnce(
      new ServiceUnavailableError('away'),
    );
    await notices.add(noticeOf('flow-1'));
    await replica().sendDue();
    expect(titles()).toEqual([]);
    pass(MINUTE_MS);
    await replica().sendDue();
    expect(titles()).toEqual(["Workflow 'flow-1' failed"]);
  });

  it('forgets what was told long ago', async () => {
    const { notices, pass, states } = await setUp();
    await notices.add(noticeOf('flow-1'));
    pass(89 * 24 * 60 * MINUTE_MS);
    await notices.prune();
    expect(await states()).toHaveLength(1);
    pass(2 * 24 * 60 * MINUTE_MS);
    await notices.prune();
    expect(await states()).toEqual([]);
  });
});
