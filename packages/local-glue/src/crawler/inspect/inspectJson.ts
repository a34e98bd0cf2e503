import { parseJsonPath } from '../jsonPath';
import type { JsonClassifier } from '../JsonClassifier';
import type { Inspection } from './Inspection';
import { JsonDocumentScanner } from './JsonDocumentScanner';
import { JsonLinesScanner } from './JsonLinesScanner';
import { readChunks, TextFile } from './readChunks';

/** What Glue's own classifier takes a file for that is an array. */
const wholeDocument = '$';

/**
 * The columns of a file of JSON by all of its records, and how many there are:
 * without a classifier by Glue's own rule, by which a file that is an array is
 * one record of it (AWS Glue Developer Guide, "Writing JSON custom
 * classifiers"). Undefined when the classifier does not recognise the file.
 */
export async function inspectJson(
  file: TextFile,
  signal: AbortSignal,
  classifier: JsonClassifier,
): Promise<Inspection | undefined>;
export async function inspectJson(
  file: TextFile,
  signal: AbortSignal,
): Promise<Inspection>;
export async function inspectJson(
  file: TextFile,
  signal: AbortSignal,
  classifier?: JsonClassifier,
): Promise<Inspection | undefined> {
  const isArray = file.head
    .replace(/^\ufeff/, '')
    .trimStart()
    .startsWith('[');
  const path = classifier?.jsonPath ?? (isArray ? wholeDocument : undefined);
  const scanner =
    path === undefined
      ? new JsonLinesScanner()
      : new JsonDocumentScanner(parseJsonPath(path));
  await readChunks(file, signal, chunk => scanner.write(chunk));
  scanner.end();
  if (classifier && scanner.records === 0) return undefined;
  return {
    schema: {
      format: 'json',
      compression: file.compression,
      columns: scanner.type.columns(),
      json: path === undefined ? undefined : { path, isCustom: !!classifier },
    },
    recordCount: scanner.records,
  };
}
