import type { PipelineDraft } from '@glue-pipelines/pipeline';
import type { SourceInspection } from './inspectSource';

type DraftSource = PipelineDraft['sources'][number];

/** A source with its columns, where it lies and how its CSV is written, where that is not said. */
export function completeSource(
  source: DraftSource,
  { columns, csv, uri }: SourceInspection,
) {
  return {
    ...source,
    uri: source.uri ?? uri,
    ...(source.csv ? { csv: { ...source.csv, ...csv } } : {}),
    columns: source.columns ?? columns,
  };
}
