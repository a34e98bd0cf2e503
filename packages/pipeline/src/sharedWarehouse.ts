import { z } from 'zod';
import { capacityField, checkCapacity } from './capacityField';
import {
  OWNER_PATTERN,
  ownerRules,
  TAG_PATTERN,
  tagRules,
  WAREHOUSE_NAME_PATTERN,
  warehouseNameRules,
} from './nameRules';
import { checked } from './parsePipeline';
import { text } from './text';
import { descriptionRules } from './textRules';
import { networkField } from './warehouseFields';

/** @public */
export const WAREHOUSE_API_VERSION = 'glue-pipelines.io/warehouse/v1';

/** Each field of `warehouse.yaml` by itself. */
export const sharedWarehouseFields = z
  .strictObject({
    apiVersion: z
      .literal(WAREHOUSE_API_VERSION)
      .describe('The version of this format.'),
    name: text(
      'Names the warehouse for pipelines, its namespace, its workgroup, its stack and its repository.',
      warehouseNameRules,
      { pattern: WAREHOUSE_NAME_PATTERN, minLength: 3, maxLength: 40 },
    ),
    description: text(
      'Says in one line whose data the warehouse holds.',
      descriptionRules,
      { minLength: 1, maxLength: 256 },
    ),
    owner: text(
      'The group or user of the catalog that owns the warehouse, for example group:default/data-platform.',
      ownerRules,
      { pattern: OWNER_PATTERN },
    ),
    tags: z
      .array(text('A tag.', tagRules, { pattern: TAG_PATTERN, maxLength: 63 }))
      .max(20, 'has more than 20 tags: remove some')
      .default([])
      .describe('Tags of the entity in the catalog.'),
    capacity: capacityField
      .prefault({})
      .describe('How large the warehouse is.'),
    network: networkField.optional(),
  })
  .meta({
    title: 'Shared warehouse',
    description:
      'Describes one warehouse of Redshift Serverless that many pipelines load.',
  });

/**
 * A shared warehouse with all defaults filled in.
 *
 * @public
 */
export type SharedWarehouse = z.output<typeof sharedWarehouseFields>;

const sharedWarehouseSchema = sharedWarehouseFields.superRefine(
  ({ capacity }, context) =>
    checkCapacity(capacity, (path, message) =>
      context.addIssue({ code: 'custom', path, message }),
    ),
);

/**
 * Checks a `warehouse.yaml` and fills in its defaults.
 *
 * @param input - its content, parsed
 * @throws InvalidPipelineError with every problem, each naming its field
 *
 * @public
 */
export const parseSharedWarehouse = (input: unknown): SharedWarehouse =>
  checked(
    sharedWarehouseSchema,
    { document: input, problems: [], placeOf: path => path },
    'warehouse',
  );
