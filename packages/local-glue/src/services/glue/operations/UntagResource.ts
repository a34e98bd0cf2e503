import type {
  UntagResourceRequest,
  UntagResourceResponse,
} from '@aws-sdk/client-glue';
import { glueOperation } from '../operation';
import { refuseReserved, taggedArn } from '../tagged';
import { resourceArn } from '../validation/common';
import { list, string, structure } from '../../../protocol/shape';

export const UntagResource = glueOperation<
  UntagResourceRequest,
  UntagResourceResponse
>({
  name: 'UntagResource',
  input: structure({
    ResourceArn: resourceArn,
    TagsToRemove: list(string({ min: 1, max: 128 }), { max: 50 }),
  }),
  handle({ ResourceArn, TagsToRemove }, context) {
    refuseReserved(TagsToRemove, 'key');
    const { store } = context;
    return store.transaction(() => {
      store.tags.remove(taggedArn(context, ResourceArn), TagsToRemove);
      return {};
    });
  },
});
