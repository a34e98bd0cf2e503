import type { S3Client } from '@aws-sdk/client-s3';
import type {
  Pipeline,
  PipelineProblem,
} from '@glue-pipelines/pipeline';
import { inspectSource, type SourceInspection } from './inspectSource';
import { SourceError } from './SourceError';

/**
 * Looks into all sources of a pipeline.
 *
 * @returns the inspections by the sources' names, and what is wrong with the others
 */
export async function inspectSources(
  s3: S3Client,
  sources: Pipeline['sources'],
  signal?: AbortSignal,
): Promise<{
  inspections: Map<string, SourceInspection>;
  problems: PipelineProblem[];
}> {
  const inspections = new Map<string, SourceInspection>();
  const problems: PipelineProblem[] = [];
  await Promise.all(
    sources.map(async (source, index) => {
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
    }),
  );
  problems.sort((a, b) => a.field.localeCompare(b.field));
  return { inspections, problems };
}
