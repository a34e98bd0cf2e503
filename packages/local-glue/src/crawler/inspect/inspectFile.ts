import { open } from 'node:fs/promises';
import { promisify } from 'node:util';
import { constants, gunzip } from 'node:zlib';
import type { CrawlDatabase } from '../CrawlDatabase';
import type { CsvClassifier } from '../CsvClassifier';
import type { JsonClassifier } from '../JsonClassifier';
import { detectFormat, isGzip } from './detectFormat';
import { inspectCsv } from './inspectCsv';
import { inspectJson } from './inspectJson';
import { inspectParquet } from './inspectParquet';
import type { Inspection } from './Inspection';
import type { TextFile } from './readChunks';
import { notUtf8 } from './utf8';

export interface InspectionTools {
  database: CrawlDatabase;
  /** Those that the crawler names, in its order. */
  classifiers: readonly (CsvClassifier | JsonClassifier)[];
  signal: AbortSignal;
}

/** Bytes at the beginning of a file that decide about its format. */
const headBytes = 256 * 1024;
/** So many of them when compressed: they can be a thousand times as long. */
const gzipHeadBytes = 32 * 1024;

/**
 * Finds out the schema of a file and counts its records. Throws Error that
 * says what is wrong, without naming the file; one with a `code` is the file
 * system's.
 */
export async function inspectFile(
  path: string,
  { database, classifiers, signal }: InspectionTools,
): Promise<Inspection> {
  const { start, isWhole } = await readStart(path);
  const compression = isGzip(start) ? 'gzip' : 'none';
  const head = compression === 'gzip' ? await gunzipStart(start) : start;
  const format = detectFormat(head);
  if (format === 'parquet') {
    if (compression === 'gzip') {
      throw new Error('it is Parquet inside gzip; Parquet compresses itself');
    }
    return database.run(signal, connection => inspectParquet(connection, path));
  }
  const text: TextFile = {
    path,
    compression,
    head: decodeStart(head),
    whole: isWhole && compression === 'none' ? start : undefined,
  };
  try {
    return format === 'json'
      ? await classifyJson(text, classifiers, signal)
      : await inspectCsv(
          text,
          classifiers.filter(each => each.kind === 'csv'),
          signal,
        );
  } catch (error) {
    throw damagedGzip(error as Error);
  }
}

/** The first classifier that recognises the file decides, the built-in one last. */
async function classifyJson(
  text: TextFile,
  classifiers: InspectionTools['classifiers'],
  signal: AbortSignal,
): Promise<Inspection> {
  for (const classifier of classifiers) {
    if (classifier.kind !== 'json') continue;
    const recognised = await inspectJson(text, signal, classifier);
    if (recognised) return recognised;
  }
  return inspectJson(text, signal);
}

async function readStart(
  path: string,
): Promise<{ start: Buffer; isWhole: boolean }> {
  const file = await open(path, 'r');
  try {
    const { size } = await file.stat();
    const length = Math.min(size, headBytes);
    const { buffer, bytesRead } = await file.read(
      Buffer.allocUnsafe(length),
      0,
      length,
      0,
    );
    return {
      start: buffer.subarray(0, bytesRead),
      isWhole: bytesRead === size,
    };
  } finally {
    await file.close();
  }
}

async function gunzipStart(start: Buffer): Promise<Buffer> {
  try {
    // What is missing at the end is found by whoever reads all of it.
    return await promisify(gunzip)(start.subarray(0, gzipHeadBytes), {
      finishFlush: constants.Z_SYNC_FLUSH,
    });
  } catch (error) {
    throw damagedGzip(error as Error);
  }
}

function damagedGzip(error: NodeJS.ErrnoException): Error {
  return error.code?.startsWith('Z_')
    ? new Error(`its gzip is damaged: ${error.message}`)
    : error;
}

/** Throws unless it is UTF-8; a character that the end cuts in two is left out. */
function decodeStart(head: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(head, {
      stream: true,
    });
  } catch {
    throw notUtf8();
  }
}
