import { string, structure } from '../../../protocol/shape';
import { offsetPage } from '../../../protocol/offsetPage';
import { eventBus, eventsOperation, paging } from '../operation';

interface Input {
  TargetArn: string;
  NextToken?: string;
  Limit?: number;
}

export const ListRuleNamesByTarget = eventsOperation<Input, object>({
  name: 'ListRuleNamesByTarget',
  input: structure(
    { TargetArn: string({ min: 1, max: 1600 }) },
    { EventBusName: eventBus, ...paging },
  ),
  handle({ TargetArn, NextToken, Limit }, { rules }) {
    const names = rules
      .list()
      .map(({ name }) => name)
      .filter(name => rules.targets(name).some(({ Arn }) => Arn === TargetArn));
    const page = offsetPage(names, NextToken, Limit, 100);
    return { RuleNames: page.items, NextToken: page.nextToken };
  },
});
