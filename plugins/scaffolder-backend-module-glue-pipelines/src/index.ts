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
  type GeneratedRepository,
} from './repository/generateRepository';
export {
  publishLocally,
  type PublishLocallyOptions,
} from './publish/publishLocally';
export {
  completePipeline,
  type PipelineDocument,
} from './sources/completePipeline';
