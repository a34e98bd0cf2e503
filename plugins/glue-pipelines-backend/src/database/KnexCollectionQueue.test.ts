import {
  collectedRun,
  COVID_HIRING_ARN,
  FLIGHT_DELAYS_ARN,
} from '../__testUtils__/runs';
import { testDatabases } from '../__testUtils__/databases';
import { KnexCollectionQueue } from './KnexCollectionQueue';
import { KnexRunStore } from './KnexRunStore';
import { WorkflowDefinition } from './RunStore';

jest.setTimeout(60_000);

const DEFINITION: WorkflowDefinition = {
  graph: { nodes: [], edges: [] },
  defaultRunProperties: {},
};
const now = new Date('2026-11-21T10:00:00Z');
const later = (seconds: number) => new Date(now.getTime() + seconds * 1000);

describe.each(testDatabases().ids)('KnexCollectionQueue, %s', id => {
  const databases = testDatabases();

  async function setUp() {
    const knex = await databases.open(id);
    const queue = new KnexCollectionQueue(knex);
    const lease = (at: Date, arn?: string) =>
      queue.lease({
        now: at,
        until: new Date(at.getTime() + 60_000),
        limit: 10,
        arn,
      });
    return { knex, queue, lease, store: new KnexRunStore(knex) };
  }

  it('gives new workflows at once, each to one', async () => {
    const { queue, lease } = await setUp();
    await queue.addWorkflows([COVID_HIRING_ARN, FLIGHT_DELAYS_ARN]);
    const [a, b] = await Promise.all([lease(now), lease(now)]);
    expect([...a, ...b].map(l => l.workflow.arn).sort()).toEqual([
      COVID_HIRING_ARN,
      FLIGHT_DELAYS_ARN,
    ]);
    expect(await lease(now)).toEqual([]);
  });

  it('gives a finished workflow again when it is due', async () => {
    const { queue, lease, store } = await setUp();
    await queue.addWorkflows([COVID_HIRING_ARN]);
    const [held] = await lease(now);
    const finished = await queue.finish(
      held,
      { definition: DEFINITION, lastRunId: 'wr_1', dueAt: later(60) },
      later(1),
    );
    expect(finished).toBe(true);
    expect(await store.getWorkflows([COVID_HIRING_ARN])).toEqual([
      {
        arn: COVID_HIRING_ARN,
        definition: DEFINITION,
        lastRunId: 'wr_1',
        collectedAt: '2026-11-21T10:00:01.000Z',
        attemptedAt: '2026-11-21T10:00:01.000Z',
        failures: 0,
      },
    ]);
    expect(await lease(later(59))).toEqual([]);
    const [again] = await lease(later(60));
    expect(
      await queue.finish(
        again,
        { definition: DEFINITION, lastRunId: 'wr_1', dueAt: later(120) },
        later(61),
      ),
    ).toBe(false);
  });

  it('keeps the last known state beside an error, and counts failures', async () => {
    const { queue, lease, store } = await setUp();
    await queue.addWorkflows([COVID_HIRING_ARN]);
    const [first] = await lease(now);
    await queue.finish(
      first,
      { definition: DEFINITION, dueAt: later(10) },
      now,
    );
    const fail = async (at: Date) => {
      const [held] = await lease(at);
      return queue.finish(
        held,
        { error: 'AWS throttles', dueAt: later(0) },
        at,
      );
    };
    expect(await fail(later(10))).toBe(true);
    expect(await fail(later(20))).toBe(false);
    const [workflow] = await store.getWorkflows([COVID_HIRING_ARN]);
    expect(workflow).toMatchObject({
      definition: DEFINITION,
      collectionError: 'AWS throttles',
      failures: 2,
      collectedAt: now.toISOString(),
      attemptedAt: later(20).toISOString(),
    });

    const [held] = await lease(later(30));
    const recovered = await queue.finish(
      held,
      { definition: DEFINITION, dueAt: later(60) },
      later(30),
    );
    expect(recovered).toBe(true);
    const [healthy] = await store.getWorkflows([COVID_HIRING_ARN]);
    expect(healthy.failures).toBe(0);
    expect(healthy.collectionError).toBeUndefined();
  });

  it('stores an error with NUL, which Postgres does not take', async () => {
    const { queue, lease, store } = await setUp();
    await queue.addWorkflows([COVID_HIRING_ARN]);
    const [held] = await lease(now);
    await queue.finish(held, { error: 'a\0b', dueAt: later(1) }, now);
    const [workflow] = await store.getWorkflows([COVID_HIRING_ARN]);
    expect(workflow.collectionError).toBe('a\uFFFDb');
  });

  it('passes the lease of a holder that died to the next, and ignores the late one', async () => {
    const { queue, lease, store } = await setUp();
    await queue.addWorkflows([COVID_HIRING_ARN]);
    const [dead] = await lease(now);
    expect(await lease(later(59))).toEqual([]);
    const [next] = await lease(later(60));
    expect(next.workflow.arn).toBe(COVID_HIRING_ARN);
    expect(await queue.renew(dead, later(200))).toBe(false);
    expect(
      await queue.finish(
        dead,
        { definition: DEFINITION, dueAt: later(300) },
        later(61),
      ),
    ).toBe(false);
    const [workflow] = await store.getWorkflows([COVID_HIRING_ARN]);
    expect(workflow.collectedAt).toBeUndefined();
    expect(await queue.renew(next, later(200))).toBe(true);
    expect(await lease(later(199))).toEqual([]);
  });

  it('gives a requested workflow before it is due, also after one that was under way', async () => {
    const { queue, lease } = await setUp();
    await queue.addWorkflows([COVID_HIRING_ARN]);
    const [held] = await lease(now);
    await queue.requestCollection(COVID_HIRING_ARN);
    expect(await lease(now, COVID_HIRING_ARN)).toEqual([]);
    await queue.finish(
      held,
      { definition: DEFINITION, dueAt: later(600) },
      now,
    );
    const [again] = await lease(later(1), COVID_HIRING_ARN);
    expect(again.workflow.arn).toBe(COVID_HIRING_ARN);
    await queue.release(again);
    expect(await lease(later(2))).toEqual([]);
  });

  it('collects only what an entity names, and remembers the rest', async () => {
    const { queue, lease, store } = await setUp();
    await queue.setWantedWorkflows([COVID_HIRING_ARN, FLIGHT_DELAYS_ARN]);
    await queue.setWantedWorkflows([FLIGHT_DELAYS_ARN]);
    const leased = await lease(now);
    expect(leased.map(l => l.workflow.arn)).toEqual([FLIGHT_DELAYS_ARN]);
    expect(await store.getWorkflows([COVID_HIRING_ARN])).toHaveLength(1);

    await queue.setWantedWorkflows([COVID_HIRING_ARN, FLIGHT_DELAYS_ARN]);
    const [back] = await lease(now);
    expect(back.workflow.arn).toBe(COVID_HIRING_ARN);
  });

  it('knows when to look again for active runs', async () => {
    const { queue, lease, store } = await setUp();
    expect(await queue.nextActiveAt()).toBeUndefined();
    await queue.addWorkflows([COVID_HIRING_ARN, FLIGHT_DELAYS_ARN]);
    for (const held of await lease(now)) {
      await queue.finish(
        held,
        { definition: DEFINITION, dueAt: later(15) },
        now,
      );
    }
    expect(await queue.nextActiveAt()).toBeUndefined();
    await store.saveRun(collectedRun({ active: true }));
    expect(await queue.nextActiveAt()).toEqual(later(15));
    await lease(later(15), COVID_HIRING_ARN);
    expect(await queue.nextActiveAt()).toEqual(later(75));
  });
});
