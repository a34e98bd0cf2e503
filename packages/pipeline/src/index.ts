export { WORKER_TYPES, type WorkerType } from './compute';
export { declaredColumns } from './checkPipeline';
export {
  fieldPath,
  InvalidPipelineError,
  parsePipeline,
  type PipelineProblem,
} from './parsePipeline';
export { pipelineJsonSchema } from './pipelineJsonSchema';
export { parseS3Uri, type S3Location } from './s3Uri';
export { scheduleProblem } from './scheduleProblem';
export {
  PIPELINE_API_VERSION,
  type Pipeline,
  type PipelineInput,
} from './pipelineFields';
export { toYaml } from './toYaml';
export { pipelineSchema } from './pipelineSchema';
export * from './schedule';
