import { Knex } from 'knex';
import { testDatabases } from '../__testUtils__/databases';
import {
  collectedRun,
  COVID_HIRING_ARN,
  FLIGHT_DELAYS_ARN,
} from '../__testUtils__/runs';
import { KnexCollectionQueue } from './KnexCollectionQueue';
import { KnexRetention } from './KnexRetention';
import { KnexRunStore } from './KnexRunStore';
import { MIGRATIONS } from './migrate';
import { CollectedRun } from './RunStore';
import { WorkflowSummaries } from './WorkflowSummaries';

jest.setTimeout(60_000);

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
/** Today at noon, so that all of an hour is on one day. */
const noon = new Date().setUTCHours(12, 0, 0, 0);
const at = (ms: number) => new Date(ms).toISOString();
const dayOf = (ms: number) => at(ms).slice(0, 10);

/** A run that took so many minutes, `hoursAgo` before noon. */
function run(
  id: string,
  hoursAgo: number,
  minutes: number,
  some: Partial<CollectedRun> & { dpuHours?: number } = {},
): CollectedRun {
  const { dpuHours, ...rest } = some;
  const start = noon - hoursAgo * HOUR_MS;
  const base = collectedRun();
  const [trigger, job] = base.graph.nodes;
  return {
    ...base,
    id,
    startedAt: at(start),
    completedAt: at(start + minutes * MINUTE_MS),
    graph: {
      ...base.graph,
      nodes: [
        trigger,
        { ...job, attempts: job.attempts.map(try_ => ({ ...try_, dpuHours })) },
      ],
    },
    ...rest,
  };
}

