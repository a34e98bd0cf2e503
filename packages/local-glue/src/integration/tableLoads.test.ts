import { increments } from './__testUtils__/incrementalLoads';
import {
  aged,
  append,
  type Case,
  inFiles,
  merge,
  people,
} from './__testUtils__/loadCases';
import { Batch, batch, TableLoads } from './__testUtils__/TableLoads';
import { startTestServer, TestServer } from './__testUtils__/startTestServer';

jest.setTimeout(60_000);

const evolutions: Case[] = [
  {
    what: 'rows are replaced',
    loads: [
      { batch: people([1, 'ann'], [2, 'bob']) },
      { batch: people([2, 'bob'], [3, 'cid']) },
    ],
    columns: ['id', 'name'],
    rows: [
      [2, 'bob'],
      [3, 'cid'],
    ],
  },
  {
    what: 'a table is laid out by columns, and read by others',
    warehouse: {
      grants: [{ to: 'role', name: 'analysts' }],
      distribution: { style: 'key', column: 'id' },
      sortBy: ['name', 'id'],
    },
    loads: [{ batch: people([1, 'ann']) }, { batch: people([2, 'bob']) }],
    columns: ['id', 'name'],
    rows: [[2, 'bob']],
  },
  {
    what: 'other columns fail',
    loads: [
      { batch: people([1, 'ann']) },
      { batch: aged([1, 'ann', 30]), fails: /age is new in the result/ },
    ],
    columns: ['id', 'name'],
    rows: [[1, 'ann']],
  },
  {
    what: 'a new column is added',
    warehouse: { evolution: 'add-columns' },
    loads: [{ batch: people([1, 'ann']) }, { batch: aged([1, 'ann', 30]) }],
    columns: ['id', 'name', 'age'],
    rows: [[1, 'ann', 30]],
  },
  {
    what: 'a column that is gone stays, and is empty',
    warehouse: { evolution: 'add-columns' },
    loads: [
      { batch: aged([1, 'ann', 30]) },
      { batch: batch('id bigint, city string', [2, 'oslo']) },
    ],
    columns: ['id', 'name', 'age', 'city'],
    rows: [[2, null, null, 'oslo']],
  },
  {
    what: 'columns in other places are found by name',
    warehouse: { evolution: 'add-columns' },
    loads: [
      { batch: people([1, 'ann']) },
      { batch: batch('name string, id bigint', ['bob', 2]) },
    ],
    columns: ['id', 'name'],
    rows: [[2, 'bob']],
  },
  {
    what: 'a column of another type is not added',
    warehouse: { evolution: 'add-columns' },
    loads: [
      { batch: people([1, 'ann']) },
      {
        batch: batch('id string, name string, age int', ['x', 'ann', 30]),
        fails: /id is BIGINT in the table and VARCHAR\(65535\) in the result/,
      },
    ],
    columns: ['id', 'name'],
    rows: [[1, 'ann']],
  },
  {
    what: 'a table is made anew',
    warehouse: { evolution: 'replace' },
    loads: [
      { batch: aged([1, 'ann', 30]) },
      { batch: batch('name string, id string', ['ann', 'x']) },
      { batch: batch('name string, id string', ['bob', 'y']) },
    ],
    columns: ['name', 'id'],
    rows: [['bob', 'y']],
  },
];

