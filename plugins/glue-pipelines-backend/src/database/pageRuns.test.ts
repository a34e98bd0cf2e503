import { testDatabases } from '../__testUtils__/databases';
import { collectedRun, COVID_HIRING_ARN } from '../__testUtils__/runs';
import { KnexCollectionQueue } from './KnexCollectionQueue';
import { KnexRunConfigurations } from './KnexRunConfigurations';
import { KnexRunStore } from './KnexRunStore';
import { RunPosition, RunQuery } from './RunStore';

jest.setTimeout(60_000);

const databases = testDatabases();

/** Of the runs by number: names and values that JSON has to escape among them. */
const PROPERTIES: Record<number, Record<string, string>> = {
  1: { year: '2025' },
  2: { month: '1', year: '2025' },
  3: { year: '20251' },
  4: { 'a"year': '2025' },
  5: { note: '"year":"2025"' },
  6: { note: ',"year":"2025"', year: '2024' },
  7: { 'a"b': 'c\\d\n\u0000%_ü', month: '1' },
};

describe.each(databases.ids)('pages of runs, on %s', id => {
  const setUp = async () => (await setUpWithDatabase()).store;

  /** Nine runs, of which three at a time started in the same minute; every third failed. */
  async function setUpWithDatabase() {
    const knex = await databases.open(id);
    await new KnexCollectionQueue(knex).addWorkflows([COVID_HIRING_ARN]);
    const store = new KnexRunStore(knex);
    for (let i = 1; i <= 9; i++) {
      await store.saveRun(
        collectedRun({
          id: `wr_${i}`,
          health: i % 3 ? 'succeeded' : 'failed',
          startedAt: `2026-11-21T10:0${Math.ceil(i / 3)}:00.000Z`,
          properties: PROPERTIES[i] ?? {},
        }),
      );
    }
    for (const [i, startedBy] of [
      [2, 'user:default/jo'],
      [4, 'user:default/jo'],
      [5, 'user:default/kim'],
    ] as const) {
      await store.recordStart({
        workflowArn: COVID_HIRING_ARN,
        runId: `wr_${i}`,
        startedBy,
        at: new Date('2026-11-21T10:00:00.000Z'),
      });
    }
    return { knex, store };
  }

  async function idsOf(store: KnexRunStore, query: RunQuery) {
    const ids: string[][] = [];
    let after: RunPosition | undefined;
    do {
      const page = await store.pageRuns(COVID_HIRING_ARN, { ...query, after });
      ids.push(page.runs.map(run => run.id.slice(3)));
      after = page.last;
    } while (after);
    return ids;
  }

  it('follow each other without a gap or a run twice', async () => {
    const store = await setUp();
    expect(await idsOf(store, { limit: 4 })).toEqual([
      ['9', '8', '7', '6'],
      ['5', '4', '3', '2'],
      ['1'],
    ]);
    expect(await idsOf(store, { limit: 9 })).toHaveLength(1);
  });

  it.each<[string, Omit<RunQuery, 'limit'>, string[][]]>([
    ['health', { health: ['failed'] }, [['9', '6'], ['3']]],
    [
      'time',
      {
        startedFrom: '2026-11-21T10:02:00.000Z',
        startedBefore: '2026-11-21T10:03:00.000Z',
      },
      [['6', '5'], ['4']],
    ],
    ['user', { startedBy: 'user:default/jo' }, [['4', '2']]],
    ['anybody of the portal', { startedBy: 'portal' }, [['5', '4'], ['2']]],
    [
      'nobody of the portal',
      { startedBy: 'elsewhere', health: ['failed'] },
      [['9', '6'], ['3']],
    ],
    ['property', { properties: [['year', '2025']] }, [['2', '1']]],
    [
      'properties',
      {
        properties: [
          ['year', '2025'],
          ['month', '1'],
        ],
      },
      [['2']],
    ],
    [
      'a property of awkward letters',
      { properties: [['a"b', 'c\\d\n\u0000%_ü']] },
      [['7']],
    ],
    ['nothing that is there', { health: ['stopped'] }, [[]]],
  ])('are filtered by %s', async (_, filter, expected) => {
    const store = await setUp();
    expect(await idsOf(store, { limit: 2, ...filter })).toEqual(expected);
  });

  it('tell with which definitions they were made, and are filtered by that', async () => {
    const { knex, store } = await setUpWithDatabase();
    const configurations = new KnexRunConfigurations(knex);
    for (const [runId, glueVersion] of [
      ['wr_1', '5.0'],
      ['wr_2', '5.0'],
      ['wr_3', '5.1'],
    ]) {
      await configurations.saveArguments(COVID_HIRING_ARN, runId, {});
      await configurations.saveDefinitions(COVID_HIRING_ARN, runId, {
        load: { glueVersion, defaultArguments: {} },
      });
    }
    const { runs } = await store.pageRuns(COVID_HIRING_ARN, { limit: 9 });
    const versions = new Map(runs.map(run => [run.id, run.version]));
    expect(versions.get('wr_1')).toMatch(/^[A-Za-z0-9_-]{16}$/);
    expect(versions.get('wr_2')).toBe(versions.get('wr_1'));
    expect(versions.get('wr_3')).not.toBe(versions.get('wr_1'));
    expect(versions.get('wr_4')).toBeUndefined();
    expect(
      await idsOf(store, { limit: 9, version: versions.get('wr_1') }),
    ).toEqual([['2', '1']]);
  });

  it('come with their graphs where those are wanted', async () => {
    const store = await setUp();
    const { graph } = collectedRun();
    const { runs, last } = await store.pageGraphs(COVID_HIRING_ARN, {
      limit: 2,
    });
    expect(runs.map(run => [run.id, run.graph])).toEqual([
      ['wr_9', graph],
      ['wr_8', graph],
    ]);
    const next = await store.pageGraphs(COVID_HIRING_ARN, {
      limit: 9,
      after: last,
    });
    expect(next.runs).toHaveLength(7);
  });

  it('stay the same when a run begins meanwhile', async () => {
    const store = await setUp();
    const first = await store.pageRuns(COVID_HIRING_ARN, { limit: 4 });
    await store.saveRun(
      collectedRun({ id: 'wr_new', startedAt: '2026-11-21T11:00:00.000Z' }),
    );
    const second = await store.pageRuns(COVID_HIRING_ARN, {
      limit: 1,
      after: first.last,
    });
    expect(second.runs.map(run => run.id)).toEqual(['wr_5']);
  });
});
