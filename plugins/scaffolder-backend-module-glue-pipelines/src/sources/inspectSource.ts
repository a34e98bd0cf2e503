import type { S3Client } from '@aws-sdk/client-s3';
import { constants, gunzipSync } from 'node:zlib';
import { csvSample, type CsvOptions, type CsvSample } from './csvSample';
import { decodeText, encodingOfMark, type Encoding } from './decodeText';
import { findObjects, type FindObjects, type FoundObject } from './findObjects';
import { documentLines } from './jsonDocument';
import { MOST_ROWS, rowsByColumns, shownValue } from './firstRows';
import { firstObjects, jsonSample, type JsonSample } from './jsonSample';
import { rangedObject, type RangedObject } from './rangedObject';
import { s3Problem } from './s3Problem';
import { sniffContent } from './sniffContent';
import type { SourceColumns } from './SourceColumns';
import { EmptySourceError, SourceError } from './SourceError';
import {
  csvColumns,
  folderColumns,
  jsonColumns,
  refuseLongTexts,
  type Source,
} from './textColumns';
import { typedColumns } from './typedColumns';
import type { TypedField } from './TypedField';
import { isTyped, TYPED_FORMATS } from './typedFormats';

/** How many bytes of a text file are read: first a little, then enough for very wide rows. */
const SAMPLE_BYTES = [256 * 1024, 4 * 1024 * 1024];

/** Compressions that Spark does not read everywhere. */
const UNREADABLE = /\.(bz2|zst|snappy|lz4|lzo|xz|zip|7z)$/i;

/** What is known of a source before any pipeline has read it. */
export interface SourceInspection extends SourceColumns {
  /** What was looked at: objects as `s3://bucket/key`, or a table of the catalog. */
  objects: string[];
  /** Where a table lies. */
  uri?: string;
  /** Bytes of the first of these objects. */
  firstBytes?: number;
}

function decompress(bytes: Buffer): Buffer {
  // The sample ends in the middle of the stream, which a flush tolerates.
  return gunzipSync(bytes, { finishFlush: constants.Z_SYNC_FLUSH });
}

function expectKind(source: Source, start: Buffer, gzipped: boolean) {
  const kind =
    encodingOfMark(start) === 'UTF-16' ? 'text' : sniffContent(start);
  const { format } = source;
  if (kind === 'gzip' && !gzipped) {
    throw new SourceError(
      'is compressed by gzip, but its name does not end in ".gz", by which Spark and the crawlers recognise it: rename the object',
    );
  }
  const expected = format === 'csv' ? 'text' : format;
  // Free text may begin with a bracket; a brace is how JSON objects begin.
  const fits =
    kind === expected ||
    (format === 'csv' &&
      kind === 'json' &&
      start.toString().trimStart()[0] === '[');
  if (!fits) {
    const found = {
      avro: 'Avro',
      orc: 'ORC',
      parquet: 'Parquet',
      gzip: 'gzip',
      json: 'JSON',
      text: 'text that is not JSON',
      binary: 'neither text nor Avro, ORC or Parquet',
    }[kind];
    throw new SourceError(
      `is ${format}, but the content is ${found}: choose the format of the file, or name another file`,
      'format',
    );
  }
}

/** The sample of a text file by `read`, from as much of the file as it takes. */
async function textSample<T>(
  source: Source,
  object: RangedObject,
  encoding: Encoding | undefined,
  read: (text: string, complete: boolean) => T | undefined,
): Promise<{ sample: T; encoding: Encoding }> {
  const gzipped = /\.gz$/i.test(object.key);
  for (const limit of SAMPLE_BYTES) {
    const raw = await object.read(0, Math.min(limit, object.size));
    const bytes =
      gzipped && sniffContent(raw) === 'gzip' ? decompress(raw) : raw;
    const complete = object.size <= limit;
    expectKind(source, bytes, gzipped);
    const found = encoding ?? encodingOfMark(bytes) ?? 'UTF-8';
    const sample = read(decodeText(bytes, found), complete);
    if (sample !== undefined) {
      return { sample, encoding: found };
    }
  }
  throw new SourceError(
    `is ${source.format}, but the first ${
      SAMPLE_BYTES.at(-1)! / 1024 / 1024
    } MB hold no whole row: choose the format of the file, or name another file`,
    'format',
  );
}

type File = FoundObject & RangedObject & { uri: string };

/** What each file with rows shows; files without rows stand beside those that have some. */
async function samplesOf<T>(
  files: File[],
  read: (file: File) => Promise<T>,
): Promise<{ object: string; sample: T }[]> {
  const samples: { object: string; sample: T }[] = [];
  let empty: EmptySourceError | undefined;
  for (const file of files) {
    try {
      samples.push({ object: file.uri, sample: await read(file) });
    } catch (error) {
      if (!(error instanceof EmptySourceError)) {
        throw error;
      }
      empty ??= error;
    }
  }
  if (samples.length === 0) {
    throw empty;
  }
  return samples;
}

