import type {
  DeleteWorkflowRequest,
  DeleteWorkflowResponse,
} from '@aws-sdk/client-glue';
import { glueOperation } from '../operation';
import { glueStore } from '../store/GlueStore';
import { untagDeleted } from '../tagged';
import { byName } from '../validation/common';

/**
 * A workflow that does not exist is no error. Its triggers stay, and belong to
 * no workflow any more (what Glue does with them is not documented); its runs
 * stay in the history.
 */
export const DeleteWorkflow = glueOperation<
  DeleteWorkflowRequest,
  DeleteWorkflowResponse
>({
  name: 'DeleteWorkflow',
  input: byName,
  handle({ Name }, context) {
    const store = glueStore(context);
    return store.transaction(() => {
      if (store.workflows.delete(Name)) {
        for (const trigger of store.triggers.ofWorkflow(Name)) {
          store.triggers.put({ ...trigger, WorkflowName: undefined });
        }
        untagDeleted(context, 'workflow', Name);
      }
      return { Name };
    });
  },
});
