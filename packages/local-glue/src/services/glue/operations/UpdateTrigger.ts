import type {
  UpdateTriggerRequest,
  UpdateTriggerResponse,
} from '@aws-sdk/client-glue';
import { checkTrigger } from '../engine/triggerRules';
import { entityNotFound, invalidInput } from '../errors';
import { glueOperation } from '../operation';
import type { StoredTrigger } from '../store/definitions';
import { description, name } from '../validation/common';
import { structure } from '../../../protocol/shape';
import {
  actions,
  eventBatchingCondition,
  predicate,
  schedule,
} from '../validation/triggers';

/**
 * "This object updates the previous trigger definition by overwriting it
 * completely" (TriggerUpdate, AWS Glue API reference): members that are not
 * given are removed. Type, workflow and state stay. Runs that are under way
 * keep the old definition ("Repairing and resuming a workflow run", AWS Glue
 * Developer Guide).
 */
export const UpdateTrigger = glueOperation<
  UpdateTriggerRequest,
  UpdateTriggerResponse
>({
  name: 'UpdateTrigger',
  input: structure({
    Name: name,
    TriggerUpdate: structure(
      {},
      {
        Name: name,
        Description: description,
        Schedule: schedule,
        Actions: actions,
        Predicate: predicate,
        EventBatchingCondition: eventBatchingCondition,
      },
    ),
  }),
  handle({ Name, TriggerUpdate }, context) {
    const { store } = context;
    if (TriggerUpdate.Name && TriggerUpdate.Name !== Name) {
      throw invalidInput(
        `Trigger ${Name} cannot be renamed to ${TriggerUpdate.Name}. Create a new one instead.`,
      );
    }
    const updated = store.transaction(() => {
      const trigger = store.triggers.get(Name);
      if (!trigger) throw entityNotFound('Trigger', Name);
      const changed: StoredTrigger = {
        ...TriggerUpdate,
        Name,
        Type: trigger.Type,
        State: trigger.State,
        WorkflowName: trigger.WorkflowName,
      };
      checkTrigger(changed);
      store.triggers.put(changed);
      return changed;
    });
    context.orchestrator.triggerChanged(updated);
    return { Trigger: updated };
  },
});
