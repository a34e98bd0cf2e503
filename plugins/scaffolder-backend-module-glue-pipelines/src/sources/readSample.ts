import { constants, createGunzip } from 'node:zlib';
import { sniffContent } from './sniffContent';
import { SourceError } from './SourceError';
import type { SourceToInspect, TextSample } from './SourceInspection';
import type { RangedObject } from './rangedObject';

/** The beginning of gzip data, decompressed: at most `limit` bytes. */
async function decompress(
  bytes: Buffer,
  limit: number,
  file: string,
): Promise<{ bytes: Buffer; cut: boolean }> {
  // The data may end in the middle of the stream, which a flush tolerates.
  const gunzip = createGunzip({ finishFlush: constants.Z_SYNC_FLUSH });
  gunzip.end(bytes);
  const parts: Buffer[] = [];
  let size = 0;
  try {
    for await (const part of gunzip) {
      parts.push(part);
      size += part.length;
      if (size >= limit) {
        break;
      }
    }
  } catch (error) {
    throw new SourceError(
      `${file} is named as gzip and cannot be decompressed (${
        error instanceof Error ? error.message : error
      }): write it again`,
    );
  }
  return { bytes: Buffer.concat(parts), cut: size >= limit };
}

const FOUND = {
  parquet: 'Parquet',
  gzip: 'gzip',
  json: 'JSON',
  text: 'text that is not JSON',
  binary: 'neither text nor Parquet',
};

/** Makes sure that content is of the format that the pipeline says. */
export function expectKind(
  format: SourceToInspect['format'],
  start: Buffer,
  file: string,
) {
  const kind = sniffContent(start);
  const expected = { csv: 'text', json: 'json', parquet: 'parquet' }[format];
  // Free text may begin with a bracket; a brace is how JSON objects begin.
  const fits =
    kind === expected ||
    (format === 'csv' &&
      kind === 'json' &&
      start.toString().replace(/^\uFEFF/, '').trimStart()[0] === '[');
  if (!fits) {
    throw new SourceError(
      `is ${format}, but the content of ${file} is ${FOUND[kind]}: choose the format of the file, or name another file`,
      'format',
    );
  }
}

/**
 * Reads the beginning of a text file.
 *
 * @param limit - in bytes, of the object and of its text
 */
export async function readSample(
  object: RangedObject,
  file: string,
  format: SourceToInspect['format'],
  limit: number,
): Promise<TextSample> {
  const raw = await object.read(0, Math.min(limit, object.size));
  const whole = object.size <= limit;
  const isGzip = sniffContent(raw) === 'gzip';
  const named = /\.gz$/i.test(object.key);
  if (isGzip && !named) {
    throw new SourceError(
      `${file} is compressed by gzip, but its name does not end in ".gz", by which Spark and the crawlers recognise it: rename the object`,
    );
  }
  if (named && !isGzip) {
    throw new SourceError(
      `${file} is named as gzip, but its content is not: rename the object, or compress it`,
    );
  }
  const { bytes, cut } = isGzip
    ? await decompress(raw, limit, file)
    : { bytes: raw, cut: false };
  expectKind(format, bytes, file);
  return { file, bytes, complete: whole && !cut };
}