const appends: Case[] = [
  {
    what: 'the rows of other files are appended',
    warehouse: append(),
    loads: [
      { batch: people([1, 'ann']) },
      { batch: inFiles(people([1, 'ann'], [2, 'bob']), 'b.csv@1') },
    ],
    columns: ['id', 'name'],
    rows: [
      [1, 'ann'],
      [1, 'ann'],
      [2, 'bob'],
    ],
  },
  {
    what: 'the same files append nothing, whatever has become of the rows',
    warehouse: append(),
    loads: [
      { batch: inFiles(people([1, 'ann']), 'a.csv@1', 'b.csv@1') },
      { batch: inFiles(people([1, 'ann']), 'a.csv@1', 'b.csv@1') },
      { batch: inFiles(people([2, 'bob']), 'b.csv@1') },
    ],
    columns: ['id', 'name'],
    rows: [[1, 'ann']],
  },
  {
    what: 'a file of another content is another file',
    warehouse: append(),
    loads: [
      { batch: people([1, 'ann']) },
      { batch: inFiles(people([2, 'bob']), 'a.csv@2') },
      { batch: inFiles(people([2, 'bob']), 'a.csv@2') },
    ],
    columns: ['id', 'name'],
    rows: [
      [1, 'ann'],
      [2, 'bob'],
    ],
  },
  {
    what: 'files that were appended beside others are refused',
    warehouse: append(),
    loads: [
      { batch: people([1, 'ann']) },
      {
        batch: inFiles(people([1, 'ann'], [2, 'bob']), 'a.csv@1', 'b.csv@1'),
        fails: /files that were appended before and others beside them/,
      },
    ],
    columns: ['id', 'name'],
    rows: [[1, 'ann']],
  },
  {
    what: 'an append takes new columns, and leaves old rows without them',
    warehouse: append('add-columns'),
    loads: [
      { batch: people([1, 'ann']) },
      { batch: inFiles(aged([2, 'bob', 20]), 'b.csv@1') },
      { batch: inFiles(people([3, 'cid']), 'c.csv@1') },
    ],
    columns: ['id', 'name', 'age'],
    rows: [
      [1, 'ann', null],
      [2, 'bob', 20],
      [3, 'cid', null],
    ],
  },
  {
    what: 'a failed append leaves its files to be appended',
    warehouse: append(),
    loads: [
      { batch: people([1, 'ann']) },
      {
        batch: inFiles(aged([2, 'bob', 20]), 'b.csv@1'),
        fails: /age is new/,
      },
      { batch: inFiles(people([2, 'bob']), 'b.csv@1') },
    ],
    columns: ['id', 'name'],
    rows: [
      [1, 'ann'],
      [2, 'bob'],
    ],
  },
  {
    what: 'rows of a table that was replaced are not taken for appended ones',
    loads: [
      { batch: people([1, 'ann']), warehouse: append() },
      { batch: people([1, 'ann'], [2, 'bob']) },
      {
        batch: people([1, 'ann']),
        warehouse: append(),
        fails: /rows that no run has appended/,
      },
    ],
    columns: ['id', 'name'],
    rows: [
      [1, 'ann'],
      [2, 'bob'],
    ],
  },
  {
    what: 'an empty result appends nothing',
    warehouse: append(),
    loads: [
      { batch: people() },
      { batch: inFiles(people([2, 'bob']), 'b.csv@1') },
    ],
    columns: ['id', 'name'],
    rows: [[2, 'bob']],
  },
];

const merges: Case[] = [
  {
    what: 'rows are merged by their key',
    warehouse: merge(['the id']),
    loads: [
      { batch: people([1, 'ann'], [2, 'bob']) },
      { batch: people([2, 'ben'], [3, 'cid']) },
      { batch: people([2, 'ben'], [3, 'cid']) },
      { batch: people() },
    ],
    columns: ['id', 'name'],
    rows: [
      [1, 'ann'],
      [2, 'ben'],
      [3, 'cid'],
    ],
  },
  {
    what: 'rows are merged by several keys, and values become null',
    warehouse: merge(['id', 'name']),
    loads: [
      { batch: aged([1, 'ann', 30], [1, 'bob', 20]) },
      {
        batch: batch('id bigint, name string, age int', [1, 'ann', null]),
      },
    ],
    columns: ['id', 'name', 'age'],
    rows: [
      [1, 'ann', null],
      [1, 'bob', 20],
    ],
  },
  {
    what: 'rows of keys and nothing else are merged',
    warehouse: merge(['id', 'name']),
    loads: [
      { batch: people([1, 'ann']) },
      { batch: people([1, 'ann'], [1, 'bob']) },
    ],
    columns: ['id', 'name'],
    rows: [
      [1, 'ann'],
      [1, 'bob'],
    ],
  },
  {
    what: 'a merge takes a new column, and leaves one that is gone as it was',
    warehouse: merge(['id'], 'add-columns'),
    loads: [
      { batch: people([1, 'ann'], [2, 'bob']) },
      { batch: batch('id bigint, age int', [2, 20], [3, 10]) },
    ],
    columns: ['id', 'name', 'age'],
    rows: [
      [1, 'ann', null],
      [2, 'bob', 20],
      [3, null, 10],
    ],
  },
  {
    what: 'two rows of one key are refused',
    warehouse: merge(['id']),
    loads: [
      { batch: people([1, 'ann']) },
      {
        batch: people([1, 'ann'], [2, 'bob'], [2, 'ben']),
        fails: /rows of the result are equal in id, of which/,
      },
    ],
    columns: ['id', 'name'],
    rows: [[1, 'ann']],
  },
  {
    what: 'a row without a key is refused',
    warehouse: merge(['id', 'name']),
    loads: [
      { batch: people([1, 'ann']) },
      {
        batch: people([2, null]),
        fails: /no value for a key of warehouse.load.keys \(id, name\)/,
      },
    ],
    columns: ['id', 'name'],
    rows: [[1, 'ann']],
  },
];

