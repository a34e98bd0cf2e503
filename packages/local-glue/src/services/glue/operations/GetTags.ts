import type { GetTagsRequest, GetTagsResponse } from '@aws-sdk/client-glue';
import { glueOperation } from '../operation';
import { taggedArn } from '../tagged';
import { resourceArn } from '../validation/common';
import { structure } from '../../../protocol/shape';

export const GetTags = glueOperation<GetTagsRequest, GetTagsResponse>({
  name: 'GetTags',
  input: structure({ ResourceArn: resourceArn }),
  handle({ ResourceArn }, context) {
    const arn = taggedArn(context, ResourceArn);
    return { Tags: context.store.tags.get(arn) };
  },
});
