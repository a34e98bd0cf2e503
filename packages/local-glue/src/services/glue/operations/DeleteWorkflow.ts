import type {
  DeleteWorkflowRequest,
  DeleteWorkflowResponse,
} from '@aws-sdk/client-glue';
import { glueOperation } from '../operation';
import { untagDeleted } from '../tagged';
import { byName } from '../validation/common';

/**
 * A workflow that does not exist is no error. Its triggers stay, belong to no
 * workflow any more, and fire nothing until they are started again; its active
 * runs go on to their end, and all stay in the history (what Glue does with
 * either is not documented).
 */
export const DeleteWorkflow = glueOperation<
  DeleteWorkflowRequest,
  DeleteWorkflowResponse
>({
  name: 'DeleteWorkflow',
  input: byName,
  handle({ Name }, context) {
    const { store } = context;
    const triggers = store.transaction(() => {
      if (!store.workflows.delete(Name)) return [];
      untagDeleted(context, 'workflow', Name);
      const left = store.triggers.ofWorkflow(Name);
      for (const trigger of left) {
        store.triggers.put({
          ...trigger,
          WorkflowName: undefined,
          State: trigger.State === 'ACTIVATED' ? 'DEACTIVATED' : trigger.State,
        });
      }
      return left;
    });
    const orchestrator = context.orchestrator;
    triggers.forEach(trigger => orchestrator.triggerChanged(trigger));
    return { Name };
  },
});