const at = (time: string, result: Batch): Batch => ({ ...result, at: time });
const history = (more: object = {}, evolution = 'fail') => ({
  evolution,
  load: { mode: 'history', keys: ['id'], ...more },
});
const historyColumns = ['valid_from', 'valid_to', 'is_current'];
const changes = (...rows: [number, string | null, string | null][]) =>
  batch('id bigint, name string, seen date', ...rows);
const byDay = history({ changedAt: 'seen' });
const day = (number: number) => `2026-01-0${number}`;
const from = (number: number) => `2026-01-0${number} 00:00:00`;

const histories: Case[] = [
  {
    what: 'what changes between two runs gets a version, and a rerun none',
    warehouse: history(),
    loads: [
      { batch: at(from(1), people([1, 'ann'], [2, 'bob'])) },
      { batch: at(from(2), people([1, 'ann'], [2, 'ben'], [3, 'cid'])) },
      { batch: at(from(2), people([1, 'ann'], [2, 'ben'], [3, 'cid'])) },
      { batch: at(from(3), people([2, 'ben'])) },
    ],
    columns: ['id', 'name', ...historyColumns],
    rows: [
      [1, 'ann', from(1), null, true],
      [2, 'ben', from(2), null, true],
      [2, 'bob', from(1), from(2), false],
      [3, 'cid', from(2), null, true],
    ],
  },
  {
    what: 'several versions come at once, and unchanged ones leave nothing',
    warehouse: byDay,
    loads: [
      {
        batch: changes(
          [1, 'ann', day(3)],
          [1, 'ann', day(1)],
          [1, null, day(4)],
          [1, null, day(5)],
          [2, 'bob', day(2)],
        ),
      },
    ],
    columns: ['id', 'name', 'seen', ...historyColumns],
    rows: [
      [1, 'ann', day(1), from(1), from(4), false],
      [1, null, day(4), from(4), null, true],
      [2, 'bob', day(2), from(2), null, true],
    ],
  },
  {
    what: 'a late row finds its place, before the first as well',
    warehouse: byDay,
    loads: [
      { batch: changes([1, 'ann', day(2)], [1, 'amy', day(6)]) },
      { batch: changes([1, 'ada', day(4)]) },
      { batch: changes([1, 'abe', day(1)]) },
      { batch: changes([1, 'ada', day(5)]) },
    ],
    columns: ['id', 'name', 'seen', ...historyColumns],
    rows: [
      [1, 'abe', day(1), from(1), from(2), false],
      [1, 'ada', day(4), from(4), from(6), false],
      [1, 'amy', day(6), from(6), null, true],
      [1, 'ann', day(2), from(2), from(4), false],
    ],
  },
  {
    what: 'a row that is put right replaces its version, and may join the one before',
    warehouse: byDay,
    loads: [
      {
        batch: changes(
          [1, 'ann', day(1)],
          [1, 'bob', day(2)],
          [1, 'cid', day(3)],
        ),
      },
      { batch: changes([1, 'ann', day(2)]) },
    ],
    columns: ['id', 'name', 'seen', ...historyColumns],
    rows: [
      [1, 'ann', day(1), from(1), from(3), false],
      [1, 'cid', day(3), from(3), null, true],
    ],
  },
  {
    what: 'a history takes a new column, and keeps one that is gone in old versions',
    warehouse: history({}, 'add-columns'),
    loads: [
      { batch: at(from(1), people([1, 'ann'], [2, 'bob'])) },
      {
        batch: at(from(2), batch('id bigint, age int', [1, 30], [2, null])),
      },
      {
        batch: at(from(3), batch('id bigint, age int', [1, 31])),
      },
    ],
    columns: ['id', 'name', ...historyColumns, 'age'],
    rows: [
      [1, 'ann', from(1), from(2), false, null],
      [1, null, from(2), from(3), false, 30],
      [1, null, from(3), null, true, 31],
      [2, 'bob', from(1), null, true, null],
    ],
  },
  {
    what: 'two rows of one key and one time are refused',
    warehouse: byDay,
    loads: [
      { batch: changes([1, 'ann', day(1)]) },
      {
        batch: changes([1, 'bob', day(2)], [1, 'ben', day(2)]),
        fails: /equal in id, seen, of which/,
      },
      {
        batch: changes([1, 'bob', null]),
        fails: /no value for seen, by which warehouse.load.changedAt/,
      },
    ],
    columns: ['id', 'name', 'seen', ...historyColumns],
    rows: [[1, 'ann', day(1), from(1), null, true]],
  },
  {
    what: 'a table without a history gets none',
    loads: [
      { batch: people([1, 'ann']) },
      {
        batch: people([1, 'amy']),
        warehouse: history({}, 'add-columns'),
        fails: /was not loaded with warehouse.load.mode: history/,
      },
    ],
    columns: ['id', 'name'],
    rows: [[1, 'ann']],
  },
];

