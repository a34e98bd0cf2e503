import { TestWarehouse } from '../__testUtils__/TestWarehouse';

describe('comments', () => {
  let test: TestWarehouse;
  beforeEach(async () => {
    test = await TestWarehouse.open();
    await test.run('create schema s');
    await test.run('create table s.t (a int, b varchar(10))');
    // Of the same name, elsewhere.
    await test.run('create table t (a int)');
    await test.run("comment on table t is 'in public'");
    await test.run('create database other');
    await test.run('create schema s', 'other');
    await test.run('create table s.t (a int)', 'other');
    await test.run("comment on table s.t is 'in other'", 'other');
  });
  afterEach(() => test.remove());

  const query =
    'SELECT description FROM pg_description d JOIN pg_class c ON c.oid = d.objoid JOIN pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname = :schema AND c.relname = :table AND d.objsubid = 0';
  const comment = async (sql: string = query) => {
    const [{ rows }] = await test.warehouse.execute('dev', [sql], {
      parameters: { schema: 's', table: 't' },
    });
    return rows;
  };

  it('are read from pg_description', async () => {
    expect(await comment()).toEqual([]);
    await test.run("COMMENT ON TABLE s.t IS 'it''s mine: x/y'");
    await test.run("comment on column s.t.b is 'a text'");
    expect(await comment()).toEqual([["it's mine: x/y"]]);
    expect(
      await comment(query.replace(/pg_(?=desc|class|name)/g, 'pg_catalog.pg_')),
    ).toEqual([["it's mine: x/y"]]);
    expect(
      await test.rows(
        "select column_name, remarks from svv_columns where table_schema = 's' order by 1",
      ),
    ).toEqual([
      ['a', null],
      ['b', 'a text'],
    ]);
    expect(
      await test.rows(
        "select remarks from svv_tables where table_schema = 's'",
      ),
    ).toEqual([["it's mine: x/y"]]);
    await test.run('comment on table s.t is null');
    expect(await comment()).toEqual([]);
  });

  it('outlive a restart, and changes of the table', async () => {
    await test.run("comment on table s.t is 'mine'");
    await test.run("comment on column s.t.b is 'a text'");
    await test.run('alter table s.t add column c int');
    await test.run('alter table s.t alter column b type varchar(20)');
    await test.run('alter table s.t rename column b to text');
    await test.run('alter table s.t drop column a');
    await test.reopen();
    expect(await comment()).toEqual([['mine']]);
    expect(
      await test.rows(
        "select column_name, remarks from svv_columns where table_schema = 's' order by ordinal_position",
      ),
    ).toEqual([
      ['text', 'a text'],
      ['c', null],
    ]);
    expect(
      await test.failure(`insert into s.t values ('${'x'.repeat(21)}', 1)`),
    ).toContain('character varying(20) (column text)');
  });

  it('are rolled back with their transaction', async () => {
    await test.run("comment on table s.t is 'old'");
    await expect(
      test.inTransaction(
        "comment on table s.t is 'new'",
        'delete from s.t',
        'select 1 / 0 from missing',
      ),
    ).rejects.toThrow('missing');
    expect(await comment()).toEqual([['old']]);
    expect(await test.failure("comment on table s.none is 'x'")).toContain(
      'none',
    );
  });
});
