import { Batch, batch, TableLoads } from './__testUtils__/TableLoads';
import { startTestServer, TestServer } from './__testUtils__/startTestServer';

jest.setTimeout(60_000);

interface Case {
  what: string;
  /** What the pipeline says beside the name of the table. */
  warehouse?: Record<string, unknown>;
  /** Loaded one after the other; a failure leaves the table as it was. */
  loads: { batch: Batch; fails?: RegExp; warehouse?: object }[];
  /** The table in the end. */
  columns: string[];
  rows: unknown[][];
}

const people = (...rows: [number, string | null][]) =>
  batch('id bigint, name string', ...rows);
const aged = (...rows: [number, string | null, number][]) =>
  batch('id bigint, name string, age int', ...rows);

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

/** What the job `load` of a pipeline leaves in its table, after one load or several. */
describe('loads of a table', () => {
  let server: TestServer;
  let loads: TableLoads;
  beforeAll(async () => {
    server = await startTestServer();
    loads = new TableLoads(server);
  });
  afterAll(async () => {
    loads.stop();
    await server.stop();
  });

  let number = 0;
  it.each([...evolutions].map(each => [each.what, each] as const))(
    '%s',
    async (_what, { warehouse, loads: all, columns, rows }) => {
      const table = `people_${number++}`;
      const content = () => loads.rows(`SELECT * FROM ${table} ORDER BY 1`);
      for (const { batch: result, fails, warehouse: own } of all) {
        await loads.write('people', table, result);
        const before = fails && (await content());
        const failure = await loads.load('people', {
          table,
          ...warehouse,
          ...own,
        });
        expect(failure ?? 'loaded').toMatch(fails ?? /^loaded$/);
        expect(before ?? (await content())).toEqual(await content());
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
    },
  );
});
