import type {
  GetWorkflowRunsRequest,
  GetWorkflowRunsResponse,
} from '@aws-sdk/client-glue';
import { entityNotFound } from '../errors';
import { glueOperation } from '../operation';
import { workflowRunOutput } from '../outputs/workflow';
import { page } from '../paging';
import { name, paging } from '../validation/common';
import { boolean, structure } from '../../../protocol/shape';

/** Newest first (Glue's own order is not documented). */
export const GetWorkflowRuns = glueOperation<
  GetWorkflowRunsRequest,
  GetWorkflowRunsResponse
>({
  name: 'GetWorkflowRuns',
  input: structure(
    { Name: name },
    { IncludeGraph: boolean(), ...paging(1000) },
  ),
  handle(input, context) {
    const { store } = context;
    if (!store.workflows.get(input.Name)) {
      throw entityNotFound('Workflow', input.Name);
    }
    const { rows, NextToken } = page(
      input,
      1000,
      (before, limit) => store.workflowRuns.page(input.Name, before, limit),
      row => row.sequence,
    );
    return {
      Runs: rows.map(({ run }) =>
        workflowRunOutput(store, run, input.IncludeGraph),
      ),
      NextToken,
    };
  },
});
