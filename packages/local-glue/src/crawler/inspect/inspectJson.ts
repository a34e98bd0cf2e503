import { DuckDBConnection } from '@duckdb/node-api';
import { literalPath } from './literalPath';
import { sqlString } from '../../warehouse/sql/tokenize';
import type { FileSchema } from '../FileSchema';
import { jsonColumns } from './jsonTypes';
import type { Inspection } from './inspectFile';

/** Records that decide about the types. */
const sampleRows = 500_000;

/** The columns of a file of JSON lines, and how many lines it has. */
export async function inspectJson(
  connection: DuckDBConnection,
  path: string,
  compression: FileSchema['compression'],
): Promise<Inspection> {
  const file = `${literalPath(path)}, format = 'newline_delimited', compression = ${sqlString(compression === 'none' ? 'uncompressed' : compression)}`;
  const source = `read_json(${file}, records = true, sample_size = ${sampleRows}, map_inference_threshold = -1, convert_strings_to_integers = false, hive_partitioning = false)`;
  const shape = await connection.run(`SELECT * FROM ${source} LIMIT 0`);
  const columns = jsonColumns(shape.columnNames(), shape.columnTypes());
  const result = await connection.runAndReadAll(
    `SELECT ${['count(*)', ...columns.questions].join(', ')} FROM ${source}`,
  );
  const [[records, ...answers]] = result.getRows();
  return {
    schema: {
      format: 'json',
      compression,
      columns: columns.answer(answers.map(answer => answer !== false)),
    },
    recordCount: Number(records),
  };
}
