import type {
  GetTriggerRequest,
  GetTriggerResponse,
} from '@aws-sdk/client-glue';
import { entityNotFound } from '../errors';
import { glueOperation } from '../operation';
import { byName } from '../validation/common';

export const GetTrigger = glueOperation<GetTriggerRequest, GetTriggerResponse>({
  name: 'GetTrigger',
  input: byName,
  handle({ Name }, context) {
    const trigger = context.store.triggers.get(Name);
    if (!trigger) throw entityNotFound('Trigger', Name);
    return { Trigger: trigger };
  },
});
