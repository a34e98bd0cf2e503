import { crawlerDefaults } from './catalogField';
import { checkPipeline, checkWhole } from './checkPipeline';
import { whyCopied } from './copies';
import {
  csvDefaults,
  draftFields,
  pipelineFields,
  type PipelineDraft,
} from './pipelineFields';

/** Fills in what depends on other fields, where the pipeline leaves it out. */
function completed<T extends PipelineDraft>(pipeline: T): T {
  const { catalog, sources } = pipeline;
  return {
    ...pipeline,
    sources: sources.map(source => ({
      ...source,
      ...(source.format === 'csv' && { csv: source.csv ?? csvDefaults }),
      copy: whyCopied(source) !== undefined,
    })),
    catalog: {
      ...catalog,
      ...(catalog.tables === 'crawled' && {
        crawler: catalog.crawler ?? crawlerDefaults,
      }),
    },
  };
}

/**
 * The schema of `pipeline.yaml`: every field by itself, and how they fit together.
 *
 * @public
 */
export const pipelineSchema = pipelineFields
  .superRefine(checkWhole)
  .superRefine(checkPipeline)
  .transform(pipeline => completed(pipeline));

/** The same for a pipeline whose sources may still lack their columns. */
export const draftSchema = draftFields
  .superRefine(checkPipeline)
  .transform(pipeline => completed(pipeline));
