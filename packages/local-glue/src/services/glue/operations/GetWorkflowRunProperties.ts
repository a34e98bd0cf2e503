import type {
  GetWorkflowRunPropertiesRequest,
  GetWorkflowRunPropertiesResponse,
} from '@aws-sdk/client-glue';
import { glueOperation } from '../operation';
import { glueStore } from '../store/GlueStore';
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
    const run = requireWorkflowRun(glueStore(context), Name, RunId);
    return { RunProperties: run.WorkflowRunProperties };
  },
});
