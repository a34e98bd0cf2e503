import { testDatabases } from '../__testUtils__/databases';
import { collectedRun } from '../__testUtils__/runs';
import { KnexCollectionQueue } from './KnexCollectionQueue';
import { KnexRunStore } from './KnexRunStore';
import { WindowRuns } from './WindowRuns';

jest.setTimeout(60_000);

const arnOf = (name: string) =>
  `arn:aws:glue:us-east-1:000000000000:workflow/${name}`;
const window = {
  from: '2026-11-27T18:00:00.000Z',
  to: '2026-11-28T08:00:00.000Z',
};

describe.each(testDatabases().ids)('runs in a window, on %s', id => {
  const databases = testDatabases();

  async function setUp() {
    const knex = await databases.open(id);
    const store = new KnexRunStore(knex);
    const names = ['orders', 'clicks', 'idle'];
    await new KnexCollectionQueue(knex).addWorkflows(names.map(arnOf));
    const save = (
      name: string,
      runId: string,
      startedAt: string,
      some: Partial<Parameters<typeof collectedRun>[0]> = {},
    ) =>
      store.saveRun(
        collectedRun({
          workflowArn: arnOf(name),
          id: runId,
          startedAt,
          ...some,
        }),
      );
    const ended = (completedAt: string) => ({ completedAt });
    const going = {
      active: true,
      health: 'running' as const,
      rawStatus: 'RUNNING' as const,
      completedAt: undefined,
    };
    await save(
      'orders',
      'before',
      '2026-11-27T17:00:00.000Z',
      ended('2026-11-27T17:59:00.000Z'),
    );
    await save(
      'orders',
      'into',
      '2026-11-27T17:30:00.000Z',
      ended('2026-11-27T18:10:00.000Z'),
    );
    await save('orders', 'inside', '2026-11-27T20:00:00.000Z', {
      ...ended('2026-11-27T20:10:00.000Z'),
      health: 'failed',
    });
    await save(
      'orders',
      'after',
      '2026-11-28T08:00:00.000Z',
      ended('2026-11-28T08:10:00.000Z'),
    );
    await save('clicks', 'for-days', '2026-11-24T08:00:00.000Z', going);
    await save('clicks', 'since-yesterday', '2026-11-27T10:00:00.000Z', going);
    await save(
      'idle',
      'long-ago',
      '2026-11-20T08:00:00.000Z',
      ended('2026-11-20T08:10:00.000Z'),
    );
    return new WindowRuns(knex);
  }

  it('are counted by workflow and what became of them', async () => {
    const runs = await setUp();
    const counts = await runs.count(
      ['orders', 'clicks', 'idle', 'unheard-of'].map(arnOf),
      window,
    );
    expect(Object.fromEntries(counts)).toEqual({
      [arnOf('orders')]: { succeeded: 1, failed: 1 },
      [arnOf('clicks')]: { running: 2 },
    });
  });

  it('are the newest of each workflow, newest first', async () => {
    const runs = await setUp();
    const found = await runs.newest(
      ['orders', 'clicks', 'idle'].map(arnOf),
      window,
      200,
    );
    const idsOf = (name: string) => found.get(arnOf(name))?.map(run => run.id);
    expect(idsOf('orders')).toEqual(['inside', 'into']);
    expect(idsOf('clicks')).toEqual(['since-yesterday', 'for-days']);
    expect(idsOf('idle')).toBeUndefined();
    expect(found.get(arnOf('orders'))?.[0]).toEqual({
      id: 'inside',
      health: 'failed',
      startedAt: '2026-11-27T20:00:00.000Z',
      durationSeconds: 600,
    });
    const one = await runs.newest(['clicks', 'orders'].map(arnOf), window, 1);
    expect(
      [...one.values()]
        .flat()
        .map(run => run.id)
        .sort(),
    ).toEqual(['inside', 'since-yesterday']);
  });
});
