/**
 * The same pages for apps of the old frontend system.
 *
 * @packageDocumentation
 */
export {
  EntityGlueCard,
  EntityGlueContent,
  GluePipelinePartField,
  GluePipelinesPage,
  gluePipelinesPlugin,
} from './legacy/plugin';
export { hasGlueWorkflow as isGluePipelinesAvailable } from './extensions/hasGlueWorkflow';
export { gluePipelinesApiRef } from './api/GluePipelinesApi';
export type {
  GluePipelinesApi,
  RequestOptions,
  WorkflowOfEntity,
} from './api/GluePipelinesApi';
export { gluePipelinesTranslationRef } from './translation/ref';