/** What the job `load` of a pipeline leaves in its table, after one load or several. */
describe('loads of a table', () => {
  let server: TestServer;
  let loads: TableLoads;
  beforeAll(async () => {
    server = await startTestServer();
    server.context.buckets.create('results');
    loads = new TableLoads(server);
  });
  afterAll(async () => {
    await loads.stop();
    await server.stop();
  });

  let number = 0;
  it.each(
    [...evolutions, ...appends, ...merges, ...histories, ...increments].map(
      each => [each.what, each] as const,
    ),
  )('%s', async (_what, { warehouse, loads: all, columns, rows }) => {
    const table = `people_${number++}`;
    const content = () => loads.contentOf(table);
    for (const { first, batch: result, fails, warehouse: own } of all) {
      await loads.rows(first?.(table) ?? 'SELECT 1');
      await loads.write('people', table, result);
      const before = fails && (await content());
      const failure = await loads.load('people', {
        table,
        ...warehouse,
        ...own,
      });
      expect(failure ?? 'loaded').toMatch(fails ?? /^loaded$/);
      expect(before ?? (await content())).toEqual(await content());
      const incremental = result.loadedBefore !== undefined;
      expect(incremental && (await loads.writtenDown(table))).toEqual(
        incremental && (await loads.filesOf(table)),
      );
    }
    expect(await content()).toEqual(rows);
    const found = await loads.rows(
      `SELECT column_name FROM svv_columns WHERE table_name = '${table}' ORDER BY ordinal_position`,
    );
    expect(found.flat()).toEqual(columns);
    const [[comment]] = await loads.rows(
      `SELECT remarks FROM svv_tables WHERE table_name = '${table}'`,
    );
    expect(comment).toBe('glue-pipelines.io/pipeline: people');
  });

  it.each(['append', 'merge', 'history'])(
    'is done once by mode %s, whatever becomes of the jobs beside it',
    async mode => {
      const table = `beside_${mode}`;
      const keys = mode === 'append' ? [] : ['id'];
      const warehouse = { table, load: { mode, keys } };
      await loads.write('people', table, people([1, 'ann'], [2, 'bob']));
      const killed = new TableLoads(server);
      void killed.load('people', warehouse).catch(() => {});
      await new Promise(resolve => setTimeout(resolve, 2500 * Math.random()));
      killed.kill();
      const other = new TableLoads(server);
      expect(
        await Promise.all([
          loads.load('people', warehouse),
          other.load('people', warehouse),
        ]),
      ).toEqual([undefined, undefined]);
      await other.stop();
      const rows = await loads.rows(`SELECT id, name FROM ${table} ORDER BY 1`);
      expect(rows).toEqual([
        [1, 'ann'],
        [2, 'bob'],
      ]);
    },
  );
});
