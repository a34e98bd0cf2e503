import {
  fieldsOfKind,
  fieldsOfRule,
  PIPELINE_API_VERSION,
} from '@glue-pipelines/pipeline';
import type { JsonObject, JsonValue } from '@backstage/types';
import type { PipelineDocument } from '../sources/completePipeline';

const isObject = (value: JsonValue | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isGap = (value: JsonValue | undefined) =>
  value === undefined ||
  value === null ||
  value === '' ||
  (typeof value === 'object' && Object.keys(value).length === 0);

/** Without the fields that have no value, so that defaults apply. */
const withoutGaps = (fields: [string, JsonValue | undefined][]): JsonObject =>
  Object.fromEntries(fields.filter(([, value]) => !isGap(value)));

/**
 * Without the blanks around texts, which come along when they are pasted, and
 * without the texts, lists and objects in which nothing was filled in.
 */
export function tidy(value: JsonValue | undefined): JsonValue | undefined {
  if (typeof value === 'string') {
    return value.trim();
  }
  if (Array.isArray(value)) {
    // Of what else was added and not filled in, its own fields are said to be missing.
    return value
      .map(tidy)
      .filter((item): item is JsonValue => item !== undefined && item !== '');
  }
  return isObject(value)
    ? withoutGaps(
        Object.entries(value).map(([key, field]) => [key, tidy(field)]),
      )
    : value;
}

/** The texts of CSV stand for themselves: a blank may be a word for a missing value. */
function sourceOf(source: JsonValue | undefined): JsonValue | undefined {
  if (!isObject(source)) {
    return source;
  }
  const { csv, jdbc, json, table, watermark, columns, ...rest } = source;
  const format = tidy(source.format);
  const incremental = tidy(source.incremental);
  return withoutGaps([
    ...Object.entries(rest).map(
      ([key, field]): [string, JsonValue | undefined] => [key, tidy(field)],
    ),
    // A form keeps the options of a format when another one is chosen afterwards.
    ['columns', isObject(jdbc) && format !== 'jdbc' ? undefined : columns],
    ['jdbc', format === 'jdbc' ? tidy(jdbc) : undefined],
    ['json', format === 'json' ? tidy(json) : undefined],
    ['watermark', incremental === 'watermark' ? tidy(watermark) : undefined],
    ['table', format === 'table' ? tidy(table) : undefined],
    [
      'csv',
      isObject(csv) && format === 'csv'
        ? withoutGaps(Object.entries(csv))
        : undefined,
    ],
  ]);
}

/** A form keeps the fields of the kind that something had before. */
const ofItsKind =
  (fieldsOf: (kind: unknown) => string[]) =>
  (item: JsonValue | undefined): JsonValue | undefined => {
    if (!isObject(item)) {
      return item;
    }
    const fields = fieldsOf(tidy(item.kind));
    return tidy(
      Object.fromEntries(
        Object.entries(item).filter(
          ([key]) => key === 'kind' || fields.includes(key),
        ),
      ),
    );
  };

const stepOf = ofItsKind(fieldsOfKind);
const ruleOf = ofItsKind(fieldsOfRule);

/** A form keeps the fields of the mode that the load had before. */
function warehouseOf(warehouse: JsonValue | undefined): JsonValue | undefined {
  if (!isObject(warehouse) || !isObject(warehouse.load)) {
    return tidy(warehouse);
  }
  const { keys, changedAt } = warehouse.load;
  const mode = tidy(warehouse.load.mode);
  const load = {
    ...(mode !== undefined && { mode }),
    ...((mode === 'merge' || mode === 'history') &&
      keys !== undefined && { keys }),
    ...(mode === 'history' && changedAt !== undefined && { changedAt }),
  };
  return tidy({ ...warehouse, load });
}

const all = (
  list: JsonValue | undefined,
  make: (item: JsonValue | undefined) => JsonValue | undefined,
): JsonValue | undefined =>
  Array.isArray(list) ? list.map(item => make(item) ?? null) : list;

/**
 * The content of `pipeline.yaml` that a form describes: the same document,
 * without what a form leaves behind. Nothing is checked here: the result goes
 * to `parsePipeline`.
 */
export function pipelineFromForm(form: JsonObject): PipelineDocument {
  const { sources, transform, quality, warehouse, ...rest } = form;
  const document: JsonObject = {
    apiVersion: PIPELINE_API_VERSION,
    ...withoutGaps([
      ...Object.entries(rest).map(
        ([key, value]): [string, JsonValue | undefined] => [key, tidy(value)],
      ),
      ['sources', all(sources, sourceOf)],
      ['transform', all(transform, stepOf)],
      ['quality', all(quality, ruleOf)],
      ['warehouse', warehouseOf(warehouse)],
    ]),
  };
  return document as PipelineDocument;
}
