import { structure } from '../../../protocol/shape';
import { offsetPage } from '../../../protocol/offsetPage';
import { eventBus, eventsOperation, paging, ruleName } from '../operation';
import { ruleOutput } from './DescribeRule';

interface Input {
  NamePrefix?: string;
  NextToken?: string;
  Limit?: number;
}

export const ListRules = eventsOperation<Input, object>({
  name: 'ListRules',
  input: structure(
    {},
    { EventBusName: eventBus, NamePrefix: ruleName, ...paging },
  ),
  handle({ NamePrefix = '', NextToken, Limit }, context) {
    const found = context.rules
      .list()
      .filter(({ name }) => name.startsWith(NamePrefix));
    const page = offsetPage(found, NextToken, Limit, 100);
    return {
      Rules: page.items.map(rule => ruleOutput(rule, context)),
      NextToken: page.nextToken,
    };
  },
});
