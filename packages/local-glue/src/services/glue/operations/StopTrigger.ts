import type {
  StopTriggerRequest,
  StopTriggerResponse,
} from '@aws-sdk/client-glue';
import { checkDeactivation } from '../engine/triggerRules';
import { entityNotFound } from '../errors';
import { glueOperation } from '../operation';
import { byName } from '../validation/common';

/** Runs that are under way keep the trigger as it was when they started. */
export const StopTrigger = glueOperation<
  StopTriggerRequest,
  StopTriggerResponse
>({
  name: 'StopTrigger',
  input: byName,
  handle({ Name }, context) {
    const { triggers } = context.store;
    const trigger = triggers.get(Name);
    if (!trigger) throw entityNotFound('Trigger', Name);
    checkDeactivation(trigger);
    triggers.put({ ...trigger, State: 'DEACTIVATED' });
    context.orchestrator.triggerChanged(trigger);
    return { Name };
  },
});