describe.each(testDatabases().ids)('summaries of workflows, %s', id => {
  const databases = testDatabases();

  async function setUp() {
    const knex = await databases.open(id);
    await new KnexCollectionQueue(knex).addWorkflows([
      COVID_HIRING_ARN,
      FLIGHT_DELAYS_ARN,
    ]);
    const summaries = new WorkflowSummaries(knex);
    return {
      knex,
      store: new KnexRunStore(knex),
      summaries,
      summary: async () => (await summaries.get([COVID_HIRING_ARN]))[0],
      recent: async () =>
        (await summaries.recentRuns([COVID_HIRING_ARN])).get(COVID_HIRING_ARN),
    };
  }

  it('of runs that had nothing to do: they succeed, and load nothing', async () => {
    const { store, summary, recent } = await setUp();
    const skipped = (runId: string) => ({
      properties: { 'glue-pipelines.io/skipped': `nothing-new ${runId}` },
    });
    await store.saveRun(run('wr_1', 9, 30));
    await store.saveRun(run('wr_2', 5, 1, skipped('wr_2')));
    await store.saveRun(run('wr_3', 3, 1, skipped('wr_3')));
    expect(await summary()).toMatchObject({
      lastHealth: 'succeeded',
      ended: 3,
      succeeded: 3,
      medianSeconds: 30 * 60,
      lastSuccessAt: at(noon - 3 * HOUR_MS + MINUTE_MS),
      lastLoadedAt: at(noon - 9 * HOUR_MS + 30 * MINUTE_MS),
    });
    expect((await recent())?.map(({ skipped: why }) => why)).toEqual([
      'nothing-new',
      'nothing-new',
      undefined,
    ]);
  });

  it('of workflows without runs, and of those that are not known', async () => {
    const { summaries, summary } = await setUp();
    expect(await summary()).toEqual({
      arn: COVID_HIRING_ARN,
      signalKey: expect.stringMatching(/^[0-9a-f-]{36}$/),
      defined: false,
      ended: 0,
      succeeded: 0,
      dpuDays: {},
      promises: {},
    });
    expect(await summaries.get(['arn:unknown'])).toEqual([]);
  });

  it('follow the runs that are stored', async () => {
    const { store, summary, recent } = await setUp();
    await store.saveRun(run('wr_1', 30, 10, { dpuHours: 0.5 }));
    await store.saveRun(run('wr_2', 3, 20, { dpuHours: 0.25 }));
    await store.saveRun(run('wr_3', 2, 90, { dpuHours: 0.25 }));
    await store.saveRun(
      run('wr_4', 1, 5, { health: 'partially-failed', dpuHours: 1 }),
    );
    const active = {
      rawStatus: 'RUNNING',
      health: 'running',
      active: true,
      completedAt: undefined,
    } as const;
    await store.saveRun(run('wr_5', 0, 0, active));
    expect(await summary()).toMatchObject({
      lastHealth: 'running',
      lastStartedAt: at(noon),
      lastSeconds: undefined,
      medianSeconds: 20 * 60,
      ended: 4,
      succeeded: 3,
      // It began before, and took longer.
      lastSuccessAt: at(noon - 30 * MINUTE_MS),
      dpuDays: { [dayOf(noon)]: 1.5, [dayOf(noon - 30 * HOUR_MS)]: 0.5 },
    });
    expect((await recent())?.map(({ id: runId }) => runId)).toEqual([
      'wr_5',
      'wr_4',
      'wr_3',
      'wr_2',
      'wr_1',
    ]);
    expect((await recent())?.[1]).toEqual({
      id: 'wr_4',
      health: 'partially-failed',
      startedAt: at(noon - HOUR_MS),
      durationSeconds: 300,
    });

    await store.saveRun(run('wr_5', 0, 40, { dpuHours: 2 }));
    expect(await summary()).toMatchObject({
      lastHealth: 'succeeded',
      lastSeconds: 40 * 60,
      medianSeconds: 30 * 60,
      ended: 5,
      succeeded: 4,
      lastSuccessAt: at(noon + 40 * MINUTE_MS),
      dpuDays: { [dayOf(noon)]: 3.5 },
    });
  });

  it('follow runs that are only listed, and forget what is forgotten', async () => {
    const { knex, store, summary, recent } = await setUp();
    const listed = Array.from({ length: 450 }, (_, i) =>
      run(`wr_${1000 + i}`, 500 - i, 10, {
        detailed: false,
        health: i < 440 ? 'succeeded' : 'failed',
        graph: { nodes: [], edges: [] },
      }),
    );
    await store.saveListed(COVID_HIRING_ARN, listed, new Set());
    expect(await recent()).toHaveLength(10);
    expect(await summary()).toMatchObject({
      lastHealth: 'failed',
      ended: 50,
      succeeded: 40,
      lastSuccessAt: at(noon - 61 * HOUR_MS + 10 * MINUTE_MS),
      dpuDays: {},
    });
    await new KnexRetention(knex).prune({
      runsToKeep: 3,
      keepRunsForMs: 9_999 * HOUR_MS,
      keepUnnamedForMs: HOUR_MS,
    });
    expect(await recent()).toHaveLength(3);
    expect(await summary()).toMatchObject({
      ended: 3,
      succeeded: 0,
      lastSuccessAt: undefined,
    });
  });

  it('keep what a run used when it is only listed again', async () => {
    const { store, summary } = await setUp();
    await store.saveRun(run('wr_1', 1, 10, { dpuHours: 2 }));
    await store.saveRun(
      run('wr_1', 1, 11, { detailed: false, graph: { nodes: [], edges: [] } }),
    );
    expect(await summary()).toMatchObject({ dpuDays: { [dayOf(noon)]: 2 } });
    const stored = await store.getRun(COVID_HIRING_ARN, 'wr_1');
    expect(stored?.run.dpuHours).toBe(2);
  });

  it('see all runs that are stored at once', async () => {
    const { store, summary } = await setUp();
    // Without graphs: runs of one graph wait for each other anyhow.
    const bare = { detailed: false, graph: { nodes: [], edges: [] } };
    await Promise.all(
      Array.from({ length: 40 }, (_, i) =>
        store.saveRun(run(`wr_${10 + i}`, 1 + i / 100, 10, bare)),
      ),
    );
    expect(await summary()).toMatchObject({ ended: 40, succeeded: 40 });
  });

  it('are made by the migration as the store makes them', async () => {
    const { knex, store } = await setUp();
    for (let i = 0; i < 60; i++) {
      await store.saveRun(
        run(`wr_${10 + i}`, 100 - i, 10 + i, {
          dpuHours: i % 3 ? i / 4 : undefined,
          health: i % 7 ? 'succeeded' : 'failed',
        }),
      );
    }
    const state = async () => ({
      summaries: (await rowsOf(knex, 'workflow_summaries')).filter(
        row => row.workflow_arn === COVID_HIRING_ARN,
      ),
      runs: (await rowsOf(knex, 'runs')).map(row => row.dpu_hours),
    });
    const stored = await state();
    expect(stored.summaries).toHaveLength(1);
    const directory = MIGRATIONS;
    const name = '20261128240000_workflow_summaries.js';
    const added = '20261129040000_last_loaded.js';
    await knex.migrate.down({ directory, name: added });
    await knex.migrate.down({ directory, name });
    expect(await knex.schema.hasTable('workflow_summaries')).toBe(false);
    await knex.migrate.up({ directory, name });
    await knex.migrate.up({ directory, name: added });
    expect(await state()).toEqual(stored);
  });
});

/** With JSON by its meaning: days come in no particular order. */
async function rowsOf(knex: Knex, table: 'runs' | 'workflow_summaries') {
  const rows = await knex(table).orderBy('workflow_arn');
  return rows
    .sort((a, b) => String(a.run_id).localeCompare(String(b.run_id)))
    .map(row => ({ ...row, dpu_days: JSON.parse(row.dpu_days ?? 'null') }));
}
