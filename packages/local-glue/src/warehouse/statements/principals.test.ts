import { TestWarehouse } from '../__testUtils__/TestWarehouse';

describe('users and groups', () => {
  let test: TestWarehouse;
  beforeAll(async () => {
    test = await TestWarehouse.open();
    await test.run('create database other');
  });
  afterAll(() => test.remove());
  const users = (database?: string) =>
    test
      .run('select usename from pg_user order by usesysid', database)
      .then(({ rows }) => rows.flat());

  it('are listed in every database, over a restart', async () => {
    await test.run('CREATE USER "IAMR:Loader" PASSWORD DISABLE');
    await test.run(
      "create user Ada with password 'Secret1' in group g",
      'other',
    );
    await test.run('create group loaders with user ada');
    await test.reopen();
    for (const database of ['dev', 'other']) {
      expect(await users(database)).toEqual(['IAMR:Loader', 'ada']);
    }
    expect(await test.rows('select groname from pg_group')).toEqual([
      ['loaders'],
    ]);
    expect(
      await test.rows(
        "SELECT 1 FROM pg_catalog.pg_user WHERE usename = 'IAMR:Loader'",
      ),
    ).toEqual([[1]]);
  });

  it('exist once', async () => {
    await test.run('create user twice password disable');
    expect(await test.failure('create user twice password disable')).toBe(
      'ERROR: user "twice" already exists',
    );
    expect(await test.failure('drop user nobody')).toBe(
      'ERROR: user "nobody" does not exist',
    );
    await test.run('drop user if exists nobody');
    await test.run('drop user twice');
    expect(await users()).not.toContain('twice');
    const [group] = ['drop group none'];
    expect(await test.failure(group)).toContain('group "none" does not exist');
  });

  it('are rolled back with their transaction', async () => {
    await expect(
      test.inTransaction(
        'create schema s',
        'create user late password disable',
        'select * from missing',
      ),
    ).rejects.toThrow('missing');
    expect(await users()).not.toContain('late');
  });

  it('belong to one warehouse', async () => {
    const other = await test.warehouses.of({
      kind: 'cluster',
      name: 'c',
      firstDatabase: 'dev',
    });
    const [{ rows }] = await other.execute('dev', [
      'select count(*) from pg_user',
    ]);
    expect(rows).toEqual([[0]]);
  });

  it('are made beside databases, which no transaction makes', async () => {
    await test.run('create database d');
    expect(
      await test.rows(
        "select datname from pg_database where datname in ('d', 'dev') order by 1",
      ),
    ).toEqual([['d'], ['dev']]);
    await expect(test.inTransaction('create database e')).rejects.toThrow(
      'CREATE DATABASE cannot run inside a transaction block',
    );
    expect(await test.failure('create database d')).toContain('already exists');
  });
});
