import { byRuleName, eventsOperation } from '../operation';
import { requireRule } from '../requireRule';

export const DisableRule = eventsOperation<{ Name: string }, object>({
  name: 'DisableRule',
  input: byRuleName,
  handle({ Name }, context) {
    const rule = requireRule(context, Name);
    context.rules.put({ ...rule, state: 'DISABLED' });
    return {};
  },
});
