import { checkPipeline } from './checkPipeline';
import { csvDefaults, draftFields, pipelineFields } from './pipelineFields';

/** Says how CSV is written where the pipeline leaves it out. */
function withCsvOptions<
  S extends { format: string; csv?: typeof csvDefaults | undefined },
  T extends { sources: S[] },
>(pipeline: T): T {
  return {
    ...pipeline,
    sources: pipeline.sources.map(source =>
      source.format === 'csv' && !source.csv
        ? { ...source, csv: csvDefaults }
        : source,
    ),
  };
}

/** The schema of `pipeline.yaml`: every field by itself, and how they fit together. */
export const pipelineSchema = pipelineFields
  .superRefine(checkPipeline)
  .transform(pipeline => withCsvOptions(pipeline));

/** The same for a pipeline whose sources may still lack their columns. */
export const draftSchema = draftFields
  .superRefine(checkPipeline)
  .transform(pipeline => withCsvOptions(pipeline));
