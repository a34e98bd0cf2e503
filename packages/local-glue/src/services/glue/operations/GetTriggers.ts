import type {
  GetTriggersRequest,
  GetTriggersResponse,
} from '@aws-sdk/client-glue';
import { glueOperation } from '../operation';
import { page } from '../paging';
import { listTriggers } from '../store/listTriggers';
import { name, paging } from '../validation/common';
import { structure } from '../../../protocol/shape';

export const GetTriggers = glueOperation<
  GetTriggersRequest,
  GetTriggersResponse
>({
  name: 'GetTriggers',
  input: structure({}, { DependentJobName: name, ...paging(200) }),
  handle(input, context) {
    const { store } = context;
    const { rows, NextToken } = page(
      input,
      200,
      (after, limit) =>
        listTriggers(store, after, limit, input.DependentJobName),
      trigger => trigger.Name,
    );
    return { Triggers: rows, NextToken };
  },
});
