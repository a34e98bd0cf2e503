import { DuckDBConnection } from '@duckdb/node-api';
import { TablePlace } from './TableDefinition';

/** What COMMENT ON has said of a table, or of a column of it. */
export interface Comment {
  /** Lower case; undefined for the table itself. */
  column?: string;
  comment: string;
}

export async function readComments(
  connection: DuckDBConnection,
  { database, schema, table }: TablePlace,
): Promise<Comment[]> {
  const found = await connection.runAndReadAll(
    `SELECT NULL, comment FROM duckdb_tables() WHERE database_name = $1 AND schema_name = $2 AND table_name = $3 AND comment IS NOT NULL
    UNION ALL SELECT lower(column_name), comment FROM duckdb_columns() WHERE database_name = $1 AND schema_name = $2 AND table_name = $3 AND comment IS NOT NULL`,
    [database, schema, table],
  );
  return found.getRows().map(([column, comment]) => ({
    column: column === null ? undefined : String(column),
    comment: String(comment),
  }));
}
