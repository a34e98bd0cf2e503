import { z } from 'zod';
import { pipelineFields } from './pipelineFields';
import { sharedWarehouseFields } from './sharedWarehouse';

/**
 * The JSON schema (draft 7, which editors and ajv read by default) of
 * `pipeline.yaml` as a person writes it: fields with a default may be absent.
 * It says what a single field may hold; how the fields fit together only
 * `parsePipeline` says.
 *
 * @public
 */
export function pipelineJsonSchema(): Record<string, unknown> {
  return z.toJSONSchema(pipelineFields, { target: 'draft-7', io: 'input' });
}

/** The same of `warehouse.yaml`. */
export function sharedWarehouseJsonSchema(): Record<string, unknown> {
  return z.toJSONSchema(sharedWarehouseFields, {
    target: 'draft-7',
    io: 'input',
  });
}
