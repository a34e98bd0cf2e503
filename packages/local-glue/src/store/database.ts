import Sqlite, { Database } from 'better-sqlite3';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { migrations } from './migrations';

/** A change of the schema. Ids are applied once each, in the order of `migrations`. */
export interface Migration {
  /** `<area>-<number>-<what>`, never changed once released. */
  readonly id: string;
  readonly sql: string;
}

/**
 * Opens `<dataDir>/state.db`, creating and migrating it as needed.
 * Write-ahead logging with full synchronisation: what was acknowledged
 * survives a killed process and a lost machine.
 */
export function openDatabase(dataDir: string): Database {
  mkdirSync(dataDir, { recursive: true });
  const database = new Sqlite(join(dataDir, 'state.db'));
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = FULL');
  database.pragma('foreign_keys = ON');
  migrate(database);
  return database;
}

function migrate(database: Database): void {
  database.exec(
    'CREATE TABLE IF NOT EXISTS schema_migrations (id TEXT PRIMARY KEY, applied_at TEXT NOT NULL)',
  );
  const applied = new Set(
    database
      .prepare('SELECT id FROM schema_migrations')
      .all()
      .map(row => (row as { id: string }).id),
  );
  for (const { id, sql } of migrations) {
    if (applied.has(id)) continue;
    database.transaction(() => {
      database.exec(sql);
      database
        .prepare('INSERT INTO schema_migrations (id, applied_at) VALUES (?, ?)')
        .run(id, new Date().toISOString());
    })();
  }
}
