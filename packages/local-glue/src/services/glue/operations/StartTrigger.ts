import type {
  StartTriggerRequest,
  StartTriggerResponse,
} from '@aws-sdk/client-glue';
import { checkActivation } from '../engine/triggerRules';
import { entityNotFound } from '../errors';
import { glueOperation } from '../operation';
import { byName } from '../validation/common';

/**
 * An ON_DEMAND trigger fires at once and stays CREATED; in a workflow that
 * starts a run of it. SCHEDULED and CONDITIONAL triggers are activated
 * ("Activating and deactivating triggers", AWS Glue Developer Guide).
 */
export const StartTrigger = glueOperation<
  StartTriggerRequest,
  StartTriggerResponse
>({
  name: 'StartTrigger',
  input: byName,
  handle({ Name }, context) {
    const { store } = context;
    const orchestrator = context.orchestrator;
    const trigger = store.triggers.get(Name);
    if (!trigger) throw entityNotFound('Trigger', Name);
    if (trigger.Type !== 'ON_DEMAND') {
      checkActivation(trigger);
      store.triggers.put({ ...trigger, State: 'ACTIVATED' });
      orchestrator.triggerChanged(trigger);
    } else if (trigger.WorkflowName) {
      orchestrator.workflowRuns.start(trigger.WorkflowName);
    } else {
      orchestrator.triggerChains.fire(trigger);
    }
    return { Name };
  },
});
