import { DuckDBConnection } from '@duckdb/node-api';
import { literalPath } from '../../warehouse/copy/copySql';
import { sqlString } from '../../warehouse/sql/tokenize';
import { FileSchema } from '../FileSchema';
import { detectDelimiter, firstRecord, isHeader } from './csvDialect';
import type { Inspection } from './inspectFile';

interface CsvFile {
  path: string;
  compression: FileSchema['compression'];
  delimiter: string;
  /** How many fields its first line has. */
  fields: number;
}

interface CsvScan {
  types: string[];
  recordCount: number;
}

/**
 * The columns of a CSV file by all of its lines, not by a sample: a type that
 * a later line contradicts would turn that line's values into nulls. Numbers
 * with leading zeros are texts, and so are dates, as Glue's classifier says.
 * Lines with fewer fields than the first are filled up, longer ones cut, as Spark does.
 *
 * @param head - the beginning of the text, with at least its first line
 */
export async function inspectCsv(
  connection: DuckDBConnection,
  path: string,
  compression: FileSchema['compression'],
  head: string,
): Promise<Inspection> {
  const delimiter = detectDelimiter(head);
  const first = firstRecord(head, delimiter);
  const file = { path, compression, delimiter, fields: first.length };
  const below = await scan(connection, file, 1);
  const hasHeader = isHeader(first, below.types);
  const { types, recordCount } = hasHeader
    ? below
    : await scan(connection, file, 0);
  return {
    schema: {
      format: 'csv',
      compression,
      columns: types.map((type, index) => ({
        name: (hasHeader && first[index].trim()) || `col${index}`,
        type,
      })),
      csv: { delimiter, isQuoted: head.includes('"'), hasHeader },
    },
    recordCount,
  };
}

/** Types and number of the lines after the first `skip`. */
async function scan(
  connection: DuckDBConnection,
  file: CsvFile,
  skip: number,
): Promise<CsvScan> {
  const run = async (isParallel: boolean) => {
    const sql = scanSql(file, skip, isParallel);
    const [row] = (await connection.runAndReadAll(sql)).getRows();
    return row.map(Number);
  };
  let counts: number[];
  try {
    counts = await run(true);
  } catch (error) {
    // DuckDB cannot fill up short lines in parallel where fields have line breaks.
    if (!String(error).includes('quoted new lines')) throw error;
    counts = await run(false);
  }
  const [recordCount, ...perField] = counts;
  const types = Array.from({ length: file.fields }, (_, index) =>
    typeOf(perField.slice(index * 4, index * 4 + 4)),
  );
  return { types, recordCount };
}

function scanSql(file: CsvFile, skip: number, isParallel: boolean): string {
  const fields = Array.from({ length: file.fields }, (_, index) => `f${index}`);
  const columns = fields.map(field => `'${field}': 'VARCHAR'`);
  const values = fields.map(field => `nullif(trim(${field}), '') AS ${field}`);
  const counts = fields.flatMap(field => [
    `count(${field})`,
    `count_if(TRY_CAST(${field} AS BIGINT)::VARCHAR = ${field})`,
    `count_if(TRY_CAST(${field} AS DOUBLE) IS NOT NULL AND NOT regexp_matches(${field}, '^[+-]?0[0-9]'))`,
    `count_if(lower(${field}) IN ('true', 'false'))`,
  ]);
  return `SELECT count(*), ${counts.join(', ')} FROM (SELECT ${values.join(', ')} FROM read_csv(${literalPath(file.path)}, auto_detect = false, header = false, skip = ${skip}, columns = {${columns.join(', ')}}, delim = ${sqlString(file.delimiter)}, quote = '"', escape = '"', compression = ${sqlString(file.compression)}, null_padding = true, strict_mode = false, parallel = ${isParallel}))`;
}

/** The type that all values of a field have: filled ones, whole numbers, numbers, truth values. */
function typeOf([filled, whole, numbers, truths]: number[]): string {
  if (filled === 0) return 'string';
  if (whole === filled) return 'bigint';
  if (numbers === filled) return 'double';
  return truths === filled ? 'boolean' : 'string';
}
