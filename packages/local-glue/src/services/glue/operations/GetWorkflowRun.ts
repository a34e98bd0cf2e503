import type {
  GetWorkflowRunRequest,
  GetWorkflowRunResponse,
} from '@aws-sdk/client-glue';
import { glueOperation } from '../operation';
import { workflowRunOutput } from '../outputs/workflow';
import { requireWorkflowRun } from '../store/requireWorkflowRun';
import { id, name } from '../validation/common';
import { boolean, structure } from '../../../protocol/shape';

export const GetWorkflowRun = glueOperation<
  GetWorkflowRunRequest,
  GetWorkflowRunResponse
>({
  name: 'GetWorkflowRun',
  input: structure({ Name: name, RunId: id }, { IncludeGraph: boolean() }),
  handle({ Name, RunId, IncludeGraph }, context) {
    const { store } = context;
    const run = requireWorkflowRun(store, Name, RunId);
    return { Run: workflowRunOutput(store, run, IncludeGraph) };
  },
});
