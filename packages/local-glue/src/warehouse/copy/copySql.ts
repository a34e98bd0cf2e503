import { CopyCommand } from '../sql/parseCopy';
import { sqlName, sqlString } from '../sql/tokenize';

export interface TableColumn {
  name: string;
  /** As DuckDB writes it: `INTEGER`, `DECIMAL(10,2)`. */
  type: string;
}

/** A path as DuckDB's readers take it: what would be a pattern stands for itself. */
export function literalPath(path: string): string {
  return sqlString(path.replace(/[*?[]/g, character => `[${character}]`));
}

export function pathList(paths: readonly string[]): string {
  return `[${paths.map(literalPath).join(', ')}]`;
}

function insertInto(command: CopyCommand, columns: readonly TableColumn[]) {
  const names = columns.map(column => sqlName(column.name)).join(', ');
  return `INSERT INTO ${command.table} (${names})`;
}

/** Parquet's columns go into the table's by position, whatever their names. */
export function copyParquetSql(
  command: CopyCommand,
  columns: readonly TableColumn[],
  paths: readonly string[],
): string {
  return `${insertInto(command, columns)} SELECT * FROM read_parquet(${pathList(paths)}, hive_partitioning = false)`;
}

/** The fields of delimited files as text, named `f0`, `f1`, ... */
export function readFieldsSql(
  command: CopyCommand,
  columns: readonly TableColumn[],
  paths: readonly string[],
): string {
  const fields = columns.map((_, index) => `'f${index}': 'VARCHAR'`);
  return `read_csv(${pathList(paths)}, auto_detect = false, header = false, columns = {${fields.join(', ')}}, skip = ${command.ignoreHeader}, delim = ${sqlString(command.delimiter)}, quote = ${sqlString(command.quote)}, escape = ${sqlString(command.quote)}, nullstr = ${sqlString(command.nullString)}, compression = ${sqlString(command.compression)}, null_padding = ${command.fillRecord}, filename = true)`;
}

export function isText(column: TableColumn): boolean {
  return column.type === 'VARCHAR';
}

/**
 * Empty fields become NULL except in character columns, where they stay empty
 * text unless EMPTYASNULL (Amazon Redshift Database Developer Guide, "Data
 * conversion parameters").
 */
function fieldSql(
  command: CopyCommand,
  column: TableColumn,
  index: number,
): string {
  const field = `f${index}`;
  if (!isText(column)) {
    return `CAST(NULLIF(trim(${field}), '') AS ${column.type})`;
  }
  if (command.blanksAsNull) {
    return `CASE WHEN length(${field}) > 0 AND trim(${field}) = '' THEN NULL ELSE ${command.emptyAsNull ? `NULLIF(${field}, '')` : field} END`;
  }
  return command.emptyAsNull ? `NULLIF(${field}, '')` : field;
}

export function copyFieldsSql(
  command: CopyCommand,
  columns: readonly TableColumn[],
  paths: readonly string[],
): string {
  const fields = columns.map((column, index) =>
    fieldSql(command, column, index),
  );
  return `${insertInto(command, columns)} SELECT ${fields.join(', ')} FROM ${readFieldsSql(command, columns, paths)}`;
}

/** Finds the first field that is no value of its column's type: file, column, field. */
export function findBadFieldSql(
  command: CopyCommand,
  columns: readonly TableColumn[],
  paths: readonly string[],
): string | undefined {
  const source = readFieldsSql(command, columns, paths);
  const searches = columns.flatMap((column, index) => {
    if (isText(column)) return [];
    const field = `NULLIF(trim(f${index}), '')`;
    return [
      `(SELECT filename, ${sqlString(column.name)} AS name, ${sqlString(column.type)} AS type, f${index} AS field FROM ${source} WHERE ${field} IS NOT NULL AND TRY_CAST(${field} AS ${column.type}) IS NULL LIMIT 1)`,
    ];
  });
  return searches.length > 0 ? searches.join(' UNION ALL ') : undefined;
}

/** JSON's members go into the columns of the same name. */
export function copyJsonSql(
  command: CopyCommand,
  columns: readonly TableColumn[],
  paths: readonly string[],
): string {
  const fields = columns.map(
    column => `${sqlString(column.name)}: ${sqlString(column.type)}`,
  );
  const compression =
    command.compression === 'none' ? 'uncompressed' : command.compression;
  return `${insertInto(command, columns)} SELECT * FROM read_json(${pathList(paths)}, format = 'unstructured', records = true, columns = {${fields.join(', ')}}, compression = ${sqlString(compression)})`;
}

export type TypeFamily =
  | 'text'
  | 'number'
  | 'boolean'
  | 'date'
  | 'timestamp'
  | 'time'
  | 'binary'
  | 'semi-structured';

/** What COPY compares: Parquet's values are converted within a family, never across. */
export function typeFamily(type: string): TypeFamily {
  const name = type.toUpperCase();
  if (/\[|^(STRUCT|MAP|UNION|JSON|VARIANT)/.test(name)) {
    return 'semi-structured';
  }
  if (name.startsWith('TIMESTAMP')) return 'timestamp';
  if (name.startsWith('TIME')) return 'time';
  if (name === 'DATE') return 'date';
  if (name === 'BOOLEAN') return 'boolean';
  if (name === 'BLOB') return 'binary';
  if (/INT|^(FLOAT|DOUBLE|DECIMAL)/.test(name)) return 'number';
  return 'text';
}
