import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { TestWarehouse } from './__testUtils__/TestWarehouse';
import { engineMemory, mostWorking } from './engine';
import { Warehouse } from './Warehouse';
import { WarehouseOwner } from './Warehouses';

const namespace = (name: string): WarehouseOwner => ({
  kind: 'namespace',
  name,
  firstDatabase: 'dev',
});

// Ten warehouses are made, on machines that do much else.
jest.setTimeout(60_000);

describe('Warehouses', () => {
  let test: TestWarehouse;
  beforeEach(async () => {
    test = await TestWarehouse.open();
  });
  afterEach(() => test.remove());

  const run = (warehouse: Warehouse, ...statements: string[]) =>
    warehouse.execute('dev', statements);
  const rows = async (warehouse: Warehouse, sql: string) =>
    (await run(warehouse, sql))[0].rows;
  const open = (...names: string[]) =>
    Promise.all(names.map(name => test.warehouses.of(namespace(name))));

  it('have databases of their own, over a restart', async () => {
    const [a, b] = await open('a', 'b');
    await test.run('create table t as select 0 as v');
    await run(a, 'create table t as select 1 as v', 'create database more');
    await run(b, 'create table t as select 2 as v');
    await test.reopen();
    const [again, other] = await open('a', 'b');
    const cluster = await test.warehouses.of({
      kind: 'cluster',
      name: 'a',
      firstDatabase: 'reports',
    });
    expect(again.databases()).toEqual(['dev', 'more']);
    expect(other.databases()).toEqual(['dev']);
    expect(cluster.databases()).toEqual(['dev', 'reports']);
    expect(await rows(again, 'select v from t')).toEqual([[1]]);
    expect(await rows(other, 'select v from t')).toEqual([[2]]);
    expect(await test.rows('select v from t')).toEqual([[0]]);
  });

  it('cannot be reached from one another by SQL', async () => {
    const [a, b] = await open('a', 'b');
    await run(a, 'create database secrets');
    await a.execute('secrets', ['create table t as select 1 as v']);
    for (const sql of [
      'select * from secrets.public.t',
      'insert into secrets.public.t values (2)',
      'drop table secrets.public.t',
      'create table secrets.public.u (v int)',
    ]) {
      await expect(run(b, sql)).rejects.toThrow(/exist/);
    }
    expect(
      await rows(
        b,
        "select distinct catalog_name from information_schema.schemata where catalog_name not in ('system', 'temp', 'memory')",
      ),
    ).toEqual([['dev']]);
    // Not even in the engine's own language, which no client can speak.
    const file = join(test.dataDir, 'warehouses/namespace/a/secrets.duckdb');
    expect(existsSync(file)).toBe(true);
    for (const other of [b, test.warehouse]) {
      await expect(
        other.inspect('dev', `attach '${file}' as stolen`),
      ).rejects.toThrow('Permission Error');
    }
  });

  it('keep the files of folders that are older than they are', async () => {
    await test.run('create database old');
    await test.run('create table t as select 7 as v', 'old');
    await test.reopen();
    expect(existsSync(join(test.dataDir, 'warehouse/old.duckdb'))).toBe(true);
    expect((await test.run('select v from t', 'old')).rows).toEqual([[7]]);
  });

  it('are gone when they are deleted, with their sessions', async () => {
    const [a] = await open('a');
    await run(a, 'create table t (v int)');
    const session = await a.openSession('dev');
    const endless = run(
      a,
      'select count(*) from range(100000000) a, range(100000) b where a.range % 7 = b.range % 5',
    );
    const outcome = Promise.allSettled([endless]);
    await test.warehouses.delete(namespace('a'));
    expect((await outcome)[0]).toMatchObject({ status: 'rejected' });
    expect(session.isClosed).toBe(true);
    expect(existsSync(join(test.dataDir, 'warehouses/namespace/a'))).toBe(
      false,
    );
    const anew = await test.warehouses.create(namespace('a'));
    await expect(rows(anew, 'select * from t')).rejects.toThrow('exist');
  });

  it('tell which file cannot be opened, and open once it can', async () => {
    const [a] = await open('a');
    await run(a, 'create database broken');
    await test.warehouses.close();
    const file = join(test.dataDir, 'warehouses/namespace/a/broken.duckdb');
    writeFileSync(file, 'x'.repeat(9000));
    await test.reopen();
    await expect(open('a')).rejects.toThrow('broken.duckdb cannot be opened');
    await test.warehouses.create(namespace('a'));
    expect((await open('a'))[0].databases()).toEqual(['dev']);
  });

  it('share the memory of a few, however many work', async () => {
    const names = Array.from({ length: 10 }, (_, index) => `w${index}`);
    const all = await open(...names);
    let working = 0;
    let most = 0;
    await Promise.all(
      all.map(async (warehouse, index) => {
        const results = await warehouse.execute(
          'dev',
          [
            `create table t as select ${index} as v, md5(range::varchar) as m from range(50000)`,
            'select max(v), count(distinct m) from t',
          ],
          {
            onStart: at => {
              if (at === 0) most = Math.max(most, ++working);
            },
            onResult: at => void (at === 1 && working--),
          },
        );
        expect(results[1].rows).toEqual([[index, 50_000]]);
      }),
    );
    expect(most).toBeLessThanOrEqual(mostWorking);
    const limit = async (warehouse: Warehouse) =>
      (
        await warehouse.inspect('dev', "select current_setting('memory_limit')")
      )[0][0];
    // Who is asked has a place while it answers.
    const working2 = await limit(all[0]);
    for (const warehouse of all) {
      expect(await limit(warehouse)).toBe(working2);
    }
    expect(Number.parseFloat(String(working2))).toBeCloseTo(
      Number.parseFloat(engineMemory.working) / 1.048576,
      0,
    );
  });
});
