export {
  COLUMN_TYPES,
  MAX_PRECISION,
  type ColumnType,
  type SourceColumn,
} from './columns/columnFields';
export { catalogNames, redshiftNames } from './columns/columnNames';
export { WORKER_TYPES, type WorkerType } from './compute';
export {
  parseExpression,
  type Expression,
} from './expressions/parseExpression';
export { ExpressionError } from './expressions/tokenize';
export { pipelineDiagram } from './pipelineDiagram';
export { dataContract } from './contract/dataContract';
export { costWords, dollars } from './cost/costWords';
export {
  COST_ASSUMPTIONS,
  estimateCost,
  type CostAssumptions,
  type CostEstimate,
  type CostItem,
} from './cost/estimateCost';
export { LIST_PRICES } from './cost/prices';
export { engineOf, type EngineChoice } from './engines/engineOf';
export { engineWords } from './engines/engineWords';
export type { Engine } from './engines/Engine';
export { whyCopied } from './copies';
export { NEVER } from './never';
export { holdsData } from './holdsData';
export { fieldPath } from './fieldPath';
export {
  InvalidPipelineError,
  parsePipeline,
  parsePipelineDraft,
  type PipelineProblem,
} from './parsePipeline';
export {
  PIPELINE_API_VERSION,
  type Pipeline,
  type PipelineDraft,
  type PipelineInput,
} from './pipelineFields';
export { pipelineJsonSchema } from './pipelineJsonSchema';
export { pipelineSchema } from './pipelineSchema';
export { parseS3Uri, type S3Location } from './s3Uri';
export { scriptFiles } from './transforms/scriptFiles';
export {
  columnsAtSteps,
  type ColumnsAtStep,
} from './transforms/columnsAtSteps';
export { comparable, type RowType } from './columns/rowTypes';
export { fieldsOfKind, stepWords, type Step } from './transforms/steps';
export {
  dataQualityRuleset,
  fieldsOfRule,
  qualityWords,
  type QualityRule,
} from './quality/rules';
export { toYaml } from './toYaml';
export { warehouseOf } from './warehouseOf';
export {
  parseSharedWarehouse,
  WAREHOUSE_API_VERSION,
  type SharedWarehouse,
} from './sharedWarehouse';
export { sampleFile, samplePipeline } from './sample/samplePipeline';
export { syntheticSample } from './sample/syntheticSample';
