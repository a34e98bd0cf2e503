import type {
  GetWorkflowRequest,
  GetWorkflowResponse,
} from '@aws-sdk/client-glue';
import { entityNotFound } from '../errors';
import { glueOperation } from '../operation';
import { workflowOutput } from '../outputs/workflow';
import { name } from '../validation/common';
import { boolean, structure } from '../../../protocol/shape';

export const GetWorkflow = glueOperation<
  GetWorkflowRequest,
  GetWorkflowResponse
>({
  name: 'GetWorkflow',
  input: structure({ Name: name }, { IncludeGraph: boolean() }),
  handle({ Name, IncludeGraph }, context) {
    const { store } = context;
    const workflow = store.workflows.get(Name);
    if (!workflow) throw entityNotFound('Workflow', Name);
    return { Workflow: workflowOutput(store, workflow, IncludeGraph) };
  },
});
