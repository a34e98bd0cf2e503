import type {
  GetWorkflowRunPropertiesRequest,
  GetWorkflowRunPropertiesResponse,
} from '@aws-sdk/client-glue';
import { glueOperation } from '../operation';
import { requireWorkflowRun } from '../store/requireWorkflowRun';
import { id, name } from '../validation/common';
import { structure } from '../../../protocol/shape';

export const GetWorkflowRunProperties = glueOperation<
  GetWorkflowRunPropertiesRequest,
  GetWorkflowRunPropertiesResponse
>({
  name: 'GetWorkflowRunProperties',
  input: structure({ Name: name, RunId: id }),
  handle({ Name, RunId }, context) {
    const run = requireWorkflowRun(context.store, Name, RunId);
    return { RunProperties: run.WorkflowRunProperties };
  },
});
