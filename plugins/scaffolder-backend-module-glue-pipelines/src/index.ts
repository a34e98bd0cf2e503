/**
 * Scaffolder actions that generate, prove and publish AWS Glue to Redshift
 * pipelines.
 *
 * @packageDocumentation
 */
export { scaffolderModuleGluePipelines as default } from './module';
export {
  generateRepository,
  type GenerateRepositoryOptions,
} from './repository/generateRepository';
export { generateWarehouse } from './repository/generateWarehouse';
export {
  type GeneratedRepository,
  type RepositoryOptions,
} from './repository/writeRepository';
export {
  publishLocally,
  type PublishLocallyOptions,
} from './publish/publishLocally';
export {
  completePipeline,
  type PipelineDocument,
} from './sources/completePipeline';
