import type { PipelineDraft, PipelineProblem } from '@glue-pipelines/pipeline';
import type { AwsClients } from '../aws/awsClients';
import type { CsvOptions } from './csvSample';
import { findObjects, type FindObjects } from './findObjects';
import { inspectSource, type SourceInspection } from './inspectSource';
import { inspectTable } from './inspectTable';
import { SourceError } from './SourceError';

type DraftSource = PipelineDraft['sources'][number];

/**
 * Looks into all sources of a pipeline.
 *
 * @param given - how the person said that the CSV of each source is written
 * @returns the inspections by the sources' names, and what is wrong with the others
 */
export async function inspectSources(
  { s3, glue }: Pick<AwsClients, 's3' | 'glue'>,
  sources: PipelineDraft['sources'],
  given: readonly Partial<CsvOptions>[],
  signal?: AbortSignal,
  find: FindObjects = findObjects,
): Promise<{
  inspections: Map<string, SourceInspection>;
  problems: PipelineProblem[];
}> {
  const inspections = new Map<string, SourceInspection>();
  const problems: PipelineProblem[] = [];
  const look = (source: DraftSource, csv: Partial<CsvOptions>) => {
    if (source.jdbc) {
      return declared(source);
    }
    return source.table
      ? inspectTable(glue, source.table, signal)
      : // Only a table or a database may have no URI.
        inspectSource(s3, { ...source, uri: source.uri! }, csv, signal, find);
  };
  await Promise.all(
    sources.map(async (source, index) => {
      try {
        const inspection = await look(source, given[index]);
        inspections.set(source.name, inspection);
        problems.push(...missingColumns(source, index, inspection));
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

/** A database is not looked into: it may answer only in the network of its connection. */
function declared({ jdbc, columns = [] }: DraftSource): SourceInspection {
  return {
    objects: [`${jdbc?.table ?? 'the query'} of ${jdbc?.connection}`],
    columns,
    notes: [],
  };
}

/** Columns that a pipeline declares and its files lack. */
function missingColumns(
  { columns = [] }: DraftSource,
  index: number,
  inspection: SourceInspection,
): PipelineProblem[] {
  const names = inspection.columns.map(({ name }) => name);
  return columns.flatMap(({ name }, position) =>
    names.includes(name)
      ? []
      : [
          {
            field: `sources[${index}].columns[${position}].name`,
            message: `${inspection.objects[0]} has no column "${name}": use one of ${names.join(', ')}`,
          },
        ],
  );
}
