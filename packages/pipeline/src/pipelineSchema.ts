import { checkPipeline } from './checkPipeline';
import { pipelineFields } from './pipelineFields';

/** The schema of `pipeline.yaml`: every field by itself, and how they fit together. */
export const pipelineSchema = pipelineFields.superRefine(checkPipeline);
