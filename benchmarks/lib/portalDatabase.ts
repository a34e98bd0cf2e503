import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import knexFactory, { Knex } from 'knex';
import { startPostgres } from '../../scripts/lib/postgres.mjs';

export type DatabaseKind = 'SQLite' | 'Postgres';

/** A new database of the plugin's own. */
export interface PortalDatabase {
  /** For the plugin's stores alone. */
  knex: Knex.Config;
  /** For a whole portal: `backend.database`. */
  backstage: object;
  close(): Promise<void>;
}

export async function openPortalDatabase(
  kind: DatabaseKind,
): Promise<PortalDatabase> {
  return kind === 'SQLite' ? openSqlite() : openPostgres();
}

function openSqlite(): PortalDatabase {
  const folder = mkdtempSync(join(tmpdir(), 'glue-pipelines-bench-'));
  const directory = join(folder, 'db');
  mkdirSync(directory);
  return {
    knex: {
      client: 'better-sqlite3',
      // Where Backstage looks for it.
      connection: { filename: join(directory, 'glue-pipelines.sqlite') },
      useNullAsDefault: true,
    },
    backstage: { client: 'better-sqlite3', connection: { directory } },
    close: async () => rmSync(folder, { recursive: true, force: true }),
  };
}

async function openPostgres(): Promise<PortalDatabase> {
  const server = await startPostgres();
  const connection = {
    host: '127.0.0.1',
    port: server.port,
    user: 'postgres',
    password: server.password,
  };
  // As Backstage calls it.
  const database = 'backstage_plugin_glue-pipelines';
  const postgres = knexFactory({
    client: 'pg',
    connection: { ...connection, database: 'postgres' },
  });
  await postgres.raw('create database ??', [database]);
  await postgres.destroy();
  return {
    knex: { client: 'pg', connection: { ...connection, database } },
    backstage: { client: 'pg', connection },
    close: server.stop,
  };
}
