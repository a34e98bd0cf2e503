import type { JsonObject } from '@backstage/types';
import { parseS3Uri } from '@glue-pipelines/pipeline/s3';

/** The most that a source's name may have. */
const MOST_CHARACTERS = 41;

/**
 * A name for a source by where it lies, as the language takes it: of the file
 * or of the innermost folder.
 *
 * @param taken - the names of the other sources
 */
export function sourceNameOf(uri: string, taken: readonly string[]): string {
  const { bucket, key } = parseS3Uri(uri);
  const last = key.split('/').filter(Boolean).at(-1) ?? bucket;
  const plain = last
    .replace(/^[^=]*=/, '')
    .replace(/\..*$/, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '');
  const name = (/^[a-z]/.test(plain) ? plain : `source_${plain}`)
    .slice(0, MOST_CHARACTERS - 2)
    .replace(/_+$/, '');
  return [name, ...[2, 3, 4, 5, 6, 7, 8].map(n => `${name}_${n}`)].find(
    candidate => !taken.includes(candidate),
  )!;
}

/** The names of the sources of a form, in their order; empty where there is none yet. */
export const sourceNamesOf = ({ sources }: JsonObject): string[] =>
  (Array.isArray(sources) ? (sources as (JsonObject | null)[]) : []).map(
    source => String(source?.name ?? '').trim(),
  );
