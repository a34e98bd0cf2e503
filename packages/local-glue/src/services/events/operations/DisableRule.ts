import { byRuleName, eventsOperation } from '../operation';
import { requireRule } from '../requireRule';
import { RuleStore } from '../RuleStore';

export const disableRule = eventsOperation<{ Name: string }, object>({
  name: 'DisableRule',
  input: byRuleName,
  handle({ Name }, context) {
    const rule = requireRule(context, Name);
    new RuleStore(context.database).put({ ...rule, state: 'DISABLED' });
    return {};
  },
});
