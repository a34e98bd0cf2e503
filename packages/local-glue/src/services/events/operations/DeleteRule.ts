import { AwsError } from '../../../base/AwsError';
import { boolean, structure } from '../../../protocol/shape';
import { eventBus, eventsOperation, ruleName } from '../operation';
import { RuleStore } from '../RuleStore';

/** Deleting what is not there succeeds (DeleteRule, Amazon EventBridge API Reference). */
export const deleteRule = eventsOperation<{ Name: string }, object>({
  name: 'DeleteRule',
  input: structure(
    { Name: ruleName },
    { EventBusName: eventBus, Force: boolean() },
  ),
  handle({ Name }, { database }) {
    const rules = new RuleStore(database);
    if (rules.targets(Name).length > 0) {
      throw new AwsError(
        'ValidationException',
        "Rule can't be deleted since it has targets.",
      );
    }
    rules.delete(Name);
    return {};
  },
});
