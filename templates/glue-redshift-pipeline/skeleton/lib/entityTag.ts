import type { Pipeline } from './pipeline';

/**
 * The tag of a workflow that names the entity of the developer portal's
 * catalog to which it belongs. The portal starts a workflow only through that
 * entity, so that nobody reaches it by writing its ARN into another one.
 */
export const ENTITY_TAG = 'glue-pipelines.io/entity';

/** The entity that the portal registers for a pipeline. */
export function entityRefOf({ name }: Pick<Pipeline, 'name'>) {
  return `component:default/${name}`;
}
