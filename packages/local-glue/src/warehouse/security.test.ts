import { symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { role, TestWarehouse } from './__testUtils__/TestWarehouse';

describe('SQL reaches nothing outside the buckets', () => {
  let test: TestWarehouse;
  let secret: string;
  beforeAll(async () => {
    test = await TestWarehouse.open();
    secret = join(test.dataDir, 'secret.csv');
    writeFileSync(secret, 'secret');
    symlinkSync(secret, test.buckets.path('data', 'link.csv'));
    await test.run('create table t (a varchar(99))');
  });
  afterAll(() => test.remove());

  it.each([
    // Redshift has none of these functions.
    "select * from read_csv('{secret}')",
    "select * from READ_TEXT ('{secret}')",
    'select * from "read_blob"(\'/etc/hosts\')',
    "create table x as select * from read_blob('/etc/hosts')",
    "insert into t select * from read_csv('{secret}')",
    "select * from parquet_metadata('{secret}')",
    "select * from glob('/etc/*')",
    "select * from sniff_csv('{secret}')",
    "select * from query('select * from read_text(''{secret}'')')",
    "select json_execute_serialized_sql('{}')",
    'select * from duckdb_secrets()',
    "select current_setting('temp_directory')",
    'select * from pragma_database_list()',
    "merge into t using t as s on t.a = (select content from read_text('{secret}')) remove duplicates",
    "unload ('select * from read_text(''{secret}'')') to 's3://data/o' iam_role default",
    "select * from enable_profiling('{secret}')",
    // Statements of DuckDB.
    "attach '{secret}' as x",
    'detach dev',
    'install httpfs',
    'load httpfs',
    "export database '/tmp/x'",
    "import database '/tmp/x'",
    'pragma database_list',
    'checkpoint',
    'call duckdb_settings()',
    "from '{secret}'",
    'summarize t',
    'create secret x (type s3)',
    'create macro m() as 1',
    "copy t to '{secret}'",
    "copy (select 1) to '{secret}'",
    "copy t from '{secret}' iam_role default",
    `copy t from 's3://data/../../secret.csv' ${role}`,
    `copy t from 's3://data/link.csv' ${role}`,
    "unload ('select 1') to '{secret}' iam_role default",
    `unload ('select 1') to 's3://data/../../o' ${role}`,
    "copy t from 's3://data/x' iam_role default json 's3://../secret.csv'",
    // Files that are tables by their names.
    "select * from '{secret}'",
    'select * from "{secret}"',
    "select * from '/etc/passwd'",
  ])('by %p', async sql => {
    const message = await test.failure(sql.replaceAll('{secret}', secret));
    expect(message).toMatch(/^ERROR: /);
    expect(message).not.toMatch(/:\s*secret$/);
    expect(await test.rows('select * from t')).toEqual([]);
  });

  it('nor changes what the engine may do', async () => {
    for (const sql of [
      'set enable_external_access = true',
      "set allowed_directories = ['/']",
      'reset all',
    ]) {
      const { warnings } = await test.run(sql);
      expect(warnings.join()).toContain('no effect');
    }
    await expect(
      test.warehouse.inspect('dev', "select * from read_text('/etc/hosts')"),
    ).rejects.toThrow('Permission Error');
  });
});
