import { DuckDBConnection } from '@duckdb/node-api';
import { literalPath } from './literalPath';
import { hiveType } from '../hiveTypes';
import type { Inspection } from './Inspection';

/** The columns of a Parquet file and its number of rows, by its footer. */
export async function inspectParquet(
  connection: DuckDBConnection,
  path: string,
): Promise<Inspection> {
  const file = literalPath(path);
  const shape = await connection.run(
    `SELECT * FROM read_parquet(${file}, hive_partitioning = false) LIMIT 0`,
  );
  const types = shape.columnTypes();
  const result = await connection.runAndReadAll(
    `SELECT num_rows FROM parquet_file_metadata(${file})`,
  );
  const [[rows]] = result.getRows();
  return {
    schema: {
      format: 'parquet',
      compression: 'none',
      columns: shape.columnNames().map((name, index) => ({
        name,
        type: hiveType(types[index]),
      })),
    },
    recordCount: Number(rows),
  };
}
