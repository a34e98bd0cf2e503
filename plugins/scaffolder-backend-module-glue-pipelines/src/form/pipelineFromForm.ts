import {
  PIPELINE_API_VERSION,
  type PipelineProblem,
} from '@glue-pipelines/pipeline';
import type { PipelineForm } from './pipelineInput';

const filled = (value: string | undefined) =>
  value?.trim() ? value.trim() : undefined;

const some = <T>(items: T[] | undefined) =>
  items && items.length > 0 ? items : undefined;

/** Without the keys that have no value, so that defaults apply. */
function withoutGaps<T extends object>(object: T): T {
  return Object.fromEntries(
    Object.entries(object).filter(([, value]) => value !== undefined),
  ) as T;
}

/**
 * The content of `pipeline.yaml` that a form describes. Nothing is checked
 * here: the result goes to `parsePipeline`.
 */
export function pipelineFromForm(form: Partial<PipelineForm>): object {
  const groupBy = some(form.groupBy);
  const measures = some(form.measures);
  const cron = filled(form.cron);
  return withoutGaps({
    apiVersion: PIPELINE_API_VERSION,
    name: form.name,
    description: form.description,
    owner: form.owner,
    tags: some(form.tags),
    sources: form.sources?.map(({ csv, ...source }) =>
      // A form keeps the options of CSV when the format is changed afterwards.
      csv && source.format === 'csv'
        ? { ...source, csv: withoutGaps(csv) }
        : source,
    ),
    transform: withoutGaps({
      joins: some(form.joins)?.map(withoutGaps),
      filter: filled(form.filter),
      required: some(form.required),
      deduplicateBy: some(form.deduplicateBy),
      aggregate:
        groupBy || measures
          ? {
              groupBy: (groupBy ?? []).map(group =>
                withoutGaps({
                  column: filled(group.column),
                  expression: filled(group.expression),
                  as: filled(group.as),
                }),
              ),
              measures: (measures ?? []).map(measure =>
                withoutGaps({ ...measure, column: filled(measure.column) }),
              ),
            }
          : undefined,
      select: some(form.select),
    }),
    output: withoutGaps({ partitionBy: some(form.partitionBy) }),
    warehouse: withoutGaps({
      database: filled(form.database),
      schema: filled(form.schema),
      table: form.table,
    }),
    schedule: cron ? { cron } : undefined,
    compute: form.compute && withoutGaps(form.compute),
  });
}

/** Lists problems one a line, each with its field. */
export function describeProblems(problems: PipelineProblem[]): string {
  return problems
    .map(({ field, message }) => `${field}: ${message}`)
    .join('\n');
}
