/** What a Parquet file holds as 32 bits, as DuckDB calls it. */
const int32 = [
  'TINYINT',
  'SMALLINT',
  'INTEGER',
  'UTINYINT',
  'USMALLINT',
  'UINTEGER',
];

/** A column's type, and what COPY reads into it from Parquet, both as DuckDB calls them. */
const accepted: Readonly<Record<string, readonly string[]>> = {
  BOOLEAN: ['BOOLEAN'],
  SMALLINT: int32,
  INTEGER: int32,
  BIGINT: ['BIGINT', 'UBIGINT'],
  FLOAT: ['FLOAT'],
  DOUBLE: ['DOUBLE'],
  DATE: ['DATE'],
  VARCHAR: ['VARCHAR', 'JSON'],
  BLOB: ['BLOB'],
};

/**
 * Whether COPY reads a column of a Parquet file into a column of a table:
 * nothing is converted, so that the file's type has to be the one that the
 * table's type is stored as. A BIGINT is not read into INTEGER or the other
 * way round, nor a DECIMAL of another precision or scale (Amazon Redshift
 * Database Developer Guide, "COPY from columnar data formats"; AWS Knowledge
 * Center, errors of Redshift Spectrum about incompatible Parquet schemas).
 */
export function fitsParquet(column: string, parquet: string): boolean {
  // SUPER takes every type.
  if (column === 'JSON') return true;
  if (column.startsWith('TIMESTAMP')) return parquet.startsWith('TIMESTAMP');
  if (column.startsWith('TIME'))
    return parquet.startsWith('TIME') && !parquet.startsWith('TIMESTAMP');
  return accepted[column]?.includes(parquet) ?? column === parquet;
}
