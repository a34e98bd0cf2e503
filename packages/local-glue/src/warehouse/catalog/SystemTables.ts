import { DuckDBConnection } from '@duckdb/node-api';
import { RejectedRow } from '../copy/LoadError';
import { sqlName, sqlString } from '../../base/sqlText';
import { TablePlace } from './TableDefinition';

/** The user of every session; Redshift's first user has the same number. */
const userId = 100;

/** System tables keep what is younger (Amazon Redshift Database Developer Guide, "STL views for logging"). */
const retention = "INTERVAL '7 days'";

/** Users and groups that were made in a database. */
export const principalsTable = 'local_glue_principals';

/**
 * Tables of each database in its schema `main`, which every search path ends
 * with: what Redshift's system tables tell, and the warnings of statements,
 * for which neither Redshift nor its Data API has a place. Columns are those
 * of the Amazon Redshift Database Developer Guide, "STL_LOAD_ERRORS".
 */
export const systemTables: readonly string[] = [
  'stl_load_errors (userid INTEGER, slice INTEGER, tbl INTEGER, starttime TIMESTAMP, session INTEGER, query INTEGER, filename VARCHAR, line_number BIGINT, colname VARCHAR, type VARCHAR, col_length VARCHAR, position INTEGER, raw_line VARCHAR, raw_field_value VARCHAR, err_code INTEGER, err_reason VARCHAR, is_partial INTEGER, start_offset BIGINT, copy_job_id BIGINT)',
  'sys_load_history (user_id INTEGER, query_id BIGINT, transaction_id BIGINT, session_id INTEGER, database_name VARCHAR, status VARCHAR, table_name VARCHAR, start_time TIMESTAMP, end_time TIMESTAMP, duration BIGINT, data_source VARCHAR, file_format VARCHAR, loaded_rows BIGINT, loaded_bytes BIGINT, source_file_count INTEGER, source_file_bytes BIGINT, file_count_scanned INTEGER, file_bytes_scanned BIGINT, error_count BIGINT, copy_job_id BIGINT)',
  'local_glue_warnings (query INTEGER, statement_id VARCHAR, starttime TIMESTAMP, warning VARCHAR)',
  `${principalsTable} (kind VARCHAR, id INTEGER, name VARCHAR)`,
];

const type = `CASE WHEN length IS NOT NULL THEN split_part(length, '(', 1) WHEN data_type = 'VARCHAR' THEN 'character varying' WHEN data_type = 'FLOAT' THEN 'real' WHEN data_type = 'DOUBLE' THEN 'double precision' WHEN data_type = 'BLOB' THEN 'binary varying' WHEN data_type = 'JSON' THEN 'super' WHEN data_type = 'TIMESTAMP' THEN 'timestamp without time zone' WHEN data_type LIKE 'DECIMAL%' THEN 'numeric' ELSE lower(data_type) END`;

/** What the catalog has of the database that a session is in. */
const ownObjects =
  "database_name = current_database() AND schema_name <> 'main'";

/** Columns with the lengths that their constraints keep. */
const columns = `(SELECT c.*, (SELECT regexp_extract(any_value(k.constraint_text), 'value too long for type (character(?: varying)?\\(\\d+\\))', 1) FROM duckdb_constraints() k WHERE k.table_oid = c.table_oid AND k.database_oid = c.database_oid AND k.constraint_type = 'CHECK' AND k.constraint_column_names[1] = c.column_name) AS length FROM duckdb_columns() c WHERE c.database_name = current_database() AND c.schema_name NOT IN ('main', 'information_schema', 'pg_catalog'))`;

