import type {
  DeleteTriggerRequest,
  DeleteTriggerResponse,
} from '@aws-sdk/client-glue';
import { glueOperation } from '../operation';
import { untagDeleted } from '../tagged';
import { byName } from '../validation/common';

/** A trigger that does not exist is no error (DeleteTrigger, AWS Glue API reference). */
export const DeleteTrigger = glueOperation<
  DeleteTriggerRequest,
  DeleteTriggerResponse
>({
  name: 'DeleteTrigger',
  input: byName,
  handle({ Name }, context) {
    const { store } = context;
    const deleted = store.transaction(() => {
      const trigger = store.triggers.get(Name);
      store.triggers.delete(Name);
      untagDeleted(context, 'trigger', Name);
      return trigger;
    });
    if (deleted) context.orchestrator.triggerChanged(deleted);
    return { Name };
  },
});
