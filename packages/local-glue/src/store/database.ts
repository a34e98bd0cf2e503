import Sqlite, { Database } from 'better-sqlite3';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';

/** A change of the schema. Ids are applied once each, in the order of `migrations`. */
export interface Migration {
  /** `<area>-<number>-<what>`, never changed once released. */
  readonly id: string;
  readonly sql: string;
}

/** Milliseconds to wait for another program's lock; nothing else is served meanwhile. */
const busyTimeout = 1000;

/** Bytes to which the write-ahead log is cut after it was larger. */
const journalSizeLimit = 64 * 1024 ** 2;

/**
 * Opens `<dataDir>/state.db`, creating it and making the changes of `migrations`
 * that it has not, in their order.
 * Write-ahead logging with full synchronisation: what was acknowledged
 * survives a killed process and a lost machine. Throws an Error for a person
 * when the file is damaged, is locked, or comes from a newer version.
 */
export function openDatabase(
  dataDir: string,
  migrations: readonly Migration[],
): Database {
  mkdirSync(dataDir, { recursive: true });
  const path = join(dataDir, 'state.db');
  let database: Database | undefined;
  try {
    database = new Sqlite(path, { timeout: busyTimeout });
    database.pragma('journal_mode = WAL');
    database.pragma('synchronous = FULL');
    database.pragma(`journal_size_limit = ${journalSizeLimit}`);
    database.pragma('foreign_keys = ON');
    migrate(database, migrations);
    return database;
  } catch (error) {
    database?.close();
    throw explained(error, path);
  }
}

/** All of what is missing, or none of it. */
function migrate(database: Database, migrations: readonly Migration[]): void {
  database
    .transaction(() => {
      database.exec(
        'CREATE TABLE IF NOT EXISTS schema_migrations (id TEXT PRIMARY KEY, applied_at TEXT NOT NULL)',
      );
      const applied = new Set(
        database
          .prepare('SELECT id FROM schema_migrations')
          .pluck()
          .all() as string[],
      );
      const known = new Set(migrations.map(({ id }) => id));
      const unknown = [...applied].find(id => !known.has(id));
      if (unknown) {
        throw new Error(
          `it was written by a newer local-glue (it has "${unknown}"). Update local-glue, or choose another folder with --data`,
        );
      }
      for (const { id, sql } of migrations) {
        if (applied.has(id)) continue;
        database.exec(sql);
        database
          .prepare(
            'INSERT INTO schema_migrations (id, applied_at) VALUES (?, ?)',
          )
          .run(id, new Date().toISOString());
      }
    })
    .immediate();
}

function explained(error: unknown, path: string): Error {
  const { code = '', message } = error as Error & { code?: string };
  let remedy = '';
  if (/^SQLITE_(CORRUPT|NOTADB)/.test(code)) {
    remedy =
      ': the file is damaged. Restore it from a copy, or begin anew with "local-glue reset"';
  } else if (/^SQLITE_(BUSY|LOCKED)/.test(code)) {
    remedy = ': another program has locked it. Close that one and start again';
  }
  return new Error(`${path} cannot be opened: ${message}${remedy}.`, {
    cause: error,
  });
}
