import { WarehouseTableRef } from '@glue-pipelines/backstage-plugin-common';
import { WarehouseColumn, WarehouseQuery } from '../aws/WarehouseApi';

/** Characters of a value that are shown. */
export const VALUE_LENGTH = 500;

const TEXT_TYPES = /^(varchar|bpchar|char|text)$/;

/** A name as Redshift reads it whatever is in it ("Names and identifiers", Database Developer Guide). */
export function quoteName(name: string): string {
  return `"${name.replace(/"/g, '""')}"`;
}

function nameOf({ schema, table }: WarehouseTableRef) {
  return `${quoteName(schema)}.${quoteName(table)}`;
}

/** The first rows that the warehouse finds; texts are one character longer than shown where they are longer. */
export function selectRows(
  table: WarehouseTableRef,
  columns: Pick<WarehouseColumn, 'name' | 'type'>[],
  limit: number,
): WarehouseQuery {
  const values = columns.map(({ name, type }) => {
    const quoted = quoteName(name);
    if (TEXT_TYPES.test(type)) {
      return `left(${quoted}, ${VALUE_LENGTH + 1}) AS ${quoted}`;
    }
    // Numbers of JSON lose what is beyond 2^53.
    return type === 'int8' ? `${quoted}::varchar(20) AS ${quoted}` : quoted;
  });
  return {
    sql: `SELECT ${values.join(', ')} FROM ${nameOf(table)} LIMIT ${limit}`,
  };
}

export function countRows(table: WarehouseTableRef): WarehouseQuery {
  return { sql: `SELECT count(*) FROM ${nameOf(table)}` };
}

/** The size in blocks of 1 MB (SVV_TABLE_INFO, Database Developer Guide); no row for an empty table. */
export function selectSize({
  database,
  schema,
  table,
}: WarehouseTableRef): WarehouseQuery {
  return {
    sql: 'SELECT size FROM svv_table_info WHERE "database" = :db AND "schema" = :schema AND "table" = :name',
    parameters: lowerCased({ db: database, schema, name: table }),
  };
}

/** When the last COPY into a table of that name ended, and how many rows it loaded (SYS_LOAD_HISTORY, which knows no schemas). */
export function selectLastLoad({
  database,
  table,
}: WarehouseTableRef): WarehouseQuery {
  return {
    sql: "SELECT end_time, loaded_rows FROM sys_load_history WHERE database_name = :db AND table_name = :name AND status = 'completed' ORDER BY end_time DESC LIMIT 1",
    parameters: lowerCased({ db: database, name: table }),
  };
}

export function selectTableId({
  schema,
  table,
}: WarehouseTableRef): WarehouseQuery {
  return {
    sql: 'SELECT c.oid::bigint FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname = :schema AND c.relname = :name',
    parameters: lowerCased({ schema, name: table }),
  };
}

/**
 * Values that COPY could not load, newest first. SYS_LOAD_ERROR_DETAIL is there
 * on clusters and on Redshift Serverless, and keeps them for a week.
 */
export function selectLoadErrors(
  { database }: WarehouseTableRef,
  tableId: string,
  limit: number,
): WarehouseQuery {
  return {
    sql: `SELECT start_time, trim(file_name), line_number, trim(column_name), trim(column_type), error_code, trim(error_message) FROM sys_load_error_detail WHERE database_name = :db AND table_id = CAST(:id AS bigint) ORDER BY start_time DESC, line_number LIMIT ${limit}`,
    parameters: lowerCased({ db: database, id: tableId }),
  };
}

/** Names are kept in lower case unless a database says otherwise. */
function lowerCased(names: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(names).map(([key, name]) => [key, name.toLowerCase()]),
  );
}
