import type {
  BatchGetTriggersRequest,
  BatchGetTriggersResponse,
} from '@aws-sdk/client-glue';
import { glueOperation } from '../operation';
import { name } from '../validation/common';
import { list, structure } from '../../../protocol/shape';

export const BatchGetTriggers = glueOperation<
  BatchGetTriggersRequest,
  BatchGetTriggersResponse
>({
  name: 'BatchGetTriggers',
  input: structure({ TriggerNames: list(name) }),
  handle({ TriggerNames }, context) {
    const { triggers } = context.store;
    return {
      Triggers: TriggerNames.flatMap(each => triggers.get(each) ?? []),
      TriggersNotFound: TriggerNames.filter(each => !triggers.get(each)),
    };
  },
});
