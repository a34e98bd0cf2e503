import type { EventsContext } from '../context';
import { byRuleName, eventsOperation, ruleArn } from '../operation';
import { requireRule } from '../requireRule';
import { StoredRule } from '../RuleStore';

export const DescribeRule = eventsOperation<{ Name: string }, object>({
  name: 'DescribeRule',
  input: byRuleName,
  handle: ({ Name }, context) => ({
    ...ruleOutput(requireRule(context, Name), context),
    CreatedBy: context.accountId,
  }),
});

/** The API's Rule. */
export function ruleOutput(rule: StoredRule, context: EventsContext) {
  return {
    Name: rule.name,
    Arn: ruleArn(context, rule.name),
    EventPattern: rule.eventPattern,
    State: rule.state,
    Description: rule.description,
    RoleArn: rule.roleArn,
    EventBusName: 'default',
  };
}
