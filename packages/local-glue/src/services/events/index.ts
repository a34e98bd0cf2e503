import { Service } from '../../protocol/operation';
import { deleteRule } from './operations/DeleteRule';
import { describeRule } from './operations/DescribeRule';
import { disableRule } from './operations/DisableRule';
import { enableRule } from './operations/EnableRule';
import { listRuleNamesByTarget } from './operations/ListRuleNamesByTarget';
import { listRules } from './operations/ListRules';
import { listTargetsByRule } from './operations/ListTargetsByRule';
import { putEvents } from './operations/PutEvents';
import { putRule } from './operations/PutRule';
import { putTargets } from './operations/PutTargets';
import { removeTargets } from './operations/RemoveTargets';
import {
  listTagsForResource,
  tagResource,
  untagResource,
} from './operations/tags';
import { testEventPattern } from './operations/TestEventPattern';

/** Amazon EventBridge, as far as it starts Glue workflows: the default bus, and rules with workflows as targets. */
export const eventsService: Service = {
  id: 'events',
  protocol: 'aws-json-1.1',
  targetPrefix: 'AWSEvents',
  operations: [
    deleteRule,
    describeRule,
    disableRule,
    enableRule,
    listRuleNamesByTarget,
    listRules,
    listTagsForResource,
    listTargetsByRule,
    putEvents,
    putRule,
    putTargets,
    removeTargets,
    tagResource,
    testEventPattern,
    untagResource,
  ],
};