/** Views in memory, over the catalog of the database that a session is in. */
export const systemViews: readonly string[] = [
  `svv_columns AS SELECT database_name AS table_catalog, lower(schema_name) AS table_schema, lower(table_name) AS table_name, lower(column_name) AS column_name, column_index AS ordinal_position, column_default, CASE WHEN is_nullable THEN 'YES' ELSE 'NO' END AS is_nullable, ${type} AS data_type, coalesce(regexp_extract(length, '(\\d+)', 1)::INTEGER, character_maximum_length) AS character_maximum_length, numeric_precision, numeric_precision_radix, CASE WHEN data_type NOT IN ('FLOAT', 'DOUBLE') THEN numeric_scale END AS numeric_scale, NULL::INTEGER AS datetime_precision, comment AS remarks FROM ${columns}`,
  "svv_tables AS SELECT table_catalog, lower(table_schema) AS table_schema, lower(table_name) AS table_name, table_type, TABLE_COMMENT AS remarks FROM information_schema.tables WHERE table_catalog = current_database() AND table_schema NOT IN ('main', 'information_schema', 'pg_catalog')",
  `pg_table_def AS SELECT lower(schema_name) AS schemaname, lower(table_name) AS tablename, lower(column_name) AS "column", CASE WHEN length IS NOT NULL THEN length WHEN data_type LIKE 'DECIMAL%' THEN replace(lower(data_type), 'decimal', 'numeric') ELSE ${type} END AS type, 'none' AS encoding, false AS distkey, 0 AS sortkey, NOT is_nullable AS "notnull" FROM ${columns} WHERE list_contains(current_schemas(false), schema_name)`,
  "svv_table_info AS SELECT database_name AS database, lower(schema_name) AS schema, table_oid AS table_id, lower(table_name) AS \"table\", 'N' AS encoded, 'AUTO(ALL)' AS diststyle, estimated_size AS tbl_rows, NULL::BIGINT AS size FROM duckdb_tables() WHERE database_name = current_database() AND schema_name NOT IN ('main')",
  `pg_class AS SELECT table_oid AS oid, lower(table_name) AS relname, schema_oid AS relnamespace, ${userId} AS relowner, estimated_size::FLOAT AS reltuples, 'r' AS relkind FROM duckdb_tables() WHERE ${ownObjects} UNION ALL SELECT view_oid, lower(view_name), schema_oid, ${userId}, 0, 'v' FROM duckdb_views() WHERE ${ownObjects}`,
  `pg_namespace AS SELECT oid, lower(schema_name) AS nspname, ${userId} AS nspowner FROM duckdb_schemas() WHERE ${ownObjects}`,
  `pg_description AS SELECT table_oid AS objoid, 0 AS classoid, 0 AS objsubid, comment AS description FROM duckdb_tables() WHERE comment IS NOT NULL AND ${ownObjects} UNION ALL SELECT view_oid, 0, 0, comment FROM duckdb_views() WHERE comment IS NOT NULL AND ${ownObjects} UNION ALL SELECT table_oid, 0, column_index, comment FROM duckdb_columns() WHERE comment IS NOT NULL AND ${ownObjects}`,
  `pg_database AS SELECT database_oid AS oid, database_name AS datname, ${userId} AS datdba FROM duckdb_databases() WHERE NOT internal AND database_name <> 'memory'`,
  // GRANT has no effect here.
  'svv_relation_privileges AS SELECT NULL::VARCHAR AS namespace_name, NULL::VARCHAR AS relation_name, NULL::VARCHAR AS privilege_type, NULL::INTEGER AS identity_id, NULL::VARCHAR AS identity_name, NULL::VARCHAR AS identity_type, NULL::BOOLEAN AS admin_option WHERE false',
  'stv_tbl_perm AS SELECT 0 AS slice, table_oid AS id, lower(table_name) AS name, estimated_size AS rows FROM duckdb_tables() WHERE database_name = current_database()',
];

/** The names of the views that Redshift has in its schema `pg_catalog`. */
export const catalogViews: readonly string[] = [
  ...systemViews.map(view => view.slice(0, view.indexOf(' '))),
  'pg_user',
  'pg_group',
];

/** Views of the users and groups of all databases, which belong to the warehouse. */
export function principalViews(databases: readonly string[]): string[] {
  const all = databases
    .map(name => `FROM ${sqlName(name)}.main.${principalsTable}`)
    .join(' UNION ALL ');
  return [
    `pg_user AS SELECT name AS usename, id AS usesysid, false AS usecreatedb, false AS usesuper, false AS usecatupd, '********' AS passwd, NULL::TIMESTAMP AS valuntil, NULL::VARCHAR AS useconfig FROM (${all}) WHERE kind = 'user'`,
    `pg_group AS SELECT name AS groname, id AS grosysid, NULL::VARCHAR AS grolist FROM (${all}) WHERE kind = 'group'`,
  ];
}

