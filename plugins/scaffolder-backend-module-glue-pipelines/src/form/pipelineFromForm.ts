import { PIPELINE_API_VERSION } from '@glue-pipelines/pipeline';
import type { PipelineDocument } from '../sources/completePipeline';
import type { PipelineForm } from './pipelineInput';

const filled = (value: string | undefined) =>
  value?.trim() ? value.trim() : undefined;

/** Without the blanks around a text, which come along when it is pasted. */
const trimmed = (value: string | undefined) => value?.trim();

const some = <T>(items: T[] | undefined) =>
  items && items.length > 0 ? items : undefined;

const allTrimmed = (values: string[] | undefined) =>
  some(values?.map(value => value.trim()));

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
export function pipelineFromForm(
  form: Partial<PipelineForm>,
): PipelineDocument {
  const groupBy = some(form.groupBy);
  const measures = some(form.measures);
  const cron = filled(form.cron);
  return withoutGaps({
    apiVersion: PIPELINE_API_VERSION,
    name: trimmed(form.name),
    description: trimmed(form.description),
    owner: trimmed(form.owner),
    tags: allTrimmed(form.tags),
    sources: form.sources?.map(({ csv, ...source }) =>
      withoutGaps({
        ...source,
        name: source.name.trim(),
        uri: source.uri.trim(),
        columns: some(source.columns),
        // A form keeps the options of CSV when the format is changed afterwards.
        csv:
          csv && source.format === 'csv'
            ? withoutGaps({ ...csv, nullWords: some(csv.nullWords) })
            : undefined,
      }),
    ),
    transform: withoutGaps({
      joins: some(form.joins)?.map(join =>
        withoutGaps({
          ...join,
          source: join.source.trim(),
          keys: join.keys.map(({ left, right }) => ({
            left: left.trim(),
            right: right.trim(),
          })),
        }),
      ),
      filter: filled(form.filter),
      required: allTrimmed(form.required),
      deduplicateBy: allTrimmed(form.deduplicateBy),
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
                withoutGaps({
                  ...measure,
                  as: measure.as.trim(),
                  column: filled(measure.column),
                }),
              ),
            }
          : undefined,
      select: allTrimmed(form.select),
    }),
    output: withoutGaps({
      partitionBy: allTrimmed(form.partitionBy),
      whenEmpty: form.whenEmpty,
    }),
    warehouse: withoutGaps({
      database: filled(form.database),
      schema: filled(form.schema),
      table: trimmed(form.table),
    }),
    schedule: cron ? { cron } : undefined,
    compute: form.compute && withoutGaps(form.compute),
  });
}
