import type { EventsContext } from '../context';
import { AwsError } from '../../../base/AwsError';
import { list, string, structure } from '../../../protocol/shape';
import { eventsOperation, ruleArn } from '../operation';
import { requireRule } from '../requireRule';
import { Tag } from '../RuleStore';
import { tags } from './PutRule';

const arn = string({ min: 1, max: 1600 });

export const TagResource = eventsOperation<
  { ResourceARN: string; Tags: Tag[] },
  object
>({
  name: 'TagResource',
  input: structure({ ResourceARN: arn, Tags: tags }),
  handle({ ResourceARN, Tags }, context) {
    context.rules.putTags(ruleOf(ResourceARN, context), Tags);
    return {};
  },
});

export const UntagResource = eventsOperation<
  { ResourceARN: string; TagKeys: string[] },
  object
>({
  name: 'UntagResource',
  input: structure({
    ResourceARN: arn,
    TagKeys: list(string({ min: 1, max: 128 })),
  }),
  handle({ ResourceARN, TagKeys }, context) {
    context.rules.removeTags(ruleOf(ResourceARN, context), TagKeys);
    return {};
  },
});

export const ListTagsForResource = eventsOperation<
  { ResourceARN: string },
  { Tags: Tag[] }
>({
  name: 'ListTagsForResource',
  input: structure({ ResourceARN: arn }),
  handle: ({ ResourceARN }, context) => ({
    Tags: context.rules.tags(ruleOf(ResourceARN, context)),
  }),
});

function ruleOf(resourceArn: string, context: EventsContext): string {
  const prefix = ruleArn(context, '');
  if (!resourceArn.startsWith(prefix)) {
    throw new AwsError(
      'ResourceNotFoundException',
      `${resourceArn} is not the ARN of a rule of this account: ${prefix}<name>.`,
    );
  }
  return requireRule(context, resourceArn.slice(prefix.length)).name;
}
