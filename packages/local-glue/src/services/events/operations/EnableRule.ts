import { byRuleName, eventsOperation } from '../operation';
import { requireRule } from '../requireRule';
import { RuleStore } from '../RuleStore';

export const enableRule = eventsOperation<{ Name: string }, object>({
  name: 'EnableRule',
  input: byRuleName,
  handle({ Name }, context) {
    const rule = requireRule(context, Name);
    new RuleStore(context.database).put({ ...rule, state: 'ENABLED' });
    return {};
  },
});
