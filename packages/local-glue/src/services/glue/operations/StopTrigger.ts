import type {
  StopTriggerRequest,
  StopTriggerResponse,
} from '@aws-sdk/client-glue';
import { orchestratorOf } from '../engine/Orchestrator';
import { entityNotFound, invalidInput } from '../errors';
import { glueOperation } from '../operation';
import { glueStore } from '../store/GlueStore';
import { byName } from '../validation/common';

/** Runs that are under way keep the trigger as it was when they started. */
export const StopTrigger = glueOperation<
  StopTriggerRequest,
  StopTriggerResponse
>({
  name: 'StopTrigger',
  input: byName,
  handle({ Name }, context) {
    const { triggers } = glueStore(context);
    const trigger = triggers.get(Name);
    if (!trigger) throw entityNotFound('Trigger', Name);
    if (trigger.Type === 'ON_DEMAND') {
      throw invalidInput(
        `Trigger ${Name} is ON_DEMAND: it is never active, and cannot be stopped.`,
      );
    }
    triggers.put({ ...trigger, State: 'DEACTIVATED' });
    orchestratorOf(context).schedules.triggerChanged(Name);
    return { Name };
  },
});
