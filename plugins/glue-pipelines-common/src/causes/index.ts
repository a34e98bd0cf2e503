export { type Cause, type CauseRule } from './Cause';
export {
  explainByLog,
  lastMeaningfulLine,
  type LoggedCause,
} from './explainByLog';
export {
  CAUSE_IDS,
  errorCategory,
  explainFailure,
  failedLine,
  knownCauses,
} from './explainFailure';
export { causeTexts } from './texts';
