/**
 * Back end of Glue Pipelines for Backstage.
 *
 * @packageDocumentation
 */
export { gluePipelinesPlugin as default } from './plugin';
