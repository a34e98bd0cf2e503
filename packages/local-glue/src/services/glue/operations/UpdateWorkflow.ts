import type {
  UpdateWorkflowRequest,
  UpdateWorkflowResponse,
} from '@aws-sdk/client-glue';
import { entityNotFound } from '../errors';
import { glueOperation } from '../operation';
import { name, runProperties } from '../validation/common';
import { integer, string, structure } from '../../../protocol/shape';

/** Members that are not given stay as they are. */
export const UpdateWorkflow = glueOperation<
  UpdateWorkflowRequest,
  UpdateWorkflowResponse
>({
  name: 'UpdateWorkflow',
  input: structure(
    { Name: name },
    {
      Description: string({ max: 120_000 }),
      DefaultRunProperties: runProperties,
      MaxConcurrentRuns: integer({ min: 1 }),
    },
  ),
  handle(changes, context) {
    const { store } = context;
    return store.transaction(() => {
      const workflow = store.workflows.get(changes.Name);
      if (!workflow) throw entityNotFound('Workflow', changes.Name);
      store.workflows.put({
        ...workflow,
        ...changes,
        LastModifiedOn: new Date(),
      });
      return { Name: changes.Name };
    });
  },
});
