import type {
  StartWorkflowRunRequest,
  StartWorkflowRunResponse,
} from '@aws-sdk/client-glue';
import { glueOperation } from '../operation';
import { name, runProperties } from '../validation/common';
import { structure } from '../../../protocol/shape';

export const StartWorkflowRun = glueOperation<
  StartWorkflowRunRequest,
  StartWorkflowRunResponse
>({
  name: 'StartWorkflowRun',
  input: structure({ Name: name }, { RunProperties: runProperties }),
  handle({ Name, RunProperties }, context) {
    const { workflowRuns } = context.orchestrator;
    return { RunId: workflowRuns.start(Name, RunProperties) };
  },
});
