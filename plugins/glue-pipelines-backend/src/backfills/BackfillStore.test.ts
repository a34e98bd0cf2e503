import { testDatabases } from '../__testUtils__/databases';
import { COVID_HIRING_ARN, FLIGHT_DELAYS_ARN } from '../__testUtils__/runs';
import { BackfillStore, forgetBackfills } from './BackfillStore';

jest.setTimeout(60_000);

const databases = testDatabases();
const ENTITY = 'component:default/covid-hiring';
const backfill = {
  workflowArn: COVID_HIRING_ARN,
  entityRef: ENTITY,
  property: 'day',
  values: Array.from({ length: 366 }, (_, i) => `day ${i}\0`),
  properties: { mode: 'full' },
  atOnce: 2,
  startedBy: 'user:default/ada',
};

describe.each(databases.ids)('backfills on %s', id => {
  const open = async (clock?: () => Promise<Date>) => {
    const knex = await databases.open(id);
    return { knex, store: new BackfillStore(knex, clock) };
  };

  it('goes on once for each workflow, of ten that come at once', async () => {
    const { store } = await open();
    const ids = await Promise.all(
      Array.from({ length: 10 }, () => store.create(backfill)),
    );
    const [made, ...others] = ids.filter(Boolean);
    expect(others).toEqual([]);
    expect(
      await store.create({ ...backfill, workflowArn: FLIGHT_DELAYS_ARN }),
    ).toBeDefined();
    const [stored] = await store.open(COVID_HIRING_ARN);
    const { values: _, ...rest } = backfill;
    expect(stored).toMatchObject({ id: made, ...rest });
    const items = await store.items(stored);
    expect(items).toHaveLength(366);
    expect(items[11]).toEqual({ position: 11, value: 'day 11\uFFFD' });

    expect(await store.end(made!, { stoppedBy: 'user:default/bob' })).toBe(
      true,
    );
    expect(await store.end(made!, { problem: 'late' })).toBe(false);
    expect(await store.create(backfill)).toBeDefined();
    expect(await store.list(ENTITY, COVID_HIRING_ARN, 5)).toMatchObject([
      { startedBy: 'user:default/ada' },
      { id: made, stoppedBy: 'user:default/bob' },
    ]);
    expect(
      await store.list('component:default/x', COVID_HIRING_ARN, 5),
    ).toEqual([]);
  });

  it('is in the hands of one replica, until that has been gone for long', async () => {
    let now = new Date('2026-11-29T10:00:00Z');
    const { store } = await open(async () => now);
    const made = (await store.create(backfill))!;
    const taken = await Promise.all(
      Array.from({ length: 5 }, () => store.take(made)),
    );
    expect(taken.filter(Boolean)).toHaveLength(1);
    await store.release(made);
    expect(await store.take(made)).toBe(true);
    expect(await store.take(made)).toBe(false);
    now = new Date('2026-11-29T10:05:01Z');
    expect(await store.take(made)).toBe(true);
    await store.end(made);
    now = new Date('2026-11-29T11:00:00Z');
    expect(await store.take(made)).toBe(false);
  });

  it('knows the runs of its values, and is forgotten with the workflow', async () => {
    const { knex, store } = await open();
    const made = (await store.create(backfill))!;
    await store.waits(made, 'Wait a minute');
    expect((await store.open())[0].problem).toBe('Wait a minute');
    await store.started(made, 0, 'wr_1');
    const [stored] = await store.open();
    expect(stored.problem).toBeUndefined();
    expect((await store.items(stored))[0].run).toEqual({
      id: 'wr_1',
      health: 'running',
    });
    await forgetBackfills(knex, COVID_HIRING_ARN, { before: '~', open: false });
    expect(await store.open()).toHaveLength(1);
    await forgetBackfills(knex, COVID_HIRING_ARN, { before: '~', open: true });
    expect(await store.open()).toEqual([]);
    expect(await knex('backfill_items')).toEqual([]);
  });
});
