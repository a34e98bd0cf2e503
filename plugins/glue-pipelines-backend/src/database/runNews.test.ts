import { collectedRun, COVID_HIRING_ARN } from '../__testUtils__/runs';
import { testDatabases } from '../__testUtils__/databases';
import { RunChange } from '../changes/RunChange';
import { KnexCollectionQueue } from './KnexCollectionQueue';
import { KnexRunStore } from './KnexRunStore';
import { CollectedRun } from './RunStore';

jest.setTimeout(60_000);

const MINUTE_MS = 60_000;
const [start, job] = collectedRun().graph.nodes;
const RUNNING = {
  rawStatus: 'RUNNING',
  health: 'running',
  active: true,
} as const;
const FAILED = {
  health: 'failed',
  failure: { nodeName: 'load', message: 'MemoryError' },
} as const;

/** A run that began some minutes ago and lasted one. */
function runOf(
  id: string,
  minutesAgo: number,
  some: Partial<CollectedRun> = {},
) {
  const at = (minutes: number) =>
    new Date(Date.now() - minutes * MINUTE_MS).toISOString();
  return collectedRun({
    id,
    startedAt: at(minutesAgo),
    completedAt: some.active ? undefined : at(minutesAgo - 1),
    ...some,
  });
}

describe.each(testDatabases().ids)('changes of runs, %s', id => {
  const databases = testDatabases();

  async function setUp() {
    const knex = await databases.open(id);
    await new KnexCollectionQueue(knex).addWorkflows([COVID_HIRING_ARN]);
    const changes: RunChange[] = [];
    const replica = () =>
      new KnexRunStore(knex, change => changes.push(change));
    const told = () =>
      changes
        .splice(0)
        .map(({ runId, before, after }) => [runId, before, after]);
    return { knex, changes, told, replica, store: replica() };
  }

  it('are told once each, with what was before', async () => {
    const { store, changes, told } = await setUp();
    const running = runOf('wr_1', 10, RUNNING);
    await store.saveRun(running);
    await store.saveRun(running);
    expect(told()).toEqual([['wr_1', undefined, 'running']]);

    const ended = runOf('wr_1', 10, {
      ...FAILED,
      startedAt: running.startedAt,
    });
    await store.saveRun(ended);
    await store.saveRun(ended);
    // What was observed earlier and comes late is no news.
    await store.saveRun(running);
    expect(changes).toEqual([
      {
        workflowArn: COVID_HIRING_ARN,
        runId: 'wr_1',
        before: 'running',
        after: 'failed',
        previous: undefined,
        superseded: false,
        at: expect.stringMatching(/Z$/),
        startedAt: ended.startedAt,
        completedAt: ended.completedAt,
        failure: {
          message: 'MemoryError',
          nodeName: 'load',
          cause: expect.objectContaining({ id: 'out-of-memory' }),
        },
      },
    ]);
  });

  it('are told by one of the replicas that see them at once', async () => {
    const { replica, told } = await setUp();
    const replicas = Array.from({ length: 5 }, replica);
    for (const run of [runOf('wr_1', 10, RUNNING), runOf('wr_1', 10, FAILED)]) {
      await Promise.all(replicas.map(store => store.saveRun(run)));
    }
    expect(told()).toEqual([
      ['wr_1', undefined, 'running'],
      ['wr_1', 'running', 'failed'],
    ]);
  });

  it('say how the workflow was, and whether it has gone on', async () => {
    const { store, changes } = await setUp();
    await store.saveRun(runOf('wr_1', 50, FAILED));
    await store.saveRun(
      runOf('wr_2', 40, { rawStatus: 'STOPPED', health: 'stopped' }),
    );
    await store.saveRun(runOf('wr_4', 20));
    await store.saveRun(runOf('wr_3', 30));
    expect(
      changes.map(({ runId, previous, superseded }) => [
        runId,
        previous,
        superseded,
      ]),
    ).toEqual([
      ['wr_1', undefined, false],
      ['wr_2', 'failed', false],
      ['wr_4', 'failed', false],
      ['wr_3', 'failed', true],
    ]);
  });

  it('are not told of the past: the first list, and what ended long ago', async () => {
    const { store, told } = await setUp();
    const listed = [
      runOf('wr_active', 5, { ...RUNNING, detailed: false }),
      runOf('wr_old', 10, { health: 'unknown', detailed: false }),
    ];
    await store.saveListed(
      COVID_HIRING_ARN,
      listed,
      new Set(),
      new Set(['wr_active', 'wr_old']),
    );
    await store.saveRun(runOf('wr_old', 10, FAILED));
    await store.saveRun(runOf('wr_active', 5, RUNNING));
    await store.saveRun(runOf('wr_ancient', 25 * 60, FAILED));
    await store.saveRun(
      runOf('wr_ancient', 25 * 60, { ...FAILED, health: 'partially-failed' }),
    );
    expect(told()).toEqual([]);

    // What goes on while it is found is news once it ends.
    await store.saveRun(runOf('wr_active', 5));
    expect(told()).toEqual([['wr_active', 'running', 'succeeded']]);
  });

  it('are told of later lists once it is known what became of the run', async () => {
    const { store, told } = await setUp();
    const listed = runOf('wr_1', 10, { health: 'unknown', detailed: false });
    await store.saveListed(COVID_HIRING_ARN, [listed], new Set(['wr_1']));
    await store.saveRun(listed);
    expect(told()).toEqual([]);
    await store.saveRun(runOf('wr_1', 10, FAILED));
    expect(told()).toEqual([['wr_1', undefined, 'failed']]);
  });

  it('wait for a retry that Glue has begun by itself', async () => {
    const { knex, store, told } = await setUp();
    const withLoad = (rawStates: string[], state: typeof job.state) => ({
      nodes: [
        start,
        {
          ...job,
          name: 'load',
          state,
          attempts: rawStates.map((rawState, attempt) => ({
            attempt,
            rawState,
          })),
        },
      ],
      edges: [],
    });
    const retried = runOf('wr_1', 10, {
      ...FAILED,
      graph: withLoad(['FAILED', 'RUNNING'], 'running'),
    });
    await store.saveRun(retried);
    expect(told()).toEqual([]);
    // It is read again although it has ended.
    expect((await knex('runs').first()).read_due_at).not.toBeNull();

    await store.saveRun({
      ...retried,
      health: 'succeeded',
      failure: undefined,
      graph: withLoad(['FAILED', 'SUCCEEDED'], 'succeeded'),
    });
    expect(told()).toEqual([['wr_1', undefined, 'succeeded']]);
    expect((await knex('runs').first()).read_due_at).toBeNull();
  });
});
