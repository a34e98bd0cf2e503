import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { role, TestWarehouse } from './__testUtils__/TestWarehouse';
import { StatementError } from './Warehouse';

describe('Warehouse', () => {
  let test: TestWarehouse;
  beforeEach(async () => {
    test = await TestWarehouse.open();
  });
  afterEach(() => test.remove());
  const run = (sql: string, database?: string) => test.run(sql, database);
  const rows = (sql: string) => test.rows(sql);

  describe('databases', () => {
    it('keeps what was committed, over a restart', async () => {
      await run('create database "db-covid-hiring"');
      await run('create table t (a int)', 'db-covid-hiring');
      await run('insert into t values (1), (2)', 'db-covid-hiring');
      await test.reopen();
      expect(test.warehouse.databases()).toEqual(['db-covid-hiring', 'dev']);
      const { rows: found } = await run(
        'select sum(a) as total from public.t',
        'db-covid-hiring',
      );
      expect(found).toEqual([['3']]);
    });

    it.each(['main', 'Upper', '1st', '../x', ''])(
      'refuses the name %p',
      async name => {
        await expect(test.warehouse.createDatabase(name)).rejects.toThrow(
          'not a valid database name',
        );
      },
    );

    it('names the ones there are when another is asked for', async () => {
      await expect(run('select 1', 'other')).rejects.toThrow(
        'database "other" does not exist; there are dev',
      );
    });

    it('says which file cannot be opened', async () => {
      const file = join(test.dataDir, 'warehouse/broken.duckdb');
      writeFileSync(file, 'x'.repeat(9000));
      await expect(test.reopen()).rejects.toThrow(
        'broken.duckdb cannot be opened',
      );
      rmSync(file);
      await test.reopen();
    });
  });

  describe('results', () => {
    it('have the values and types of Redshift', async () => {
      const result = await run(
        "select 1::int as I, 9007199254740993::bigint as big, 1.50::decimal(10,2) as d, 0.5::float8 as f, true as b, date '2026-01-02' as day, timestamp '2026-01-02 03:04:05' as ts, null as n, 'x' as s, [1, 2] as list, {'a': 'y'} as rec",
      );
      expect(result.rows).toEqual([
        [
          1,
          '9007199254740993',
          '1.50',
          0.5,
          true,
          '2026-01-02',
          '2026-01-02 03:04:05',
          null,
          'x',
          '[1,2]',
          '{"a":"y"}',
        ],
      ]);
      expect(
        result.columns?.map(({ name, typeName }) => [name, typeName]),
      ).toEqual([
        ['i', 'int4'],
        ['big', 'int8'],
        ['d', 'numeric'],
        ['f', 'float8'],
        ['b', 'bool'],
        ['day', 'date'],
        ['ts', 'timestamp'],
        ['n', 'int4'],
        ['s', 'varchar'],
        ['list', 'super'],
        ['rec', 'super'],
      ]);
      expect(result.columns?.[2]).toMatchObject({ precision: 10, scale: 2 });
    });

    it('count the rows that were changed', async () => {
      await run('create table t (a int)');
      const inserted = await run('insert into t values (1), (2), (3)');
      expect(inserted).toMatchObject({ rowCount: 3, rows: [] });
      expect(inserted.columns).toBeUndefined();
      expect((await run('delete from t where a > 1')).rowCount).toBe(2);
    });
  });

  describe("Redshift's dialect", () => {
    it('aggregates text in an order', async () => {
      expect(
        await rows(
          "select listagg(a, ',') within group (order by a desc) from (select 1 as a union all select 2)",
        ),
      ).toEqual([['2,1']]);
    });

    it('accepts physical clauses by name and stores SUPER', async () => {
      const result = await run(
        'create table s (id bigint encode az64 distkey, name varchar(max), note super, primary key (id)) diststyle key sortkey (id)',
      );
      expect(result.warnings).toEqual(
        expect.arrayContaining(
          ['ENCODE az64', 'DISTKEY', 'primary key', 'diststyle', 'sortkey'].map(
            text => expect.stringContaining(text),
          ),
        ),
      );
      await run("insert into s values (1, 'a', '{\"x\": 1}'), (1, 'b', null)");
      await run('create table s2 (like s)');
      await run('insert into s2 select * from s');
      expect(await rows('select count(*), max(note) from s2')).toEqual([
        [2, '{"x": 1}'],
      ]);
    });

    it('finds tables in public, in named schemas and along the search path', async () => {
      await test.inTransaction(
        'create schema mart',
        'create table mart.t as select 1 as a',
        'create table u as select 2 as b',
        'set search_path to mart',
        'create table v as select * from t',
      );
      expect(await rows('select a, b from mart.v, public.u')).toEqual([[1, 2]]);
      expect(await rows('select b from dev.public.u')).toEqual([[2]]);
    });

    it('takes parameters for what they are', async () => {
      await run('create table t (a int, b varchar)');
      const parameters = { a: '7', b: "x'; drop table t; --" };
      await test.warehouse.execute('dev', ['insert into t values (:a, :b)'], {
        parameters,
      });
      expect(await rows("select a, b from t where a = '7'")).toEqual([
        [7, "x'; drop table t; --"],
      ]);
    });
  });

  describe('transactions', () => {
    it('a rerun replaces the rows', async () => {
      await test.putParquet(
        'temp/run/p-0.parquet',
        "select 1 as id, 'a' as name",
      );
      const load = () =>
        test.inTransaction(
          'create table if not exists public.t (id int, name varchar(20))',
          'drop table if exists public.t__staging',
          'create table public.t__staging (like public.t)',
          `copy public.t__staging from 's3://data/temp/run/' ${role} format as parquet`,
          'delete from public.t',
          'insert into public.t select * from public.t__staging',
          'drop table public.t__staging',
        );
      await load();
      const results = await load();
      expect(results.map(({ rowCount }) => rowCount)).toEqual([
        0, 0, 0, 1, 1, 1, 0,
      ]);
      expect(await rows('select * from t')).toEqual([[1, 'a']]);
    });

    it('a failure rolls everything back and tells which statement it was', async () => {
      await run('create table t as select 1 as a');
      const error = await test
        .inTransaction(
          'delete from t',
          'create table u as select 2 as a',
          'insert into missing values (1)',
          'insert into t values (9)',
        )
        .catch(thrown => thrown);
      expect(error).toBeInstanceOf(StatementError);
      expect(error).toMatchObject({ index: 2, isAborted: false });
      expect(error.message).toContain('missing does not exist');
      expect(await rows('select a from t')).toEqual([[1]]);
      await expect(run('select * from u')).rejects.toThrow('does not exist');
    });

    it('readers never see half a load', async () => {
      await run(
        'create table t as select 0 as load, range as n from range(1000)',
      );
      let isLoading = true;
      const seen = new Set<string>();
      const reader = async () => {
        while (isLoading) {
          const [[count, loads]] = await rows(
            'select count(*), count(distinct load) from t',
          );
          seen.add(`${count}/${loads}`);
        }
      };
      const readers = [reader(), reader()];
      // Begun together: the warehouse runs them one after the other.
      await Promise.all(
        [1, 2, 3, 4, 5].map(load =>
          test.inTransaction(
            'delete from t',
            `insert into t select ${load}, range from range(500)`,
            `insert into t select ${load}, range from range(500, 1000)`,
          ),
        ),
      );
      isLoading = false;
      await Promise.all(readers);
      expect([...seen]).toEqual(['1000/1']);
    });

    it('is interrupted on request and leaves nothing', async () => {
      await run('create table t (a bigint)');
      const abort = new AbortController();
      const batch = test.warehouse.execute(
        'dev',
        [
          'insert into t values (1)',
          'insert into t select count(*) from range(100000000) a, range(100000) b where a.range % 7 = b.range % 5',
        ],
        {
          transactional: true,
          signal: abort.signal,
          onStart: index =>
            void (index === 1 && setTimeout(() => abort.abort(), 100)),
        },
      );
      await expect(batch).rejects.toMatchObject({ index: 1, isAborted: true });
      expect(await rows('select count(*) from t')).toEqual([[0]]);
    });

    it('is interrupted on request that comes just before the engine begins', async () => {
      const abort = new AbortController();
      const endless = test.warehouse.execute(
        'dev',
        [
          'select count(*) from range(100000000) a, range(100000) b where a.range % 7 = b.range % 5',
        ],
        { signal: abort.signal, onStart: () => abort.abort() },
      );
      await expect(endless).rejects.toMatchObject({ isAborted: true });
    });
  });
});
