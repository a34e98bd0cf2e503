import type { S3Client } from '@aws-sdk/client-s3';
import type { Pipeline } from '@glue-pipelines/pipeline';
import { constants, gunzipSync } from 'node:zlib';
import { crawledColumns } from '../columns/crawledColumns';
import { csvColumns } from './csvColumns';
import { findObjects } from './findObjects';
import { jsonColumns } from './jsonColumns';
import { parquetColumns } from './parquetColumns';
import { rangedObject, type RangedObject } from './rangedObject';
import { s3Problem } from './s3Problem';
import { sniffContent } from './sniffContent';
import { EmptySourceError, SourceError } from './SourceError';

type Source = Pipeline['sources'][number];

/** How many bytes of a text file are read: first a little, then enough for very wide rows. */
const SAMPLE_BYTES = [64 * 1024, 4 * 1024 * 1024];

/** Compressions that Spark and the crawlers read but that are not looked into here. */
const OPAQUE_ENDINGS = /\.(bz2|zst|snappy)$/i;

/** What is known of a source before any pipeline has read it. */
export interface SourceInspection {
  /** The object that was looked at, as `s3://bucket/key`. */
  object: string;
  /** The crawled columns; `undefined` for compressions that are not looked into. */
  columns?: string[];
}

function decompress(bytes: Buffer): Buffer {
  // The sample ends in the middle of the stream, which a flush tolerates.
  return gunzipSync(bytes, { finishFlush: constants.Z_SYNC_FLUSH });
}

function expectKind(source: Source, start: Buffer, gzipped: boolean) {
  const kind = sniffContent(start);
  const { format } = source;
  if (kind === 'gzip' && !gzipped) {
    throw new SourceError(
      'is compressed by gzip, but its name does not end in ".gz", by which Spark and the crawlers recognise it: rename the object',
    );
  }
  const expected = { csv: 'text', json: 'json', parquet: 'parquet' }[format];
  // Free text may begin with a bracket; a brace is how JSON objects begin.
  const fits =
    kind === expected ||
    (format === 'csv' &&
      kind === 'json' &&
      start.toString().trimStart()[0] === '[');
  if (!fits) {
    const found = {
      parquet: 'Parquet',
      gzip: 'gzip',
      json: 'JSON',
      text: 'text that is not JSON',
      binary: 'neither text nor Parquet',
    }[kind];
    throw new SourceError(
      `is ${format}, but the content is ${found}: choose the format of the file, or name another file`,
      'format',
    );
  }
}

async function textColumns(source: Source, object: RangedObject) {
  const gzipped = /\.gz$/i.test(object.key);
  for (const limit of SAMPLE_BYTES) {
    const raw = await object.read(0, Math.min(limit, object.size));
    const bytes =
      gzipped && sniffContent(raw) === 'gzip' ? decompress(raw) : raw;
    const complete = object.size <= limit;
    expectKind(source, bytes, gzipped);
    const text = bytes.toString('utf8');
    const columns =
      source.format === 'csv'
        ? csvColumns(text, complete, {
            header: source.csv?.header ?? true,
            delimiter: source.csv?.delimiter ?? ',',
          })
        : jsonColumns(text, complete);
    if (columns) {
      return columns;
    }
  }
  throw new SourceError(
    `is ${source.format}, but the first ${
      SAMPLE_BYTES.at(-1)! / 1024 / 1024
    } MB hold no whole row: choose the format of the file, or name another file`,
    'format',
  );
}

async function columnsOf(source: Source, object: RangedObject) {
  if (source.format === 'parquet') {
    expectKind(source, await object.read(0, 16), false);
    return parquetColumns(object);
  }
  return OPAQUE_ENDINGS.test(object.key)
    ? undefined
    : textColumns(source, object);
}

/**
 * Looks into a source: that it can be read, holds rows, is of its format, and
 * which columns it has. Reads at most a few ranges of one object.
 *
 * @throws SourceError with what is wrong and what to do about it
 */
export async function inspectSource(
  s3: S3Client,
  source: Source,
  signal?: AbortSignal,
): Promise<SourceInspection> {
  try {
    let empty: EmptySourceError | undefined;
    for (const found of await findObjects(s3, source.uri, signal)) {
      try {
        const object = rangedObject(s3, found.bucket, found, signal);
        const columns = await columnsOf(source, object);
        return {
          object: `s3://${found.bucket}/${found.key}`,
          columns: columns && crawledColumns([...columns, ...found.partitions]),
        };
      } catch (error) {
        if (!(error instanceof EmptySourceError)) {
          throw error;
        }
        // Engines leave files without rows beside those that have some.
        empty ??= error;
      }
    }
    throw empty;
  } catch (error) {
    throw signal?.aborted ? error : s3Problem(error, source.uri);
  }
}
