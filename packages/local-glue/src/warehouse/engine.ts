import { DuckDBInstance } from '@duckdb/node-api';
import { mkdirSync, rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { systemViews } from './catalog/SystemTables';
import { macros, typeAliases } from './functions/macros';
import { registerFunctions } from './functions/scalarFunctions';
import { sqlString } from '../base/sqlText';

/**
 * What DuckDB may keep in memory before it goes on in files: with what Node
 * and DuckDB's readers need beside it, loads of usual size stay below 500 MB.
 * An engine that does not work gives back all but a little.
 */
export const engineMemory = { working: '192MB', resting: '16MB' } as const;

/** How many engines have the memory to work at one time, however many there are. */
export const mostWorking = 2;

const mostThreads = 2;

/** Below the warehouse's folder; emptied at every start. */
export const temporaryFolders = { spill: 'tmp', staging: 'staging' };

/**
 * A DuckDB that reaches the files of the buckets and of the warehouse, no
 * other file, no network and no extension; with the functions, types and
 * views of Redshift in its memory.
 */
export async function openEngine(
  folder: string,
  bucketsRoot: string,
): Promise<DuckDBInstance> {
  for (const name of Object.values(temporaryFolders)) {
    rmSync(join(folder, name), { recursive: true, force: true });
    mkdirSync(join(folder, name), { recursive: true });
  }
  const instance = await DuckDBInstance.create(':memory:', {
    memory_limit: engineMemory.resting,
    threads: String(Math.min(mostThreads, availableParallelism())),
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
  });
  const connection = await instance.connect();
  try {
    registerFunctions(connection);
    for (const macro of macros) await connection.run(`CREATE MACRO ${macro}`);
    for (const [alias, type] of typeAliases) {
      await connection.run(`CREATE TYPE ${alias} AS ${type}`);
    }
    const folders = [bucketsRoot, folder].map(path =>
      sqlString(path.endsWith('/') ? path : `${path}/`),
    );
    const spill = join(folder, temporaryFolders.spill);
    await connection.run(`SET temp_directory = ${sqlString(spill)}`);
    await connection.run('SET preserve_insertion_order = false');
    // What a statement needed goes back to the system when it has ended.
    await connection.run("SET allocator_flush_threshold = '16MB'");
    await connection.run(`SET allowed_directories = [${folders.join()}]`);
    await connection.run('SET enable_external_access = false');
    return instance;
  } catch (error) {
    instance.closeSync();
    throw error;
  } finally {
    connection.closeSync();
  }
}

/** The views of the system tables, which need a database to be there. */
export const viewStatements = systemViews.map(
  view => `CREATE VIEW IF NOT EXISTS memory.main.${view}`,
);

/** Sets what the engine may keep in memory; what it has beyond that goes into files. */
export async function limitMemory(
  instance: DuckDBInstance,
  limit: string,
): Promise<void> {
  const connection = await instance.connect();
  try {
    await connection.run(`SET memory_limit = ${sqlString(limit)}`);
  } finally {
    connection.closeSync();
  }
}
