import { Entity } from '@backstage/catalog-model';
import { GLUE_WORKFLOW_ARN_ANNOTATION } from '@glue-pipelines/backstage-plugin-common';

/**
 * Whether an entity names a Glue workflow.
 *
 * @public
 */
export function hasGlueWorkflow(entity: Entity): boolean {
  return Boolean(entity.metadata.annotations?.[GLUE_WORKFLOW_ARN_ANNOTATION]);
}
