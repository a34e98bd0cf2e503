/**
 * Shows AWS Glue workflows on Backstage entity pages and starts their runs.
 *
 * @packageDocumentation
 */
export { gluePipelinesPlugin as default } from './plugin';
export { gluePipelinesApiRef } from './api/GluePipelinesApi';
export type {
  GluePipelinesApi,
  RequestOptions,
  WorkflowOfEntity,
} from './api/GluePipelinesApi';
