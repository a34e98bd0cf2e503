import { boolean, list, structure } from '../../../protocol/shape';
import { eventBus, eventsOperation, ruleName, targetId } from '../operation';
import { requireRule } from '../requireRule';

export const RemoveTargets = eventsOperation<
  { Rule: string; Ids: string[] },
  object
>({
  name: 'RemoveTargets',
  input: structure(
    { Rule: ruleName, Ids: list(targetId, { min: 1, max: 100 }) },
    { EventBusName: eventBus, Force: boolean() },
  ),
  handle({ Rule, Ids }, context) {
    requireRule(context, Rule);
    context.rules.removeTargets(Rule, Ids);
    return { FailedEntryCount: 0, FailedEntries: [] };
  },
});
