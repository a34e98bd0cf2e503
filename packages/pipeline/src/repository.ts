// What generated repositories carry of the language; `yarn workspace
// @glue-pipelines/pipeline generate` bundles it.
export { DEFAULT_CAPACITY } from './capacityField';
export { contractChanges, contractMarkdown } from './contract/contractChanges';
export { dataContract } from './contract/dataContract';
export { costWords } from './cost/costWords';
export { COST_ASSUMPTIONS, estimateCost } from './cost/estimateCost';
export { engineOf } from './engines/engineOf';
export { pipelineDiagram } from './pipelineDiagram';
export { InvalidPipelineError, parsePipeline } from './parsePipeline';
export { parseS3Uri } from './s3Uri';
export { NEVER } from './never';
export { InvalidRangeError, rangeValues } from './rangeValues';
export { dataQualityRuleset } from './quality/rules';
export { scriptFiles } from './transforms/scriptFiles';
export { warehouseOf } from './warehouseOf';
export { parseSharedWarehouse } from './sharedWarehouse';
export {
  localPipeline,
  sampleBucket,
  sampleFile,
  samplePipeline,
} from './sample/samplePipeline';
