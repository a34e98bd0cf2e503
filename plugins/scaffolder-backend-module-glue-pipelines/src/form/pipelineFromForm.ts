import { PIPELINE_API_VERSION } from '@glue-pipelines/pipeline';
import type { PipelineForm } from './pipelineInput';

const trimmed = (value: string | undefined) => value?.trim();

/** A text that says something; a form sends an empty one for a field that was cleared. */
const filled = (value: string | undefined) => value?.trim() || undefined;

const some = <T>(items: T[] | undefined) =>
  items && items.length > 0 ? items : undefined;

const names = (items: string[] | undefined) =>
  some(items?.map(item => item.trim()));

/** Without the keys that have no value, so that defaults apply. */
function withoutGaps<T extends object>(object: T): T {
  return Object.fromEntries(
    Object.entries(object).filter(([, value]) => value !== undefined),
  ) as T;
}

function sourceOf({
  csv,
  onInvalid,
  columns,
  ...source
}: PipelineForm['sources'][number]) {
  return withoutGaps({
    ...source,
    name: source.name.trim(),
    uri: source.uri.trim(),
    // A form keeps the options of CSV when the format is changed afterwards.
    csv:
      csv && source.format === 'csv'
        ? withoutGaps({
            ...csv,
            quote: csv.quote || undefined,
            escape: csv.escape || undefined,
            encoding: csv.encoding || undefined,
            decimalMark: csv.decimalMark || undefined,
            // A word may be a blank one, so these stay as they are.
            nullWords: some(csv.nullWords),
          })
        : undefined,
    columns: some(columns),
    onInvalid: onInvalid || undefined,
  });
}

function aggregateOf(form: Partial<PipelineForm>) {
  const groupBy = some(form.groupBy);
  const measures = some(form.measures);
  return groupBy || measures
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
            column: filled(measure.column),
            as: measure.as.trim(),
          }),
        ),
      }
    : undefined;
}

/**
 * The content of `pipeline.yaml` that a form describes, without the blanks
 * that come along when texts are copied. Nothing is checked here: the result
 * goes to `parsePipeline`.
 */
export function pipelineFromForm(form: Partial<PipelineForm>) {
  const cron = filled(form.cron);
  return withoutGaps({
    apiVersion: PIPELINE_API_VERSION,
    name: trimmed(form.name),
    description: trimmed(form.description),
    owner: trimmed(form.owner),
    tags: names(form.tags),
    sources: form.sources?.map(sourceOf),
    transform: withoutGaps({
      joins: some(form.joins)?.map(({ source, type, keys }) =>
        withoutGaps({
          source: source.trim(),
          type,
          keys: keys.map(({ left, right }) => ({
            left: left.trim(),
            right: right.trim(),
          })),
        }),
      ),
      filter: filled(form.filter),
      required: names(form.required),
      deduplicateBy: names(form.deduplicateBy),
      aggregate: aggregateOf(form),
      select: names(form.select),
    }),
    output: withoutGaps({
      partitionBy: names(form.partitionBy),
      whenEmpty: form.whenEmpty || undefined,
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
