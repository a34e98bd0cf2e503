import type {
  CreateTriggerRequest,
  CreateTriggerResponse,
} from '@aws-sdk/client-glue';
import { startTrigger } from '../engine/progress';
import { checkActivation, checkTrigger } from '../engine/triggerRules';
import { alreadyExists, entityNotFound, invalidInput } from '../errors';
import { glueOperation } from '../operation';
import type { StoredTrigger } from '../store/definitions';
import type { GlueStore } from '../store/GlueStore';
import { tagCreated } from '../tagged';
import { description, name, tags } from '../validation/common';
import { boolean, structure } from '../../../protocol/shape';
import {
  actions,
  eventBatchingCondition,
  predicate,
  schedule,
  triggerType,
} from '../validation/triggers';

export const CreateTrigger = glueOperation<
  CreateTriggerRequest,
  CreateTriggerResponse
>({
  name: 'CreateTrigger',
  input: structure(
    { Name: name, Type: triggerType, Actions: actions },
    {
      WorkflowName: name,
      Schedule: schedule,
      Predicate: predicate,
      Description: description,
      StartOnCreation: boolean(),
      Tags: tags,
      EventBatchingCondition: eventBatchingCondition,
    },
  ),
  handle({ Tags, StartOnCreation, ...definition }, context) {
    const { store } = context;
    const { Name } = definition;
    const trigger: StoredTrigger = {
      ...definition,
      State: StartOnCreation ? 'ACTIVATED' : 'CREATED',
    };
    checkTrigger(trigger);
    if (StartOnCreation) checkActivation(trigger);
    store.transaction(() => {
      if (store.triggers.get(Name)) throw alreadyExists('Trigger', Name);
      if (trigger.WorkflowName) checkWorkflow(store, trigger);
      store.triggers.put(trigger);
      tagCreated(context, 'trigger', Name, Tags);
    });
    if (trigger.Type === 'EVENT' && !trigger.WorkflowName) {
      context.log.warn(
        `Trigger ${Name} is of type EVENT and belongs to no workflow. Events start workflows, so nothing fires it.`,
      );
    }
    context.orchestrator.triggerChanged(trigger);
    return { Name };
  },
});

/** A workflow has one start trigger. */
function checkWorkflow(store: GlueStore, trigger: StoredTrigger): void {
  const workflowName = trigger.WorkflowName!;
  if (!store.workflows.get(workflowName)) {
    throw entityNotFound('Workflow', workflowName);
  }
  const present = startTrigger(store.triggers.ofWorkflow(workflowName));
  if (present && trigger.Type !== 'CONDITIONAL') {
    throw invalidInput(
      `Workflow ${workflowName} has the start trigger ${present.Name} already. Delete that one first, or make ${trigger.Name} CONDITIONAL.`,
    );
  }
}
