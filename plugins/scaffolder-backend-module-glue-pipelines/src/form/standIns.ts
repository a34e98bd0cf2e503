import type { JsonObject } from '@backstage/types';
import { PIPELINE_API_VERSION } from '@glue-pipelines/pipeline';

/**
 * What a form says of the pages that were not reached yet, so that the language
 * can judge how the parts fit together that are there. Nothing is said of them.
 */
const STAND_INS: JsonObject = {
  apiVersion: PIPELINE_API_VERSION,
  name: 'not-named-yet',
  description: 'Not described yet',
  owner: 'group:default/nobody-yet',
  sources: [{ name: 'not_named_yet', uri: 's3://not-yet/key', format: 'csv' }],
  // The mode that goes with every way to read sources.
  warehouse: {
    table: 'not_named_yet',
    load: { mode: 'merge', keys: ['not_named_yet'] },
  },
};

/** Stand-ins for the parts that a form does not have, with those that it has in their place. */
export const withStandIns = <T extends object>(
  form: JsonObject,
  document: T,
): T & JsonObject => ({
  ...Object.fromEntries(
    Object.entries(STAND_INS).filter(([part]) => form[part] === undefined),
  ),
  ...document,
});
