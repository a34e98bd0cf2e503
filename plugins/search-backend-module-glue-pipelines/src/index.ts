/**
 * Lets Backstage's search find AWS Glue pipelines.
 *
 * @packageDocumentation
 */
export { searchModuleGluePipelines as default } from './module';
