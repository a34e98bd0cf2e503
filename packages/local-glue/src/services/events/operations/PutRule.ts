import { AwsError } from '../../../base/AwsError';
import { list, oneOf, string, structure } from '../../../protocol/shape';
import { unsupported } from '../errors';
import { eventBus, eventsOperation, ruleArn, ruleName } from '../operation';
import { readEventPattern } from '../pattern/eventPattern';
import { Tag } from '../RuleStore';

interface Input {
  Name: string;
  EventPattern?: string;
  ScheduleExpression?: string;
  State?:
    'ENABLED' | 'DISABLED' | 'ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS';
  Description?: string;
  RoleArn?: string;
  Tags?: Tag[];
}

export const tags = list(
  structure({
    Key: string({ min: 1, max: 128 }),
    Value: string({ min: 0, max: 256 }),
  }),
);

/** What an update leaves out is gone afterwards, but for the tags, as on AWS. */
export const PutRule = eventsOperation<Input, { RuleArn: string }>({
  name: 'PutRule',
  input: structure(
    { Name: ruleName },
    {
      EventBusName: eventBus,
      EventPattern: string({ max: 4096 }),
      ScheduleExpression: string({ max: 256 }),
      State: oneOf(
        'ENABLED',
        'DISABLED',
        'ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS',
      ),
      Description: string({ max: 512 }),
      RoleArn: string({ min: 1, max: 1600 }),
      Tags: tags,
    },
  ),
  handle({ State = 'ENABLED', ...input }, context) {
    if (input.ScheduleExpression) {
      throw unsupported(
        'rules with a ScheduleExpression',
        'Start a workflow at certain times by a SCHEDULED trigger.',
      );
    }
    if (State === 'ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS') {
      throw unsupported(`the state ${State}`, 'There are no such events here.');
    }
    if (!input.EventPattern) {
      throw new AwsError(
        'ValidationException',
        'Parameter(s) EventPattern or ScheduleExpression must be specified.',
      );
    }
    readEventPattern(input.EventPattern);
    const { rules } = context;
    rules.put(
      {
        name: input.Name,
        state: State,
        eventPattern: input.EventPattern,
        description: input.Description,
        roleArn: input.RoleArn,
      },
      // Tags of an update count for nothing (PutRule, Amazon EventBridge API Reference).
      rules.get(input.Name) ? undefined : input.Tags,
    );
    return { RuleArn: ruleArn(context, input.Name) };
  },
});
