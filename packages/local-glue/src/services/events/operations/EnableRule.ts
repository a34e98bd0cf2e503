import { byRuleName, eventsOperation } from '../operation';
import { requireRule } from '../requireRule';

export const EnableRule = eventsOperation<{ Name: string }, object>({
  name: 'EnableRule',
  input: byRuleName,
  handle({ Name }, context) {
    const rule = requireRule(context, Name);
    context.rules.put({ ...rule, state: 'ENABLED' });
    return {};
  },
});
