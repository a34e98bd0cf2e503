import { DuckDBConnection } from '@duckdb/node-api';
import { ColumnDefinition } from '../catalog/TableDefinition';
import { CopyCommand } from '../sql/parseCopy';
import { sqlName, sqlString } from '../../base/sqlText';
import { CopySource } from './copySources';
import { fitsParquet } from './parquetTypes';

/** A path as DuckDB's readers take it: what would be a pattern stands for itself. */
export function literalPath(path: string): string {
  return sqlString(path.replace(/[*?[]/g, character => `[${character}]`));
}

/**
 * The query that reads the columns of Parquet files, which go into the
 * table's by position, whatever their names. Throws Error that names the
 * object when one does not have the columns that are loaded.
 */
export async function parquetQuery(
  connection: DuckDBConnection,
  command: CopyCommand,
  columns: readonly ColumnDefinition[],
  sources: readonly CopySource[],
): Promise<string> {
  const selects: string[] = [];
  for (const { uri, path } of sources) {
    const file = `read_parquet(${literalPath(path)}, hive_partitioning = false)`;
    const found = await describe(connection, file);
    const isFilled = command.fillRecord && found.length < columns.length;
    if (found.length !== columns.length && !isFilled) {
      throw new Error(
        `COPY: ${uri} has ${found.length} columns, but ${columns.length} are loaded (Parquet is loaded by the position of its columns)`,
      );
    }
    columns.slice(0, found.length).forEach((column, index) => {
      if (!fitsParquet(column.type, found[index].type)) {
        throw new Error(
          `COPY: ${uri} has an incompatible Parquet schema for column "${column.name}" (${column.type}): its column ${index + 1}, "${found[index].name}", is ${found[index].type}`,
        );
      }
    });
    const values = columns.map(({ type }, index) => {
      if (!found[index]) return `NULL::${type}`;
      const name = sqlName(found[index].name);
      return type === 'JSON' ? `to_json(${name})` : name;
    });
    selects.push(`SELECT ${values.join(', ')} FROM ${file}`);
  }
  return selects.join(' UNION ALL ');
}

/** Why the rows did not go into the table, when it was a text that is too long: the file, the column and the lengths. */
export async function findTooLong(
  connection: DuckDBConnection,
  columns: readonly ColumnDefinition[],
  sources: readonly CopySource[],
): Promise<string | undefined> {
  for (const { uri, path } of sources) {
    const file = `read_parquet(${literalPath(path)}, hive_partitioning = false)`;
    const found = await describe(connection, file);
    for (const [index, { name, length }] of columns.entries()) {
      if (!length || !found[index]) continue;
      const result = await connection.runAndReadAll(
        `SELECT max(strlen(${sqlName(found[index].name)})) FROM ${file}`,
      );
      const longest = Number(result.getRows()[0][0] ?? 0);
      if (longest > length.bytes) {
        return `COPY: The length of the data column ${name} is longer than the length defined in the table. Table: ${length.bytes}, Data: ${longest}, File name: ${uri}`;
      }
    }
  }
  return undefined;
}

async function describe(
  connection: DuckDBConnection,
  relation: string,
): Promise<{ name: string; type: string }[]> {
  const rows = await connection.runAndReadAll(
    `SELECT column_name, column_type FROM (DESCRIBE FROM ${relation})`,
  );
  return rows.getRows().map(([name, type]) => ({
    name: String(name),
    type: String(type),
  }));
}
