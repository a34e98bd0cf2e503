import type {
  GetClassifiersRequest,
  GetClassifiersResponse,
} from '@aws-sdk/client-glue';
import { glueOperation } from '../operation';
import { classifierOutput } from '../outputs/classifier';
import { page } from '../paging';
import { paging } from '../validation/common';
import { structure } from '../../../protocol/shape';

export const GetClassifiers = glueOperation<
  GetClassifiersRequest,
  GetClassifiersResponse
>({
  name: 'GetClassifiers',
  input: structure({}, paging(1000)),
  handle(input, context) {
    const { classifiers } = context.store;
    const { rows, NextToken } = page(
      input,
      1000,
      (after, limit) => classifiers.page(after, limit),
      classifier => classifier.Name,
    );
    return { Classifiers: rows.map(classifierOutput), NextToken };
  },
});
