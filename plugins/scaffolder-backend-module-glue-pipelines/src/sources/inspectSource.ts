import type { S3Client } from '@aws-sdk/client-s3';
import { parseS3Uri } from '@glue-pipelines/pipeline';
import { checkDeclared } from './checkDeclared';
import { csvColumns } from './csv/csvColumns';
import { findObjects, spread, type FoundObject } from './findObjects';
import { jsonColumns } from './json/jsonColumns';
import { parquetColumns } from './parquet/parquetColumns';
import { readParquetSchema } from './parquet/readParquetSchema';
import { partitionColumns, partitionFolders } from './partitionColumns';
import { rangedObject } from './rangedObject';
import { expectKind, readSample } from './readSample';
import { s3Problem } from './s3Problem';
import { SourceError } from './SourceError';
import type {
  FoundColumns,
  SourceInspection,
  SourceToInspect,
} from './SourceInspection';

/** How many objects of a prefix are looked into. */
const MAX_OBJECTS = 10;

/** How many bytes of a text file are read: of the first much, of the others less. */
const FIRST_BYTES = 4 * 1024 * 1024;
const OTHER_BYTES = 1024 * 1024;

/** Compressions that Spark does not read everywhere, or that are not looked into here. */
const UNREADABLE_ENDING = /\.(bz2|zst|snappy|lz4|lzo|xz|zip|7z)$/i;

const fileOf = ({ bucket, key }: FoundObject) => `s3://${bucket}/${key}`;

function expectReadable(objects: readonly FoundObject[]) {
  for (const object of objects) {
    const ending = UNREADABLE_ENDING.exec(object.key);
    if (ending) {
      throw new SourceError(
        `${fileOf(object)} is compressed as ${ending[1].toLowerCase()}: compress it by gzip, or not at all`,
      );
    }
  }
}

async function columnsOf(
  s3: S3Client,
  { format, csv = {} }: SourceToInspect,
  objects: readonly FoundObject[],
  signal?: AbortSignal,
): Promise<FoundColumns> {
  const ranged = objects.map(found => ({
    object: rangedObject(s3, found.bucket, found, signal),
    file: fileOf(found),
  }));
  if (format === 'parquet') {
    return parquetColumns(
      await Promise.all(
        ranged.map(async ({ object, file }) => {
          expectKind(format, await object.read(0, 16), file);
          return readParquetSchema(object, file);
        }),
      ),
    );
  }
  const samples = await Promise.all(
    ranged.map(({ object, file }, index) =>
      readSample(object, file, format, index === 0 ? FIRST_BYTES : OTHER_BYTES),
    ),
  );
  return format === 'csv' ? csvColumns(samples, csv) : jsonColumns(samples);
}

/** The columns of the files and those that folders make. */
function withPartitions(
  found: FoundColumns,
  partitions: ReturnType<typeof partitionColumns>,
): FoundColumns {
  const inFiles = new Set(
    [...found.columns, ...found.leftOut].map(({ name }) => name),
  );
  const both = partitions.columns.find(({ name }) => inFiles.has(name));
  if (both) {
    throw new SourceError(
      `the files have a column "${both.name}" and lie in folders that make one: rename the folders, or leave the column out of the files`,
    );
  }
  return {
    ...found,
    columns: [...found.columns, ...partitions.columns],
    remarks: [...found.remarks, ...partitions.remarks],
  };
}

/**
 * Looks into a source: that it can be read, holds rows, is of its format, and
 * which columns of which types it has. Reads at most the beginning, or the
 * metadata, of a few objects.
 *
 * @throws SourceError with what is wrong and what to do about it
 */
export async function inspectSource(
  s3: S3Client,
  source: SourceToInspect,
  signal?: AbortSignal,
): Promise<SourceInspection> {
  try {
    const all = await findObjects(s3, source.uri, signal);
    if (source.format !== 'parquet') {
      expectReadable(all);
    }
    const { key: prefix } = parseS3Uri(source.uri);
    const partitions = partitionColumns(
      all.map(object => ({
        file: fileOf(object),
        folders: prefix.endsWith('/')
          ? partitionFolders(object.key, prefix)
          : [],
      })),
    );
    const objects = spread(all, MAX_OBJECTS);
    const found = withPartitions(
      await columnsOf(s3, source, objects, signal),
      partitions,
    );
    checkDeclared(source, found);
    return { ...found, objects: objects.map(fileOf), total: all.length };
  } catch (error) {
    throw signal?.aborted ? error : s3Problem(error, source.uri);
  }
}
