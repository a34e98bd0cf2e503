import type {
  ResumeWorkflowRunRequest,
  ResumeWorkflowRunResponse,
} from '@aws-sdk/client-glue';
import { glueOperation } from '../operation';
import { id, name } from '../validation/common';
import { list, structure } from '../../../protocol/shape';

/** The answer's NodeIds leave out those that the others lead to. */
export const ResumeWorkflowRun = glueOperation<
  ResumeWorkflowRunRequest,
  ResumeWorkflowRunResponse
>({
  name: 'ResumeWorkflowRun',
  input: structure({ Name: name, RunId: id, NodeIds: list(name) }),
  handle({ Name, RunId, NodeIds }, context) {
    return context.orchestrator.resumedRuns.start(Name, RunId, NodeIds);
  },
});
