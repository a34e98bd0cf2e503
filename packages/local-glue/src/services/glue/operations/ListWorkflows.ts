import type {
  ListWorkflowsRequest,
  ListWorkflowsResponse,
} from '@aws-sdk/client-glue';
import { glueOperation } from '../operation';
import { page } from '../paging';
import { paging } from '../validation/common';
import { structure } from '../../../protocol/shape';

export const ListWorkflows = glueOperation<
  ListWorkflowsRequest,
  ListWorkflowsResponse
>({
  name: 'ListWorkflows',
  input: structure({}, paging(25)),
  handle(input, context) {
    const { workflows } = context.store;
    const { rows, NextToken } = page(
      input,
      25,
      (after, limit) => workflows.page(after, limit),
      workflow => workflow.Name,
    );
    return { Workflows: rows.map(workflow => workflow.Name), NextToken };
  },
});
