import { structure } from '../../../protocol/shape';
import { offsetPage } from '../../../protocol/offsetPage';
import { eventBus, eventsOperation, paging, ruleName } from '../operation';
import { requireRule } from '../requireRule';

interface Input {
  Rule: string;
  NextToken?: string;
  Limit?: number;
}

export const ListTargetsByRule = eventsOperation<Input, object>({
  name: 'ListTargetsByRule',
  input: structure({ Rule: ruleName }, { EventBusName: eventBus, ...paging }),
  handle({ Rule, NextToken, Limit }, context) {
    requireRule(context, Rule);
    const targets = context.rules.targets(Rule);
    const page = offsetPage(targets, NextToken, Limit, 100);
    return { Targets: page.items, NextToken: page.nextToken };
  },
});
