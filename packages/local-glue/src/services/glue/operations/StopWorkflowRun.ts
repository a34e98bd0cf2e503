import type {
  StopWorkflowRunRequest,
  StopWorkflowRunResponse,
} from '@aws-sdk/client-glue';
import { glueOperation } from '../operation';
import { id, name } from '../validation/common';
import { structure } from '../../../protocol/shape';

/** Answers at once; the run is STOPPING until its processes have ended. */
export const StopWorkflowRun = glueOperation<
  StopWorkflowRunRequest,
  StopWorkflowRunResponse
>({
  name: 'StopWorkflowRun',
  input: structure({ Name: name, RunId: id }),
  handle({ Name, RunId }, context) {
    context.orchestrator.workflowRuns.stop(Name, RunId);
    return {};
  },
});
