import { ActionDeps } from './ActionDeps';
import { registerExplainFailure } from './explainFailure';
import { registerGetLogs } from './getLogs';
import { registerGetRun } from './getRun';
import { registerListFleet } from './listFleet';
import { registerListRuns } from './listRuns';
import { registerListWorkflows } from './listWorkflows';
import { registerPreviewResume } from './previewResume';
import { registerResumeRun } from './resumeRun';
import { registerStartRun } from './startRun';
import { registerStopRun } from './stopRun';

/** What agents and other plugins can do, with the permissions and the audit of the REST API. */
export function registerActions(deps: ActionDeps) {
  registerListFleet(deps);
  registerListWorkflows(deps);
  registerListRuns(deps);
  registerGetRun(deps);
  registerExplainFailure(deps);
  registerGetLogs(deps);
  registerStartRun(deps);
  registerStopRun(deps);
  registerPreviewResume(deps);
  registerResumeRun(deps);
}
