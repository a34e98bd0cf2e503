import type { RedshiftDataContext } from './context';
import { ResultValue } from '../../warehouse/results';
import { validationError } from './errors';
import { checkTarget, TargetInput, warehouseOf } from './target';

/** Schemas that are DuckDB's or hold the dialect's macros. */
const ownSchemas = "('main', 'information_schema', 'pg_catalog')";

/** Rows of a query about the catalog of the database that the input names. Throws a ValidationException for an unknown one. */
export async function queryCatalog(
  context: RedshiftDataContext,
  target: TargetInput,
  sql: string,
  values: (string | null)[],
): Promise<ResultValue[][]> {
  checkTarget(target, context);
  const { Database: database = '' } = target;
  const warehouse = await warehouseOf(target, context);
  if (!warehouse.hasDatabase(database)) {
    throw validationError(
      `FATAL: database "${database}" does not exist; there are ${warehouse.databases().join(', ')}.`,
    );
  }
  return warehouse.inspect(database, sql, [database, ...values]);
}

/** `$1` is the database, `$2` a pattern for the schema, `$3` one for the table. */
export const tablesSql = `
  SELECT lower(table_schema), lower(table_name), table_type
  FROM information_schema.tables
  WHERE table_catalog = $1 AND table_schema NOT IN ${ownSchemas}
    AND lower(table_schema) LIKE coalesce($2, '%')
    AND lower(table_name) LIKE coalesce($3, '%')
  ORDER BY 1, 2`;

/** `$1` is the database, `$2` a pattern for the schema. */
export const schemasSql = `
  SELECT lower(schema_name) FROM information_schema.schemata
  WHERE catalog_name = $1 AND schema_name NOT IN ${ownSchemas}
    AND lower(schema_name) LIKE coalesce($2, '%')
  ORDER BY 1`;

/** `$1` is the database, `$2` the schema and `$3` the table, each null for all. */
export const columnsSql = `
  SELECT lower(schema_name), lower(table_name), lower(column_name), data_type,
    is_nullable, column_default, (
      SELECT any_value(k.constraint_text) FROM duckdb_constraints() k
      WHERE k.database_oid = c.database_oid AND k.table_oid = c.table_oid
        AND k.constraint_type = 'CHECK'
        AND k.constraint_column_names[1] = c.column_name
    )
  FROM duckdb_columns() c
  WHERE database_name = $1 AND schema_name NOT IN ${ownSchemas}
    AND lower(schema_name) = coalesce($2, lower(schema_name))
    AND lower(table_name) = coalesce($3, lower(table_name))
  ORDER BY 1, 2, column_index`;

const typeNames: Readonly<Record<string, string>> = {
  BOOLEAN: 'bool',
  TINYINT: 'int2',
  SMALLINT: 'int2',
  INTEGER: 'int4',
  BIGINT: 'int8',
  HUGEINT: 'numeric',
  FLOAT: 'float4',
  DOUBLE: 'float8',
  VARCHAR: 'varchar',
  DATE: 'date',
  TIME: 'time',
  TIMESTAMP: 'timestamp',
  'TIMESTAMP WITH TIME ZONE': 'timestamptz',
  BLOB: 'varbyte',
  UUID: 'varchar',
  JSON: 'super',
};

/** Redshift's internal name of a column's type, which DuckDB's catalog writes as `DECIMAL(10,2)`. */
export function catalogType(type: string): {
  typeName: string;
  precision: number;
  scale: number;
} {
  const decimal = /^DECIMAL\((\d+),(\d+)\)$/.exec(type);
  if (decimal) {
    return {
      typeName: 'numeric',
      precision: Number(decimal[1]),
      scale: Number(decimal[2]),
    };
  }
  return { typeName: typeNames[type] ?? 'super', precision: 0, scale: 0 };
}
