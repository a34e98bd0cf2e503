import type {
  UpdateTriggerRequest,
  UpdateTriggerResponse,
} from '@aws-sdk/client-glue';
import { orchestratorOf } from '../engine/Orchestrator';
import { checkTrigger } from '../engine/triggerRules';
import { entityNotFound, invalidInput } from '../errors';
import { glueOperation } from '../operation';
import { glueStore } from '../store/GlueStore';
import { description, name } from '../validation/common';
import { structure } from '../validation/shape';
import {
  actions,
  eventBatchingCondition,
  predicate,
  schedule,
} from '../validation/triggers';

/** Members that are not given stay as they are; runs that are under way keep the old ones. */
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
    const store = glueStore(context);
    if (TriggerUpdate.Name && TriggerUpdate.Name !== Name) {
      throw invalidInput(
        `Trigger ${Name} cannot be renamed to ${TriggerUpdate.Name}. Create a new one instead.`,
      );
    }
    const updated = store.transaction(() => {
      const trigger = store.triggers.get(Name);
      if (!trigger) throw entityNotFound('Trigger', Name);
      const changed = { ...trigger, ...TriggerUpdate, Name };
      checkTrigger(changed);
      store.triggers.put(changed);
      return changed;
    });
    orchestratorOf(context).schedules.triggerChanged(Name);
    return { Trigger: updated };
  },
});
