import { COVID_HIRING_ARN, FLIGHT_DELAYS_ARN } from '../__testUtils__/runs';
import { testDatabases } from '../__testUtils__/databases';
import { CollectionOutcome, Lease } from './CollectionQueue';
import { KnexCollectionQueue } from './KnexCollectionQueue';
import { KnexRunStore } from './KnexRunStore';
import { WorkflowDefinition } from './RunStore';

jest.setTimeout(60_000);

const DEFINITION: WorkflowDefinition = {
  graph: { nodes: [], edges: [] },
  defaultRunProperties: {},
};
const LOCATION = 'arn:aws:glue:us-east-1:000000000000';
/** Of all that jest can fake, only the date is: databases and promises go on. */
const NOT_THE_DATE = [
  'hrtime',
  'nextTick',
  'performance',
  'queueMicrotask',
  'setImmediate',
  'clearImmediate',
  'setInterval',
  'clearInterval',
  'setTimeout',
  'clearTimeout',
] as const;
const now = new Date('2026-11-21T10:00:00Z');
const later = (seconds: number) => new Date(now.getTime() + seconds * 1000);

describe.each(testDatabases().ids)('KnexCollectionQueue, %s', id => {
  const databases = testDatabases();

  async function setUp() {
    const knex = await databases.open(id);
    const clock = { now };
    const queue = new KnexCollectionQueue(knex, async () => clock.now);
    const lease = (at: Date, arn?: string) => {
      clock.now = at;
      return queue.lease({ limit: 10, arn });
    };
    const finish = (
      held: Lease,
      outcome: Omit<CollectionOutcome, 'dueAt'>,
      dueAt: Date,
      at: Date,
    ) => {
      clock.now = at;
      return queue.finish(held, { ...outcome, dueAt: () => dueAt });
    };
    const nextActiveIn = (at: Date, except: string[] = []) => {
      clock.now = at;
      return queue.nextActiveIn(except);
    };
    const store = new KnexRunStore(knex);
    return { knex, clock, queue, lease, finish, nextActiveIn, store };
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
    const { queue, lease, finish, store } = await setUp();
    await queue.addWorkflows([COVID_HIRING_ARN]);
    const [held] = await lease(now);
    const finished = await finish(
      held,
      { definition: DEFINITION, lastRunId: 'wr_1' },
      later(60),
      later(1),
    );
    expect(finished).toBe(true);
    expect(await store.getWorkflows([COVID_HIRING_ARN])).toEqual([
      {
        arn: COVID_HIRING_ARN,
        signalKey: expect.stringMatching(/^[0-9a-f-]{36}$/),
        definition: DEFINITION,
        lastRunId: 'wr_1',
        collectedAt: '2026-11-21T10:00:01.000Z',
        attemptedAt: '2026-11-21T10:00:01.000Z',
        definitionReadAt: '2026-11-21T10:00:01.000Z',
        failures: 0,
        missing: false,
      },
    ]);
    expect(await lease(later(59))).toEqual([]);
    const [again] = await lease(later(60));
    expect(
      await finish(
        again,
        { definition: DEFINITION, lastRunId: 'wr_1' },
        later(120),
        later(61),
      ),
    ).toBe(false);
  });

  it('gives each workflow a key of its own for signals, and keeps it', async () => {
    const { queue, store } = await setUp();
    const arns = [COVID_HIRING_ARN, FLIGHT_DELAYS_ARN];
    const keys = async () =>
      (await store.getWorkflows(arns)).map(({ signalKey }) => signalKey);
    await queue.addWorkflows(arns);
    const before = await keys();
    expect(new Set(before).size).toBe(2);
    await queue.setWantedWorkflows([]);
    await queue.addWorkflows(arns);
    expect(await keys()).toEqual(before);
  });

  it('keeps the last known state beside an error, and counts failures', async () => {
    const { queue, lease, finish, store } = await setUp();
    await queue.addWorkflows([COVID_HIRING_ARN]);
    const [first] = await lease(now);
    await finish(first, { definition: DEFINITION }, later(10), now);
    const fail = async (at: Date) => {
      const [held] = await lease(at);
      return finish(held, { error: 'AWS throttles' }, later(0), at);
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
    const recovered = await finish(
      held,
      { definition: DEFINITION },
      later(60),
      later(30),
    );
    expect(recovered).toBe(true);
    const [healthy] = await store.getWorkflows([COVID_HIRING_ARN]);
    expect(healthy.failures).toBe(0);
    expect(healthy.collectionError).toBeUndefined();
  });

  it('stores an error with NUL, which Postgres does not take', async () => {
    const { queue, lease, finish, store } = await setUp();
    await queue.addWorkflows([COVID_HIRING_ARN]);
    const [held] = await lease(now);
    await finish(held, { error: 'a\0b' }, later(1), now);
    const [workflow] = await store.getWorkflows([COVID_HIRING_ARN]);
    expect(workflow.collectionError).toBe('a\uFFFDb');
  });

  it('passes the lease of a holder that died to the next, and ignores the late one', async () => {
    const { queue, lease, finish, store } = await setUp();
    await queue.addWorkflows([COVID_HIRING_ARN]);
    const [dead] = await lease(now);
    expect(await lease(later(29))).toEqual([]);
    const [next] = await lease(later(30));
    expect(next.workflow.arn).toBe(COVID_HIRING_ARN);
    expect(await queue.renew([dead, next])).toEqual(new Set([next.id]));
    expect(
      await finish(dead, { definition: DEFINITION }, later(300), later(31)),
    ).toBe(false);
    const [workflow] = await store.getWorkflows([COVID_HIRING_ARN]);
    expect(workflow.collectedAt).toBeUndefined();
  });

  it('prolongs a lease for as long as it is renewed', async () => {
    const { clock, queue, lease } = await setUp();
    await queue.addWorkflows([COVID_HIRING_ARN]);
    const held = await lease(now);
    clock.now = later(20);
    await queue.renew(held);
    expect(await lease(later(49))).toEqual([]);
    expect(await lease(later(50))).toHaveLength(1);
  });

  it('takes the time from the database: a replica whose clock is wrong steals nothing', async () => {
    const { knex } = await setUp();
    const right = new KnexCollectionQueue(knex);
    await right.addWorkflows([COVID_HIRING_ARN]);
    const [held] = await right.lease({ limit: 1 });
    jest.useFakeTimers({
      now: Date.now() + 3_600_000,
      doNotFake: [...NOT_THE_DATE],
    });
    try {
      const wrong = new KnexCollectionQueue(knex);
      expect(await wrong.lease({ limit: 1 })).toEqual([]);
      await right.finish(held, {
        definition: DEFINITION,
        active: true,
        dueAt: at => new Date(at.getTime() + 15_000),
      });
      expect(await wrong.lease({ limit: 1 })).toEqual([]);
      expect(await wrong.nextActiveIn([])).toBeGreaterThan(5_000);
    } finally {
      jest.useRealTimers();
    }
  });

  it('gives a requested workflow before it is due, also after one that was under way', async () => {
    const { queue, lease, finish } = await setUp();
    await queue.addWorkflows([COVID_HIRING_ARN]);
    const [held] = await lease(now);
    await queue.requestCollection(COVID_HIRING_ARN);
    expect(await lease(now, COVID_HIRING_ARN)).toEqual([]);
    await finish(held, { definition: DEFINITION }, later(600), now);
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
    const { queue, lease, finish, nextActiveIn } = await setUp();
    expect(await nextActiveIn(now)).toBeUndefined();
    await queue.addWorkflows([COVID_HIRING_ARN, FLIGHT_DELAYS_ARN]);
    for (const held of await lease(now)) {
      const active = held.workflow.arn === COVID_HIRING_ARN;
      await finish(
        held,
        { definition: DEFINITION, active },
        later(active ? 15 : 5),
        now,
      );
    }
    expect(await nextActiveIn(now)).toBe(15_000);
    expect(await nextActiveIn(later(20))).toBe(0);
    expect(await nextActiveIn(now, [LOCATION])).toBeUndefined();
    await lease(later(15), COVID_HIRING_ARN);
    expect(await nextActiveIn(later(15))).toBe(30_000);
  });

  it('leases the workflows of one account and region', async () => {
    const { clock, queue, lease } = await setUp();
    const elsewhere = FLIGHT_DELAYS_ARN.replace('us-east-1', 'eu-west-1');
    await queue.addWorkflows([COVID_HIRING_ARN, elsewhere]);
    expect((await queue.dueLocations()).sort()).toEqual([
      'arn:aws:glue:eu-west-1:000000000000',
      LOCATION,
    ]);
    const leased = await queue.lease({ limit: 10, location: LOCATION });
    expect(leased.map(held => held.workflow.arn)).toEqual([COVID_HIRING_ARN]);
    await lease(now);
    expect(await queue.dueLocations()).toEqual([]);
    clock.now = later(60);
    expect(await queue.dueLocations()).toHaveLength(2);
  });
});
