import { AwsError } from '../../../base/AwsError';
import { ServerContext } from '../../../server/context';
import { list, string, structure } from '../../../protocol/shape';
import { eventsOperation, ruleArn } from '../operation';
import { requireRule } from '../requireRule';
import { RuleStore, Tag } from '../RuleStore';
import { tags } from './PutRule';

const arn = string({ min: 1, max: 1600 });

export const tagResource = eventsOperation<
  { ResourceARN: string; Tags: Tag[] },
  object
>({
  name: 'TagResource',
  input: structure({ ResourceARN: arn, Tags: tags }),
  handle({ ResourceARN, Tags }, context) {
    new RuleStore(context.database).putTags(ruleOf(ResourceARN, context), Tags);
    return {};
  },
});

export const untagResource = eventsOperation<
  { ResourceARN: string; TagKeys: string[] },
  object
>({
  name: 'UntagResource',
  input: structure({
    ResourceARN: arn,
    TagKeys: list(string({ min: 1, max: 128 })),
  }),
  handle({ ResourceARN, TagKeys }, context) {
    new RuleStore(context.database).removeTags(
      ruleOf(ResourceARN, context),
      TagKeys,
    );
    return {};
  },
});

export const listTagsForResource = eventsOperation<
  { ResourceARN: string },
  { Tags: Tag[] }
>({
  name: 'ListTagsForResource',
  input: structure({ ResourceARN: arn }),
  handle: ({ ResourceARN }, context) => ({
    Tags: new RuleStore(context.database).tags(ruleOf(ResourceARN, context)),
  }),
});

function ruleOf(resourceArn: string, context: ServerContext): string {
  const prefix = ruleArn(context, '');
  if (!resourceArn.startsWith(prefix)) {
    throw new AwsError(
      'ResourceNotFoundException',
      `${resourceArn} is not the ARN of a rule of this account: ${prefix}<name>.`,
    );
  }
  return requireRule(context, resourceArn.slice(prefix.length)).name;
}