/** The same as `stl_load_errors` for Redshift Serverless, which has SYS views only; a view beside it. */
export const loadErrorDetail =
  'sys_load_error_detail AS SELECT userid AS user_id, query AS query_id, session AS session_id, current_database() AS database_name, tbl AS table_id, starttime AS start_time, filename AS file_name, line_number, colname AS column_name, type AS column_type, col_length AS column_length, position, err_code AS error_code, err_reason AS error_message';

/** Adds rejected rows of a COPY to `stl_load_errors`, and forgets those of a week ago. */
export async function insertLoadErrors(
  connection: DuckDBConnection,
  database: string,
  query: number,
  place: TablePlace,
  rejected: readonly RejectedRow[],
): Promise<void> {
  const table = `${sqlName(database)}.main.stl_load_errors`;
  const found = await connection.runAndReadAll(
    'SELECT table_oid FROM duckdb_tables() WHERE database_name = $1 AND schema_name = $2 AND table_name = $3',
    [place.database, place.schema, place.table],
  );
  const oid = String(found.getRows()[0]?.[0] ?? 0);
  await connection.run(
    `DELETE FROM ${table} WHERE starttime < now()::TIMESTAMP - ${retention}`,
  );
  const rows = rejected.map(({ uri, line, rawLine, error }) => {
    const { column, field, position, code, message } = error;
    const length = column?.length ? String(column.length.bytes) : '';
    const typeName = column?.length?.type ?? column?.type.toLowerCase() ?? '';
    return `(${userId}, 0, ${oid}, (current_timestamp AT TIME ZONE 'UTC')::TIMESTAMP, ${process.pid}, ${query}, ${[uri.slice(0, 1024)].map(sqlString)}, ${line}, ${[column?.name ?? '', typeName, length].map(sqlString).join(', ')}, ${position}, ${[rawLine.slice(0, 1024), field.slice(0, 1024)].map(sqlString).join(', ')}, ${code}, ${sqlString(message)}, 0, 0, -1)`;
  });
  for (let start = 0; start < rows.length; start += 500) {
    await connection.run(
      `INSERT INTO ${table} VALUES ${rows.slice(start, start + 500).join(', ')}`,
    );
  }
}

/** A COPY that has loaded its rows. */
export interface CompletedLoad {
  database: string;
  table: string;
  query: number;
  startedAt: Date;
  /** What COPY was given, e.g. `s3://bucket/prefix`. */
  source: string;
  format: string;
  rows: number;
  files: number;
  bytes: number;
}

/** Adds a COPY to `sys_load_history`, in the transaction of the COPY. They stay: there is one for each, and to delete some could conflict with another COPY. */
export async function insertLoad(
  connection: DuckDBConnection,
  load: CompletedLoad,
): Promise<void> {
  const table = `${sqlName(load.database)}.main.sys_load_history`;
  const endedAt = new Date();
  const time = (at: Date) => `${sqlString(at.toISOString().slice(0, -1))}`;
  const microseconds = (endedAt.getTime() - load.startedAt.getTime()) * 1000;
  await connection.run(
    `INSERT INTO ${table} VALUES (${userId}, ${load.query}, 0, ${process.pid}, ${[load.database, 'completed', load.table].map(sqlString).join(', ')}, ${time(load.startedAt)}, ${time(endedAt)}, ${microseconds}, ${[load.source, load.format].map(sqlString).join(', ')}, ${load.rows}, ${load.bytes}, ${load.files}, ${load.bytes}, ${load.files}, ${load.bytes}, 0, 0)`,
  );
}

/** Adds what a statement said had no effect to `local_glue_warnings`. */
export async function insertWarnings(
  connection: DuckDBConnection,
  database: string,
  query: number,
  statementId: string,
  warnings: readonly string[],
): Promise<void> {
  const rows = warnings.map(
    warning =>
      `(${query}, ${sqlString(statementId)}, (current_timestamp AT TIME ZONE 'UTC')::TIMESTAMP, ${sqlString(warning)})`,
  );
  const table = `${sqlName(database)}.main.local_glue_warnings`;
  await connection.run(
    `DELETE FROM ${table} WHERE starttime < now()::TIMESTAMP - ${retention}`,
  );
  await connection.run(`INSERT INTO ${table} VALUES ${rows.join(', ')}`);
}
