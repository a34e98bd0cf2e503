/**
 * Extension points of the Glue Pipelines back end.
 *
 * @packageDocumentation
 */
import { createExtensionPoint } from '@backstage/backend-plugin-api';
import { CauseRule } from '@glue-pipelines/backstage-plugin-common';

/**
 * Takes causes of failures that an adopter knows besides those that the plugin
 * knows, e.g. of libraries and of messages of one's own jobs.
 * @public
 */
export interface GluePipelinesCausesExtensionPoint {
  /**
   * Adds causes. They are tried in this order, after those of the plugin: what
   * it recognises stays as it is.
   * @throws Error for an id that is taken
   */
  addCauses(...causes: CauseRule[]): void;
}

/** @public */
export const gluePipelinesCausesExtensionPoint =
  createExtensionPoint<GluePipelinesCausesExtensionPoint>({
    id: 'glue-pipelines.causes',
  });
