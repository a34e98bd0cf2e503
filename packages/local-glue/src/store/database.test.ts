import Sqlite from 'better-sqlite3';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase } from './database';
import { migrations } from '../server/migrations';

describe('openDatabase', () => {
  const folder = mkdtempSync(join(tmpdir(), 'store-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  it('makes the folder, migrates once, and keeps what was written', () => {
    const dataDir = join(folder, 'a', 'b');
    const first = openDatabase(dataDir, migrations);
    expect(existsSync(join(dataDir, 'state.db'))).toBe(true);
    expect(first.pragma('journal_mode', { simple: true })).toBe('wal');
    expect(first.pragma('synchronous', { simple: true })).toBe(2);
    first
      .prepare(
        'INSERT INTO deployed_exports (name, stack, value) VALUES (?, ?, ?)',
      )
      .run('n', 's', 'v');
    first.close();

    const second = openDatabase(dataDir, migrations);
    const applied = second
      .prepare('SELECT count(*) FROM schema_migrations')
      .pluck()
      .get();
    expect(applied).toBe(migrations.length);
    expect(
      second.prepare('SELECT value FROM deployed_exports').pluck().get(),
    ).toBe('v');
    second.close();
  });

  const made = (name: string) => {
    const dataDir = join(folder, name);
    openDatabase(dataDir, migrations).close();
    return { dataDir, path: join(dataDir, 'state.db') };
  };

  it.each<[string, string, (path: string) => void]>([
    [
      'cut short',
      'local-glue reset',
      path => truncateSync(path, statSync(path).size / 2),
    ],
    [
      'something else',
      'local-glue reset',
      path => writeFileSync(path, 'x'.repeat(10_000)),
    ],
    [
      'a folder',
      'unable to open',
      path => {
        rmSync(path);
        mkdirSync(path);
      },
    ],
  ])('names a file that is %s', (what, message, damage) => {
    const { dataDir, path } = made(`damaged, ${what}`);
    damage(path);
    expect(() => openDatabase(dataDir, migrations)).toThrow(
      `${path} cannot be opened: `,
    );
    expect(() => openDatabase(dataDir, migrations)).toThrow(message);
  });

  it('does not touch what a newer version wrote', () => {
    const { dataDir, path } = made('newer');
    const newer = new Sqlite(path);
    newer.exec("INSERT INTO schema_migrations VALUES ('moon-1-base', '')");
    newer.close();
    expect(() => openDatabase(dataDir, migrations)).toThrow(
      'written by a newer local-glue (it has "moon-1-base")',
    );
  });

  it('says that another program has locked it', () => {
    const { dataDir, path } = made('locked');
    const other = new Sqlite(path);
    other.exec('BEGIN EXCLUSIVE; DELETE FROM schema_migrations');
    expect(() => openDatabase(dataDir, migrations)).toThrow(
      'another program has locked it',
    );
    other.exec('ROLLBACK');
    other.close();
    expect(() => openDatabase(dataDir, migrations).close()).not.toThrow();
  });

  it('migrates as a whole or not at all', () => {
    const dataDir = join(folder, 'half');
    mkdirSync(dataDir);
    const path = join(dataDir, 'state.db');
    const old = new Sqlite(path);
    // In the way of the last migration, when all others are done.
    const last = /CREATE TABLE (\w+)/.exec(
      migrations[migrations.length - 1].sql,
    )!;
    old.exec(`CREATE TABLE ${last[1]} (x)`);
    expect(() => openDatabase(dataDir, migrations)).toThrow('already exists');
    expect(
      old.prepare("SELECT name FROM sqlite_master WHERE type = 'table'").all(),
    ).toEqual([{ name: last[1] }]);
    old.close();
  });

  it('keeps what was committed when the process ends without closing', () => {
    const dataDir = join(folder, 'unclosed');
    const first = openDatabase(dataDir, migrations);
    first.exec("INSERT INTO deployed_exports VALUES ('n', 's', 'v')");
    // A second connection reads what lies in the write-ahead log.
    const second = openDatabase(dataDir, migrations);
    expect(second.pragma('integrity_check', { simple: true })).toBe('ok');
    expect(
      second.prepare('SELECT count(*) FROM deployed_exports').pluck().get(),
    ).toBe(1);
    second.close();
    first.close();
  });
});
