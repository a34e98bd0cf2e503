import type {
  ListTriggersRequest,
  ListTriggersResponse,
} from '@aws-sdk/client-glue';
import { glueOperation } from '../operation';
import { page } from '../paging';
import { listTriggers } from '../store/listTriggers';
import { hasTags } from '../tagged';
import { name, paging, tags } from '../validation/common';
import { structure } from '../../../protocol/shape';

export const ListTriggers = glueOperation<
  ListTriggersRequest,
  ListTriggersResponse
>({
  name: 'ListTriggers',
  input: structure({}, { DependentJobName: name, Tags: tags, ...paging(200) }),
  handle(input, context) {
    const { store } = context;
    const { rows, NextToken } = page(
      input,
      200,
      (after, limit) =>
        listTriggers(store, after, limit, input.DependentJobName, trigger =>
          hasTags(context, 'trigger', trigger.Name, input.Tags),
        ),
      trigger => trigger.Name,
    );
    return { TriggerNames: rows.map(trigger => trigger.Name), NextToken };
  },
});
