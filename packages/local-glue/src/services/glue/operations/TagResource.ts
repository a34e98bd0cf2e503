import type {
  TagResourceRequest,
  TagResourceResponse,
} from '@aws-sdk/client-glue';
import { invalidInput } from '../errors';
import { glueOperation } from '../operation';
import { glueStore } from '../store/GlueStore';
import { taggedArn } from '../tagged';
import { resourceArn, tags } from '../validation/common';
import { structure } from '../validation/shape';

/** "AWS tags in AWS Glue", AWS Glue Developer Guide. */
const MAX_TAGS = 50;

export const TagResource = glueOperation<
  TagResourceRequest,
  TagResourceResponse
>({
  name: 'TagResource',
  input: structure({ ResourceArn: resourceArn, TagsToAdd: tags }),
  handle({ ResourceArn, TagsToAdd }, context) {
    const store = glueStore(context);
    return store.transaction(() => {
      const arn = taggedArn(context, ResourceArn);
      store.tags.add(arn, TagsToAdd);
      if (Object.keys(store.tags.get(arn)).length > MAX_TAGS) {
        throw invalidInput(
          `${ResourceArn} would have more than ${MAX_TAGS} tags. Remove some first.`,
        );
      }
      return {};
    });
  },
});
