import type { S3Client } from '@aws-sdk/client-s3';
import {
  InvalidPipelineError,
  namedColumns,
  parsePipeline,
  parsePipelineDraft,
  type Pipeline,
  type PipelineDraft,
  type PipelineProblem,
} from '@glue-pipelines/pipeline';
import { inspectSources } from './inspectSources';
import type {
  CsvOptions,
  SourceInspection,
} from './SourceInspection';
import { typeWords } from './values/decideType';

/** The content of `pipeline.yaml` before its files were looked into. */
export interface PipelineContent {
  sources?: { csv?: object }[];
}

/** Lines for the log: what was found in a source. */
export function describeInspection(
  name: string,
  { objects, total, columns, csv = {}, leftOut, remarks }: SourceInspection,
  declared: boolean,
): string[] {
  const looked =
    objects.length === 1
      ? objects[0]
      : `${objects[0]} and ${objects.length - 1} more`;
  const of = total > objects.length ? ` of ${total} objects` : '';
  return [
    `${name}: looked into ${looked}${of}`,
    declared
      ? `${name}: the files have the columns that the pipeline declares`
      : `${name}: ${columns
          .map(column => `${column.name} (${typeWords(column)})`)
          .join(', ')}`,
    ...Object.entries(csv).map(
      ([option, value]) =>
        `${name}: found csv.${option}: ${JSON.stringify(value)}`,
    ),
    ...(declared
      ? []
      : [
          ...leftOut.map(
            column =>
              `${name}: left out ${column.name}, as ${column.reason}`,
          ),
          ...remarks.map(remark => `${name}: ${remark}`),
        ]),
  ];
}

/** Columns that the pipeline needs and that no run could read. */
function problemsOfLeftOut(
  draft: PipelineDraft,
  inspections: Map<string, SourceInspection>,
): PipelineProblem[] {
  const named = namedColumns(draft);
  const { aggregate, select } = draft.transform;
  const takesAll = !aggregate && !select;
  return draft.sources.flatMap(({ name: source, columns }, index) =>
    (columns ? [] : inspections.get(source)!.leftOut).flatMap(
      ({ name, reason, missed }) => {
        if (named.has(name) || named.has(`${source}_${name}`)) {
          return [
            {
              field: `sources[${index}].columns`,
              message: `the column ${name} cannot be read, as ${reason}: correct the files, or do without it`,
            },
          ];
        }
        return takesAll && missed
          ? [
              {
                field: `sources[${index}].columns`,
                message: `the column ${name} cannot be read, as ${reason}: correct the files, or list the columns of the result in transform.select`,
              },
            ]
          : [];
      },
    ),
  );
}

/**
 * Makes a whole pipeline of its content: checks what can be checked without
 * the files, looks into them, fills in their columns and how CSV is written
 * where the content does not say it, and checks the rest.
 *
 * @param content - the content of `pipeline.yaml`; sources may lack columns
 * @param log - receives what was found, one line each
 * @throws InvalidPipelineError with every problem, each naming its field
 */
export async function completePipeline(
  content: PipelineContent,
  s3: S3Client,
  log: (message: string) => void,
  signal?: AbortSignal,
): Promise<Pipeline> {
  const draft = parsePipelineDraft(content);
  const chosen = draft.sources.map(
    (_, index): Partial<CsvOptions> => content.sources?.[index].csv ?? {},
  );
  const { inspections, problems } = await inspectSources(
    s3,
    draft.sources.map((source, index) => ({ ...source, csv: chosen[index] })),
    signal,
  );
  for (const { name, columns } of draft.sources) {
    const inspection = inspections.get(name);
    if (inspection) {
      describeInspection(name, inspection, columns !== undefined).forEach(log);
    }
  }
  if (problems.length > 0) {
    throw new InvalidPipelineError(problems);
  }
  const leftOut = problemsOfLeftOut(draft, inspections);
  if (leftOut.length > 0) {
    throw new InvalidPipelineError(leftOut);
  }
  return parsePipeline({
    ...draft,
    sources: draft.sources.map((source, index) => {
      const { columns, csv } = inspections.get(source.name)!;
      return {
        ...source,
        ...(source.format === 'csv'
          ? { csv: { ...csv, ...chosen[index] } }
          : {}),
        columns: source.columns ?? columns,
      };
    }),
  });
}
