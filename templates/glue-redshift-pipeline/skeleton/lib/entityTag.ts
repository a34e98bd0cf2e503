import { warehouseOf } from './language.mjs';
import type { Pipeline } from './pipeline';

/**
 * The tag of a workflow that names the entity of the developer portal's
 * catalog to which it belongs. The portal starts a workflow only through that
 * entity, so that nobody reaches it by writing its ARN into another one.
 */
export const ENTITY_TAG = 'glue-pipelines.io/entity';

/**
 * The tag of a workflow that names the table that it loads. The portal shows
 * that table, and no other, to who may read the entity's data: an entity cannot
 * name the table of another team.
 */
export const WAREHOUSE_TABLE_TAG = 'glue-pipelines.io/warehouse-table';

/** The entity that the portal registers for a pipeline. */
export const entityRefOf = (name: string) => `component:default/${name}`;

/** The most characters of a tag's value (Tagging AWS Resources User Guide). */
const VALUE_LENGTH = 256;

/**
 * The table of a pipeline with its warehouse, in the characters that tags take.
 * Nothing where the names are too long for a tag: such a table is not shown.
 */
export function warehouseTableOf(pipeline: Pipeline): string | undefined {
  const { database, schema, table } = pipeline.warehouse;
  const { kind, name } = warehouseOf(pipeline);
  const value = `${kind}/${name}/${database}.${schema}.${table}`;
  return value.length > VALUE_LENGTH ? undefined : value;
}

/**
 * The tags of a workflow that say what it promises. The portal shows where a
 * promise is not kept, and tells the owner.
 */
export function promiseTagsOf({
  promises = {},
}: Pick<Pipeline, 'promises'>): Record<string, string> {
  const { by, every, freshHours, longestMinutes } = promises;
  return {
    ...(by && {
      'glue-pipelines.io/expected': `by ${by.time} ${by.timezone}`,
    }),
    ...(every && { 'glue-pipelines.io/expected': `PT${every.hours}H` }),
    ...(freshHours && { 'glue-pipelines.io/freshness': `PT${freshHours}H` }),
    ...(longestMinutes && {
      'glue-pipelines.io/longest-run': `PT${longestMinutes}M`,
    }),
  };
}
