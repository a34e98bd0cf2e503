import type {
  TagResourceRequest,
  TagResourceResponse,
} from '@aws-sdk/client-glue';
import { glueOperation } from '../operation';
import { addTags, taggedArn } from '../tagged';
import { resourceArn, tags } from '../validation/common';
import { structure } from '../../../protocol/shape';

export const TagResource = glueOperation<
  TagResourceRequest,
  TagResourceResponse
>({
  name: 'TagResource',
  input: structure({ ResourceArn: resourceArn, TagsToAdd: tags }),
  handle({ ResourceArn, TagsToAdd }, context) {
    const { store } = context;
    return store.transaction(() => {
      addTags(context, taggedArn(context, ResourceArn), TagsToAdd);
      return {};
    });
  },
});
