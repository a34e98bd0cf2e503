import { Service, withContext } from '../../protocol/operation';
import { EventsDependencies } from './context';
import { EventBus } from './EventBus';
import { DeleteRule } from './operations/DeleteRule';
import { DescribeRule } from './operations/DescribeRule';
import { DisableRule } from './operations/DisableRule';
import { EnableRule } from './operations/EnableRule';
import { ListRuleNamesByTarget } from './operations/ListRuleNamesByTarget';
import { ListRules } from './operations/ListRules';
import { ListTargetsByRule } from './operations/ListTargetsByRule';
import { PutEvents } from './operations/PutEvents';
import { PutRule } from './operations/PutRule';
import { PutTargets } from './operations/PutTargets';
import { RemoveTargets } from './operations/RemoveTargets';
import {
  ListTagsForResource,
  TagResource,
  UntagResource,
} from './operations/Tags';
import { TestEventPattern } from './operations/TestEventPattern';
import { RuleStore } from './RuleStore';

export interface EventsService extends Service {
  /** The default event bus. */
  readonly bus: EventBus;
}

/** Amazon EventBridge, as far as it starts Glue workflows: the default bus, and rules with workflows as targets. */
export function eventsService(dependencies: EventsDependencies): EventsService {
  const { accountId, region, workflows } = dependencies;
  const rules = new RuleStore(dependencies.database);
  const bus = new EventBus(dependencies, rules);
  return {
    id: 'events',
    protocol: 'aws-json-1.1',
    targetPrefix: 'AWSEvents',
    operations: withContext({ accountId, region, rules, bus, workflows }, [
      DeleteRule,
      DescribeRule,
      DisableRule,
      EnableRule,
      ListRuleNamesByTarget,
      ListRules,
      ListTagsForResource,
      ListTargetsByRule,
      PutEvents,
      PutRule,
      PutTargets,
      RemoveTargets,
      TagResource,
      TestEventPattern,
      UntagResource,
    ]),
    bus,
  };
}