async function csvFiles(
  source: Source & { csv: CsvOptions },
  files: File[],
  given: Partial<CsvOptions>,
): Promise<SourceColumns> {
  let encoding = given.encoding;
  const samples = await samplesOf<CsvSample>(files, async file => {
    const found = await textSample(source, file, encoding, (text, complete) =>
      csvSample(text, complete, source.csv),
    );
    encoding = found.encoding;
    refuseLongTexts(found.sample);
    return found.sample;
  });
  const found = csvColumns(samples, source.csv, given);
  const { nullWords } = source.csv;
  return {
    ...found,
    rows: samples[0].sample.records
      .slice(0, MOST_ROWS)
      .map(record =>
        record.map(text =>
          nullWords.includes(text) ? null : shownValue(text),
        ),
      ),
    csv: {
      ...found.csv,
      ...(encoding === undefined || encoding === 'UTF-8' ? {} : { encoding }),
    },
  };
}

/** How many lines of a text are not blank, without the last one where it may be cut in two. */
function wholeLines(text: string, complete: boolean): number {
  const lines = text.split(/\r?\n/);
  return (complete ? lines : lines.slice(0, -1)).filter(line => line.trim())
    .length;
}

async function jsonFiles(source: Source, files: File[]) {
  const path = source.json?.path;
  let objects: Record<string, unknown>[] | undefined;
  const read = (text: string, complete: boolean) => {
    const lines =
      path === undefined ? text : documentLines(text, complete, path);
    const sample =
      lines === undefined
        ? undefined
        : jsonSample(lines, complete || path !== undefined);
    if (sample && lines) {
      objects ??= firstObjects(
        lines,
        Math.min(MOST_ROWS, wholeLines(lines, complete || path !== undefined)),
      );
    }
    return sample;
  };
  const samples = await samplesOf<JsonSample>(
    files,
    async file => (await textSample(source, file, 'UTF-8', read)).sample,
  );
  const found = jsonColumns(samples.map(({ sample }) => sample));
  return { ...found, rows: rowsByColumns(found.columns, objects ?? []) };
}

async function typedFiles(
  source: Source,
  read: (object: RangedObject) => Promise<TypedField[]>,
  files: File[],
) {
  const samples = await samplesOf(files, async file => {
    expectKind(source, await file.read(0, 16), false);
    return read(file);
  });
  return typedColumns(
    samples.map(({ object, sample }) => ({ object, fields: sample })),
  );
}

function refuseUnreadable(source: Source, files: File[]) {
  const file = files.find(({ key }) => UNREADABLE.test(key));
  if (file && !isTyped(source.format)) {
    throw new SourceError(
      `${file.uri} is compressed as ${file.key.split('.').at(-1)}, which Spark does not read everywhere: compress it by gzip, or not at all`,
    );
  }
}

function columnsOf(
  source: Source,
  files: File[],
  given: Partial<CsvOptions>,
): Promise<SourceColumns> {
  refuseUnreadable(source, files);
  if (isTyped(source.format)) {
    return typedFiles(source, TYPED_FORMATS[source.format], files);
  }
  return source.format === 'csv' && source.csv
    ? csvFiles({ ...source, csv: source.csv }, files, given)
    : jsonFiles(source, files);
}

/** What the folders of a file say of its rows. */
const folderValues = (
  columns: readonly { name: string }[],
  partitions: [string, string][],
) =>
  columns.map(({ name }) => {
    const value = partitions.find(([key]) => key.toLowerCase() === name)?.[1];
    return value === undefined ? null : shownValue(decodeURIComponent(value));
  });

/**
 * Looks into a source: that it can be read, holds rows, is of its format, and
 * which columns it has, of which types. Reads at most a few ranges of a few
 * objects.
 *
 * @param given - how the person said that CSV is written; the rest is found out
 * @param find - chooses the objects to look into
 * @throws SourceError with what is wrong and what to do about it
 */
export async function inspectSource(
  s3: S3Client,
  source: Source,
  given: Partial<CsvOptions> = {},
  signal?: AbortSignal,
  find: FindObjects = findObjects,
): Promise<SourceInspection> {
  try {
    const found = await find(s3, source.uri, signal);
    const files = found.map(object => ({
      ...object,
      ...rangedObject(s3, object.bucket, object, signal),
      uri: `s3://${object.bucket}/${object.key}`,
    }));
    const inspected = await columnsOf(source, files, given);
    const folders = folderColumns(found.map(({ partitions }) => partitions));
    const both = folders.find(({ name }) =>
      inspected.columns.some(column => column.name === name),
    );
    if (both) {
      throw new SourceError(
        `has "${both.name}" as a column of its files and as the name of folders: leave it out of one of them`,
      );
    }
    return {
      ...inspected,
      columns: [...inspected.columns, ...folders],
      ...(inspected.rows && {
        rows: inspected.rows.map(row => [
          ...row,
          ...folderValues(folders, found[0].partitions),
        ]),
      }),
      objects: files.map(({ uri }) => uri),
      firstBytes: files[0].size,
    };
  } catch (error) {
    throw signal?.aborted ? error : s3Problem(error, source.uri);
  }
}
