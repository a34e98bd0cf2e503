import { isActiveRunStatus } from '@glue-pipelines/backstage-plugin-common';
import {
  collectedRun,
  COVID_HIRING_ARN,
  FLIGHT_DELAYS_ARN,
} from '../__testUtils__/runs';
import { testDatabases } from '../__testUtils__/databases';
import { KnexCollectionQueue } from './KnexCollectionQueue';
import { KnexRunStore } from './KnexRunStore';

jest.setTimeout(60_000);

describe.each(testDatabases().ids)('KnexRunStore, %s', id => {
  const databases = testDatabases();

  async function setUp() {
    const knex = await databases.open(id);
    await new KnexCollectionQueue(knex).addWorkflows([
      COVID_HIRING_ARN,
      FLIGHT_DELAYS_ARN,
    ]);
    return { knex, store: new KnexRunStore(knex) };
  }

  it('gives back what was stored, with what follows from it', async () => {
    const { store } = await setUp();
    expect(await store.saveRun(collectedRun())).toBe(true);
    const { active, detailed, ...run } = collectedRun();
    expect(await store.getRun(COVID_HIRING_ARN, 'wr_1')).toEqual({
      detailed: true,
      run: { ...run, durationSeconds: 20 },
    });
    expect(await store.getRun(COVID_HIRING_ARN, 'wr_2')).toBeUndefined();
    expect(await store.getRun(FLIGHT_DELAYS_ARN, 'wr_1')).toBeUndefined();
  });

  it('stores and looks for texts with NUL, which Postgres does not take', async () => {
    const { store } = await setUp();
    const [start, job] = collectedRun().graph.nodes;
    await store.saveRun(
      collectedRun({
        errorMessage: 'a\0b',
        failure: { nodeName: 'load', message: 'c\0d' },
        properties: { day: 'e\0f' },
        graph: { nodes: [start, { ...job, name: 'g\0h' }], edges: [] },
      }),
    );
    const stored = await store.getRun(COVID_HIRING_ARN, 'wr_1');
    expect(stored?.run).toMatchObject({
      errorMessage: 'a\uFFFDb',
      failure: { message: 'c\0d' },
      properties: { day: 'e\0f' },
    });
    expect(stored?.run.graph.nodes[1].name).toBe('g\0h');
    expect(await store.getRun(COVID_HIRING_ARN, 'wr_1\0')).toBeUndefined();
    expect(await store.getRun('a\0b', 'wr_1')).toBeUndefined();
    expect(await store.getWorkflows(['a\0b'])).toEqual([]);
  });

  it('says whether a run is news', async () => {
    const { store } = await setUp();
    const running = collectedRun({
      health: 'running',
      rawStatus: 'RUNNING',
      completedAt: undefined,
      active: true,
    });
    expect(await store.saveRun(running)).toBe(true);
    expect(await store.saveRun(running)).toBe(false);

    const [start, job] = running.graph.nodes;
    const failed = {
      ...running,
      graph: {
        ...running.graph,
        nodes: [start, { ...job, state: 'failed' as const }],
      },
    };
    expect(await store.saveRun(failed)).toBe(true);
    expect(await store.saveRun(failed)).toBe(false);
    const stored = await store.getRun(COVID_HIRING_ARN, 'wr_1');
    expect(stored?.run.graph.nodes.map(node => node.state)).toEqual([
      'succeeded',
      'failed',
    ]);
  });

  it.each([
    ['RUNNING', 'COMPLETED', true],
    ['RUNNING', 'STOPPING', true],
    ['STOPPING', 'STOPPED', true],
    ['STOPPING', 'RUNNING', false],
    ['COMPLETED', 'RUNNING', false],
    ['COMPLETED', 'STOPPING', false],
    ['STOPPED', 'RUNNING', false],
    ['ERROR', 'RUNNING', false],
  ])('of a run that is %s, %s is news: %p', async (before, after, news) => {
    const { store } = await setUp();
    const observed = (rawStatus: string) =>
      collectedRun({ rawStatus, active: isActiveRunStatus(rawStatus) });
    await store.saveRun(observed(before));
    expect(await store.saveRun(observed(after))).toBe(news);
    const stored = await store.getRun(COVID_HIRING_ARN, 'wr_1');
    expect(stored?.run.rawStatus).toBe(news ? after : before);
  });

  it('takes up a run again that Glue had seemed to forget', async () => {
    const { store } = await setUp();
    const running = { rawStatus: 'RUNNING', health: 'running' as const };
    await store.saveRun(
      collectedRun({ ...running, health: 'failed', active: false }),
    );
    expect(
      await store.saveRun(collectedRun({ ...running, active: true })),
    ).toBe(true);
  });

  it('does not forget a graph when only the list of runs is read', async () => {
    const { store } = await setUp();
    await store.saveRun(collectedRun());
    expect(
      await store.saveRun(
        collectedRun({ detailed: false, graph: { nodes: [], edges: [] } }),
      ),
    ).toBe(false);
    const stored = await store.getRun(COVID_HIRING_ARN, 'wr_1');
    expect(stored?.run.graph.nodes).toHaveLength(2);
  });

  it('stores a graph once for all runs that have it, and the one each run had', async () => {
    const { store, knex } = await setUp();
    const [start, job] = collectedRun().graph.nodes;
    await store.saveRun(collectedRun({ id: 'wr_1' }));
    await store.saveRun(collectedRun({ id: 'wr_2', health: 'failed' }));
    expect(await knex('graphs')).toHaveLength(1);

    const changed = {
      nodes: [
        { ...start, trigger: { type: 'EVENT' as const, state: 'CREATED' } },
        job,
      ],
      edges: [],
    };
    await store.saveRun(collectedRun({ id: 'wr_3', graph: changed }));
    expect(await knex('graphs')).toHaveLength(2);
    const triggerOf = async (runId: string) =>
      (await store.getRun(COVID_HIRING_ARN, runId))?.run.graph.nodes[0].trigger
        ?.type;
    expect(await triggerOf('wr_2')).toBe('ON_DEMAND');
    expect(await triggerOf('wr_3')).toBe('EVENT');
  });

  it('stores what a list has, once, and knows which graphs are to be read', async () => {
    const { store } = await setUp();
    await store.saveRun(collectedRun({ id: 'wr_1' }));
    const listed = ['wr_1', 'wr_2', 'wr_3'].map(runId =>
      collectedRun({
        id: runId,
        detailed: false,
        graph: { nodes: [], edges: [] },
      }),
    );
    const save = () =>
      store.saveListed(COVID_HIRING_ARN, listed, new Set(['wr_1', 'wr_3']));
    expect(await save()).toEqual(new Set(['wr_2', 'wr_3']));
    expect(await save()).toEqual(new Set());
    const due = async () =>
      (await store.openRuns(COVID_HIRING_ARN, new Date(), 10)).due;
    expect(await due()).toEqual(['wr_3']);

    await store.recordReadError(COVID_HIRING_ARN, 'wr_3', 'not now');
    expect(await due()).toEqual([]);
  });

  it('ends a run whose graph cannot be read, and keeps the graph that it had', async () => {
    const { store } = await setUp();
    await store.saveRun(
      collectedRun({ rawStatus: 'RUNNING', health: 'running', active: true }),
    );
    const ended = collectedRun({
      detailed: false,
      graph: { nodes: [], edges: [] },
    });
    expect(await store.saveRun(ended)).toBe(true);
    const stored = await store.getRun(COVID_HIRING_ARN, 'wr_1');
    expect(stored?.run.rawStatus).toBe('COMPLETED');
    expect(stored?.run.graph.nodes).toHaveLength(2);
    const open = await store.openRuns(COVID_HIRING_ARN, new Date(), 10);
    expect(open.active).toEqual([]);
    expect(open.due).toEqual(['wr_1']);
  });

  it('lists runs newest first and knows which can still change', async () => {
    const { store } = await setUp();
    for (const [run, hour, active] of [
      ['wr_b', '08', false],
      ['wr_c', '12', true],
      ['wr_a', '10', false],
    ] as const) {
      await store.saveRun(
        collectedRun({
          id: run,
          startedAt: `2026-11-21T${hour}:00:00.000Z`,
          active,
        }),
      );
    }
    const ids = async (limit: number) =>
      (await store.listRuns(COVID_HIRING_ARN, limit)).map(run => run.id);
    expect(await ids(25)).toEqual(['wr_c', 'wr_a', 'wr_b']);
    expect(await ids(2)).toEqual(['wr_c', 'wr_a']);
    expect((await store.lastRun(COVID_HIRING_ARN))?.id).toBe('wr_c');
    expect(await store.lastRun(FLIGHT_DELAYS_ARN)).toBeUndefined();
    const open = await store.openRuns(COVID_HIRING_ARN, new Date(0), 10);
    expect(open.active.map(run => run.id)).toEqual(['wr_c']);
  });

  it('keeps a run without a start where it was first seen', async () => {
    const { store } = await setUp();
    await store.saveRun(collectedRun({ id: 'wr_new', startedAt: undefined }));
    await store.saveRun(collectedRun({ id: 'wr_old' }));
    const [first] = await store.listRuns(COVID_HIRING_ARN, 1);
    expect(first).toMatchObject({ id: 'wr_new', startedAt: undefined });
    expect(first.durationSeconds).toBeUndefined();
  });

  describe('who started a run', () => {
    const start = {
      workflowArn: COVID_HIRING_ARN,
      runId: 'wr_1',
      startedBy: 'user:default/ada',
      at: new Date('2026-11-21T10:00:00Z'),
    };

    it('is known when the run is stored later; until then the run is announced', async () => {
      const { store } = await setUp();
      const announced = async (since: string) =>
        (await store.openRuns(COVID_HIRING_ARN, new Date(since), 10)).announced;
      await store.recordStart(start);
      expect(await store.listRuns(COVID_HIRING_ARN, 1)).toEqual([]);
      expect(await announced('2026-11-21T09:59:00Z')).toEqual(['wr_1']);
      expect(await announced('2026-11-21T10:01:00Z')).toEqual([]);

      await store.saveRun(collectedRun());
      const [run] = await store.listRuns(COVID_HIRING_ARN, 1);
      expect(run.startedBy).toBe('user:default/ada');
      expect(await announced('2026-11-21T09:59:00Z')).toEqual([]);
    });

    it('is known when the run was stored before', async () => {
      const { store } = await setUp();
      await store.saveRun(collectedRun());
      await store.recordStart(start);
      const [run] = await store.listRuns(COVID_HIRING_ARN, 1);
      expect(run.startedBy).toBe('user:default/ada');
    });
  });
});
