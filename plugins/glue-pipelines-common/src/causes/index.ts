export { type Cause } from './Cause';
export { CAUSE_IDS, explainFailure, failedLine } from './explainFailure';
