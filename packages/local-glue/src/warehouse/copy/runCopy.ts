import { DuckDBConnection } from '@duckdb/node-api';
import type { BucketStore } from '../../services/s3/BucketStore';
import { CopyCommand } from '../sql/parseCopy';
import { CopySource, copySources } from './copySources';
import {
  copyFieldsSql,
  copyJsonSql,
  copyParquetSql,
  findBadFieldSql,
  literalPath,
  TableColumn,
  typeFamily,
} from './copySql';

/**
 * Runs COPY on a connection, inside its transaction if it has one. Returns
 * the number of rows loaded. Throws Error that names the object at fault.
 */
export async function runCopy(
  connection: DuckDBConnection,
  command: CopyCommand,
  buckets: BucketStore,
): Promise<number> {
  const columns = await targetColumns(connection, command);
  const found = await copySources(command, buckets);
  const sources = await withoutEmptyFiles(found, buckets);
  if (sources.length === 0) return 0;
  const paths = sources.map(source => source.path);
  switch (command.format) {
    case 'parquet':
      await checkParquet(connection, columns, sources);
      return insert(connection, copyParquetSql(command, columns, paths));
    case 'json':
      return insert(connection, copyJsonSql(command, columns, paths));
    default:
      // Looked for beforehand: after a failed INSERT the transaction is lost
      // and could no longer be asked which field it was.
      await checkFields(connection, command, columns, sources);
      return insert(connection, copyFieldsSql(command, columns, paths));
  }
}

async function insert(
  connection: DuckDBConnection,
  sql: string,
): Promise<number> {
  return (await connection.run(sql)).rowsChanged;
}

async function targetColumns(
  connection: DuckDBConnection,
  command: CopyCommand,
): Promise<TableColumn[]> {
  const all = await describe(connection, command.table);
  if (!command.columns) return all;
  return command.columns.map(name => {
    const column = all.find(candidate => candidate.name === name);
    if (column) return column;
    throw new Error(`column "${name}" of ${command.table} does not exist`);
  });
}

async function describe(
  connection: DuckDBConnection,
  relation: string,
): Promise<TableColumn[]> {
  const rows = await connection.runAndReadAll(
    `SELECT column_name, column_type FROM (DESCRIBE FROM ${relation})`,
  );
  return rows.getRows().map(([name, type]) => ({
    name: String(name).toLowerCase(),
    type: String(type),
  }));
}

async function withoutEmptyFiles(
  sources: readonly CopySource[],
  buckets: BucketStore,
): Promise<CopySource[]> {
  const filled: CopySource[] = [];
  for (const source of sources) {
    const [, bucket, key] =
      /^s3[an]?:\/\/([^/]+)\/([^]+)$/.exec(source.uri) ?? [];
    if ((await buckets.head(bucket, key)).size > 0) filled.push(source);
  }
  return filled;
}

/** Throws unless each file has as many columns as the load, of like types. */
async function checkParquet(
  connection: DuckDBConnection,
  columns: readonly TableColumn[],
  sources: readonly CopySource[],
): Promise<void> {
  for (const { uri, path } of sources) {
    const found = await describe(
      connection,
      `read_parquet(${literalPath(path)}, hive_partitioning = false)`,
    );
    if (found.length !== columns.length) {
      throw new Error(
        `COPY: ${uri} has ${found.length} columns, but ${columns.length} are loaded (Parquet is loaded by the position of its columns)`,
      );
    }
    columns.forEach((column, index) => {
      const expected = typeFamily(column.type);
      const actual = typeFamily(found[index].type);
      if (expected !== actual && expected !== 'semi-structured') {
        throw new Error(
          `COPY: ${uri} has an incompatible Parquet schema for column "${column.name}" (${column.type}): its column ${index + 1}, "${found[index].name}", is ${found[index].type}`,
        );
      }
    });
  }
}

async function checkFields(
  connection: DuckDBConnection,
  command: CopyCommand,
  columns: readonly TableColumn[],
  sources: readonly CopySource[],
): Promise<void> {
  const sql = findBadFieldSql(
    command,
    columns,
    sources.map(source => source.path),
  );
  if (!sql) return;
  const [bad] = (await connection.runAndReadAll(sql)).getRows();
  if (!bad) return;
  const [path, name, type, field] = bad.map(String);
  const uri = sources.find(source => source.path === path)?.uri ?? path;
  throw new Error(
    `COPY: ${uri} has ${JSON.stringify(field)} for column "${name}", which is no ${type}`,
  );
}
