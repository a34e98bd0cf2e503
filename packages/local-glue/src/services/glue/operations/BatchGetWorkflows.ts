import type {
  BatchGetWorkflowsRequest,
  BatchGetWorkflowsResponse,
} from '@aws-sdk/client-glue';
import { glueOperation } from '../operation';
import { workflowOutput } from '../outputs/workflow';
import { name } from '../validation/common';
import { boolean, list, structure } from '../../../protocol/shape';

export const BatchGetWorkflows = glueOperation<
  BatchGetWorkflowsRequest,
  BatchGetWorkflowsResponse
>({
  name: 'BatchGetWorkflows',
  input: structure(
    { Names: list(name, { min: 1, max: 25 }) },
    { IncludeGraph: boolean() },
  ),
  handle({ Names, IncludeGraph }, context) {
    const { store } = context;
    const found = Names.flatMap(each => store.workflows.get(each) ?? []);
    return {
      Workflows: found.map(workflow =>
        workflowOutput(store, workflow, IncludeGraph),
      ),
      MissingWorkflows: Names.filter(each => !store.workflows.get(each)),
    };
  },
});
