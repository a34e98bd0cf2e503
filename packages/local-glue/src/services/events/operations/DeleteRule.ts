import { AwsError } from '../../../base/AwsError';
import { boolean, structure } from '../../../protocol/shape';
import { eventBus, eventsOperation, ruleName } from '../operation';

/** Deleting what is not there succeeds (DeleteRule, Amazon EventBridge API Reference). */
export const DeleteRule = eventsOperation<{ Name: string }, object>({
  name: 'DeleteRule',
  input: structure(
    { Name: ruleName },
    { EventBusName: eventBus, Force: boolean() },
  ),
  handle({ Name }, { rules }) {
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
