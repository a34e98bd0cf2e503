import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase } from './database';
import { migrations } from './migrations';

describe('openDatabase', () => {
  const folder = mkdtempSync(join(tmpdir(), 'store-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  it('has migrations with ids of their own', () => {
    const ids = migrations.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    ids.forEach(id => expect(id).toMatch(/^[a-z-]+-\d+-[a-z-]+$/));
  });

  it('makes the folder, migrates once, and keeps what was written', () => {
    const dataDir = join(folder, 'a', 'b');
    const first = openDatabase(dataDir);
    expect(existsSync(join(dataDir, 'state.db'))).toBe(true);
    expect(first.pragma('journal_mode', { simple: true })).toBe('wal');
    expect(first.pragma('synchronous', { simple: true })).toBe(2);
    first
      .prepare(
        'INSERT INTO deployed_exports (name, stack, value) VALUES (?, ?, ?)',
      )
      .run('n', 's', 'v');
    first.close();

    const second = openDatabase(dataDir);
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
});
