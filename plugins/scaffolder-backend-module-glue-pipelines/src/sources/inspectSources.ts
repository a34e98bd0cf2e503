import type { S3Client } from '@aws-sdk/client-s3';
import type { PipelineProblem } from '@glue-pipelines/pipeline';
import { inspectSource } from './inspectSource';
import { SourceError } from './SourceError';
import type { SourceInspection, SourceToInspect } from './SourceInspection';

/**
 * Looks into all sources of a pipeline.
 *
 * @returns the inspections by the sources' names, and what is wrong with the others
 */
export async function inspectSources(
  s3: S3Client,
  sources: readonly SourceToInspect[],
  signal?: AbortSignal,
): Promise<{
  inspections: Map<string, SourceInspection>;
  problems: PipelineProblem[];
}> {
  const inspections = new Map<string, SourceInspection>();
  const problems: PipelineProblem[] = [];
  // One after the other: each may hold some megabytes.
  for (const [index, source] of sources.entries()) {
    try {
      inspections.set(source.name, await inspectSource(s3, source, signal));
    } catch (error) {
      if (!(error instanceof SourceError)) {
        throw error;
      }
      problems.push({
        field: `sources[${index}].${error.field}`,
        message: error.message,
      });
    }
  }
  return { inspections, problems };
}
