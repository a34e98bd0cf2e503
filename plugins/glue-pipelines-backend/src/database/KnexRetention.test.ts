import { testDatabases } from '../__testUtils__/databases';
import {
  collectedRun,
  COVID_HIRING_ARN,
  FLIGHT_DELAYS_ARN,
} from '../__testUtils__/runs';
import { KnexCollectionQueue } from './KnexCollectionQueue';
import { KnexRetention, RetentionRules } from './KnexRetention';
import { KnexRunStore } from './KnexRunStore';

jest.setTimeout(60_000);

const DAY_MS = 24 * 60 * 60_000;
const now = new Date('2026-11-21T10:00:00Z');
const daysAgo = (days: number) =>
  new Date(now.getTime() - days * DAY_MS).toISOString();

describe.each(testDatabases().ids)('KnexRetention, %s', id => {
  const databases = testDatabases();

  async function setUp() {
    const knex = await databases.open(id);
    const clock = { now };
    const time = async () => clock.now;
    const queue = new KnexCollectionQueue(knex, time);
    const store = new KnexRunStore(knex);
    const retention = new KnexRetention(knex, time);
    await queue.addWorkflows([COVID_HIRING_ARN, FLIGHT_DELAYS_ARN]);
    const prune = (rules: Partial<RetentionRules> = {}) =>
      retention.prune({
        runsToKeep: 1000,
        keepRunsForMs: 365 * DAY_MS,
        keepUnnamedForMs: 30 * DAY_MS,
        ...rules,
      });
    /** Runs of a workflow that nobody looks at, one a day. */
    const addRuns = async (count: number, arn = COVID_HIRING_ARN) => {
      const runs = Array.from({ length: count }, (_, day) =>
        collectedRun({
          id: `wr_${day}`,
          workflowArn: arn,
          startedAt: daysAgo(day),
          detailed: false,
          graph: { nodes: [], edges: [] },
        }),
      );
      await store.saveListed(arn, runs, new Set());
    };
    const ids = async (arn = COVID_HIRING_ARN) =>
      (await store.listRuns(arn, 2_000)).map(run => run.id);
    return { knex, clock, queue, store, prune, addRuns, ids };
  }

  it('keeps the newest ended runs of each workflow, and active ones', async () => {
    const { store, prune, addRuns, ids } = await setUp();
    await addRuns(5);
    await addRuns(2, FLIGHT_DELAYS_ARN);
    await store.saveRun(
      collectedRun({
        id: 'wr_active',
        rawStatus: 'RUNNING',
        active: true,
        startedAt: daysAgo(9),
      }),
    );
    await prune({ runsToKeep: 3 });
    expect(await ids()).toEqual(['wr_0', 'wr_1', 'wr_2', 'wr_active']);
    expect(await ids(FLIGHT_DELAYS_ARN)).toHaveLength(2);
  });

  it('forgets old runs, batch by batch, of workflows that nothing happens to', async () => {
    const { prune, addRuns, ids } = await setUp();
    await addRuns(1_300);
    await prune({ runsToKeep: 10_000, keepRunsForMs: 100 * DAY_MS });
    expect(await ids()).toHaveLength(101);
  });

  it('forgets workflows that no entity has named for long, with all they have', async () => {
    const { knex, clock, queue, store, prune, addRuns } = await setUp();
    await addRuns(600);
    await store.saveRun(collectedRun({ id: 'wr_graph' }));
    await queue.setWantedWorkflows([FLIGHT_DELAYS_ARN]);
    clock.now = new Date(now.getTime() + 29 * DAY_MS);
    await prune({ keepRunsForMs: 9_999 * DAY_MS });
    expect(await store.getWorkflows([COVID_HIRING_ARN])).toHaveLength(1);

    clock.now = new Date(now.getTime() + 31 * DAY_MS);
    await prune();
    expect(await store.getWorkflows([COVID_HIRING_ARN])).toEqual([]);
    for (const table of ['runs', 'graphs', 'run_starts']) {
      expect(await knex(table)).toEqual([]);
    }
    expect(await store.getWorkflows([FLIGHT_DELAYS_ARN])).toHaveLength(1);
  });

  it('begins to count anew when a workflow is named again', async () => {
    const { clock, queue, store, prune } = await setUp();
    await queue.setWantedWorkflows([]);
    clock.now = new Date(now.getTime() + 20 * DAY_MS);
    await queue.addWorkflows([COVID_HIRING_ARN]);
    await queue.setWantedWorkflows([]);
    clock.now = new Date(now.getTime() + 40 * DAY_MS);
    await prune();
    expect(await store.getWorkflows([COVID_HIRING_ARN])).toHaveLength(1);
    expect(await store.getWorkflows([FLIGHT_DELAYS_ARN])).toEqual([]);
  });

  it('forgets graphs that no run has any more', async () => {
    const { knex, store, prune } = await setUp();
    await store.saveRun(collectedRun({ id: 'wr_new', startedAt: daysAgo(1) }));
    await store.saveRun(
      collectedRun({
        id: 'wr_old',
        startedAt: daysAgo(400),
        graph: { nodes: collectedRun().graph.nodes, edges: [] },
      }),
    );
    await prune();
    // It was stored a moment ago.
    expect(await knex('graphs')).toHaveLength(2);

    await store.saveRun(
      collectedRun({ id: 'wr_old', startedAt: daysAgo(400) }),
    );
    await knex('graphs').update({ used_at: daysAgo(2) });
    await prune();
    expect(await knex('graphs')).toHaveLength(1);
    const kept = await store.getRun(COVID_HIRING_ARN, 'wr_new');
    expect(kept?.run.graph.nodes).toHaveLength(2);
  });
});
