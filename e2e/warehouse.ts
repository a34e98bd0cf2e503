import { DuckDBInstance } from '@duckdb/node-api';
import { join } from 'node:path';
import { dataDir, localGlue } from './environment';

/** The rows of a query against a pipeline's warehouse, asked as a user asks: on the command line. */
export function queryWarehouse(
  pipeline: string,
  sql: string,
): Promise<Record<string, unknown>[]> {
  return localGlue('query', '--workgroup', pipeline, sql);
}

/** The rows of a query against the source files, computed by DuckDB without any pipeline. `{bucket/key}` names a file. */
export async function querySources(
  sql: string,
): Promise<Record<string, unknown>[]> {
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  const withPaths = sql.replace(/\{([^}]+)\}/g, (_, key: string) =>
    join(dataDir, 's3', key),
  );
  const reader = await connection.runAndReadAll(withPaths);
  return reader.getRowObjectsJson() as Record<string, unknown>[];
}
