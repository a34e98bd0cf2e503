import type { S3Client } from '@aws-sdk/client-s3';
import type { PipelineDraft } from '@glue-pipelines/pipeline';
import { constants, gunzipSync } from 'node:zlib';
import { csvSample, type CsvOptions } from './csvSample';
import { decodeText, encodingOfMark, type Encoding } from './decodeText';
import { findObjects, type FindObjects } from './findObjects';
import { rangedObject } from './rangedObject';
import { s3Problem } from './s3Problem';
import { isTyped } from './typedFormats';
import { sniffContent } from './sniffContent';
import { numberType, momentType } from './inferType';

type Format = PipelineDraft['sources'][number]['format'];

/** How the files of a source are written, as the beginning of the first one tells. */
export interface DetectedSource {
  format: Format;
  csv?: Partial<CsvOptions>;
  json?: { path: string };
}

/** Bytes that are read of the first file. */
const START_BYTES = 16 * 1024;

const DELIMITERS: CsvOptions['delimiter'][] = [',', ';', '|', '\t'];

function encodingOf(bytes: Buffer): Encoding {
  const marked = encodingOfMark(bytes);
  if (marked) {
    return marked;
  }
  try {
    decodeText(bytes, 'UTF-8');
    return 'UTF-8';
  } catch {
    // Every sequence of bytes is a text of it; Western Europe's spreadsheets write it.
    return 'windows-1252';
  }
}

/** The records by a delimiter; `undefined` where they do not all have as many values. */
function recordsBy(
  text: string,
  complete: boolean,
  delimiter: CsvOptions['delimiter'],
): string[][] | undefined {
  const options: CsvOptions = {
    header: false,
    delimiter,
    quote: '"',
    escape: 'doubled',
    multiLine: false,
    encoding: 'UTF-8',
    decimalMark: '.',
    nullWords: [''],
  };
  try {
    return csvSample(text, complete, options)?.records;
  } catch {
    return undefined;
  }
}

/** Names are texts, each another one; the first row of values has numbers, dates or gaps. */
function namesColumns([first, ...others]: string[][]): boolean {
  const isValue = (text: string) =>
    text.trim() === '' ||
    numberType([text.trim()]) !== undefined ||
    momentType([text.trim()]) !== undefined;
  return (
    others.length > 0 &&
    !first.some(isValue) &&
    new Set(first).size === first.length
  );
}

function csvOf(text: string, complete: boolean): Partial<CsvOptions> {
  const [best] = DELIMITERS.map(delimiter => ({
    delimiter,
    records: recordsBy(text, complete, delimiter) ?? [],
  }))
    .filter(({ records }) => records.length > 0)
    .sort((a, b) => b.records[0].length - a.records[0].length);
  return best
    ? { delimiter: best.delimiter, header: namesColumns(best.records) }
    : {};
}

function textOf(bytes: Buffer, complete: boolean): DetectedSource {
  const encoding = encodingOf(bytes);
  const text = decodeText(bytes, encoding);
  const start = text.trimStart();
  if (start.startsWith('{')) {
    return { format: 'json' };
  }
  // Free text may begin with a bracket; an array of objects is JSON.
  if (/^\[\s*\{/.test(start)) {
    return { format: 'json', json: { path: '$[*]' } };
  }
  return {
    format: 'csv',
    csv: {
      ...csvOf(text, complete),
      ...(encoding !== 'UTF-8' && { encoding }),
    },
  };
}

/**
 * Finds out how the files of a source are written.
 *
 * @throws SourceError where there is no file that can be read
 */
export async function detectSource(
  s3: S3Client,
  uri: string,
  signal?: AbortSignal,
  find: FindObjects = findObjects,
): Promise<DetectedSource> {
  try {
    const [file] = await find(s3, uri, signal);
    const object = rangedObject(s3, file.bucket, file, signal);
    const raw = await object.read(0, Math.min(START_BYTES, file.size));
    const bytes =
      sniffContent(raw) === 'gzip'
        ? gunzipSync(raw, { finishFlush: constants.Z_SYNC_FLUSH })
        : raw;
    const kind = sniffContent(bytes);
    return isTyped(kind)
      ? { format: kind }
      : textOf(bytes, file.size <= START_BYTES);
  } catch (error) {
    throw signal?.aborted ? error : s3Problem(error, uri);
  }
}
