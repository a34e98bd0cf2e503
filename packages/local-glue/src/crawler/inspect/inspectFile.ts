import { DuckDBConnection, DuckDBResult } from '@duckdb/node-api';
import { open } from 'node:fs/promises';
import { constants, gunzipSync } from 'node:zlib';
import { literalPath } from '../../warehouse/copy/copySql';
import { sqlString } from '../../warehouse/sql/tokenize';
import { FileSchema } from '../FileSchema';
import { DataFormat, hiveType } from '../hiveTypes';
import { detectFormat, isGzip } from './detectFormat';
import { inspectCsv } from './inspectCsv';

export interface Inspection {
  schema: FileSchema;
  recordCount: number;
}

/** Bytes at the beginning of a file that decide about its format. */
const headBytes = 256 * 1024;
/** Records that decide about the types of JSON. */
const sampleRows = 500_000;

/**
 * Finds out the schema of a file and counts its records. Throws Error that
 * says what is wrong, without naming the file.
 */
export async function inspectFile(
  connection: DuckDBConnection,
  path: string,
): Promise<Inspection> {
  const start = await readStart(path);
  const compression = isGzip(start) ? 'gzip' : 'none';
  const head = compression === 'gzip' ? gunzipStart(start) : start;
  const format = detectFormat(head);
  switch (format) {
    case 'parquet':
      if (compression === 'gzip') {
        throw new Error('it is Parquet inside gzip; Parquet compresses itself');
      }
      return inspectParquet(connection, path);
    case 'json':
      return inspectJson(connection, path, compression);
    default:
      return inspectCsv(connection, path, compression, decodeStart(head));
  }
}

async function readStart(path: string): Promise<Buffer> {
  const file = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await file.read(
      Buffer.alloc(headBytes),
      0,
      headBytes,
      0,
    );
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

function gunzipStart(start: Buffer): Buffer {
  const goesOn = start.length === headBytes;
  try {
    return gunzipSync(
      start,
      goesOn ? { finishFlush: constants.Z_SYNC_FLUSH } : {},
    );
  } catch (error) {
    throw new Error(`its gzip is damaged: ${(error as Error).message}`);
  }
}

/** Throws unless it is UTF-8; a character that the end cuts in two is left out. */
function decodeStart(head: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(head, {
      stream: true,
    });
  } catch {
    throw new Error('its text is not UTF-8; convert it first');
  }
}

async function inspectParquet(
  connection: DuckDBConnection,
  path: string,
): Promise<Inspection> {
  const file = literalPath(path);
  const result = await connection.run(
    `SELECT * FROM read_parquet(${file}, hive_partitioning = false) LIMIT 0`,
  );
  return {
    schema: {
      format: 'parquet',
      compression: 'none',
      columns: columnsOf(result, 'parquet'),
    },
    recordCount: await count(
      connection,
      `SELECT num_rows FROM parquet_file_metadata(${file})`,
    ),
  };
}

async function inspectJson(
  connection: DuckDBConnection,
  path: string,
  compression: FileSchema['compression'],
): Promise<Inspection> {
  const file = `${literalPath(path)}, format = 'newline_delimited', compression = ${sqlString(compression === 'none' ? 'uncompressed' : compression)}`;
  const result = await connection.run(
    `SELECT * FROM read_json(${file}, records = true, sample_size = ${sampleRows}, map_inference_threshold = -1, convert_strings_to_integers = false, hive_partitioning = false) LIMIT 0`,
  );
  return {
    schema: {
      format: 'json',
      compression,
      columns: columnsOf(result, 'json'),
    },
    recordCount: await count(
      connection,
      `SELECT count(*) FROM read_json_objects(${file})`,
    ),
  };
}

function columnsOf(result: DuckDBResult, format: DataFormat) {
  const types = result.columnTypes();
  return result.columnNames().map((name, index) => ({
    name,
    type: hiveType(types[index], format),
  }));
}

async function count(
  connection: DuckDBConnection,
  sql: string,
): Promise<number> {
  const [[value]] = (await connection.runAndReadAll(sql)).getRows();
  return Number(value);
}
