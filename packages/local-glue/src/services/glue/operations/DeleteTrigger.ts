import type {
  DeleteTriggerRequest,
  DeleteTriggerResponse,
} from '@aws-sdk/client-glue';
import { orchestratorOf } from '../engine/Orchestrator';
import { glueOperation } from '../operation';
import { glueStore } from '../store/GlueStore';
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
    const store = glueStore(context);
    const deleted = store.transaction(() => {
      const trigger = store.triggers.get(Name);
      store.triggers.delete(Name);
      untagDeleted(context, 'trigger', Name);
      return trigger;
    });
    if (deleted) orchestratorOf(context).triggerChanged(deleted);
    return { Name };
  },
});
