/**
 * Discovers AWS Glue workflows for the catalog.
 *
 * @packageDocumentation
 */
export { catalogModuleGluePipelines as default } from './module';
