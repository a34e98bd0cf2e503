import { PIPELINE_API_VERSION } from '../pipelineFields';
import type { Reading } from './Reading';
import { readSchedule } from './schedule';
import { readV1 } from './v1';

const OLDER: Record<
  string,
  (document: Record<string, unknown>, apiVersion: string) => Reading
> = {
  'glue-pipelines.io/v1': readV1,
};

/** Reads a document of the current version or of an older one. */
export function readVersion(input: unknown): Reading {
  const { apiVersion } = (input ?? {}) as { apiVersion?: unknown };
  const read =
    typeof apiVersion === 'string' && Object.hasOwn(OLDER, apiVersion)
      ? OLDER[apiVersion]
      : undefined;
  return readSchedule(
    read
      ? read(input as Record<string, unknown>, PIPELINE_API_VERSION)
      : { document: input, problems: [], placeOf: path => path },
  );
}
