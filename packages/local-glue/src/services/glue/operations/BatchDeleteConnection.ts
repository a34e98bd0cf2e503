import type {
  BatchDeleteConnectionRequest,
  BatchDeleteConnectionResponse,
  ErrorDetail,
} from '@aws-sdk/client-glue';
import { entityNotFound } from '../errors';
import { glueOperation } from '../operation';
import { untagDeleted } from '../tagged';
import { catalogId, name } from '../validation/common';
import { list, structure } from '../../../protocol/shape';

export const BatchDeleteConnection = glueOperation<
  BatchDeleteConnectionRequest,
  BatchDeleteConnectionResponse
>({
  name: 'BatchDeleteConnection',
  input: structure(
    { ConnectionNameList: list(name, { max: 25 }) },
    { CatalogId: catalogId },
  ),
  handle({ ConnectionNameList }, context) {
    const { store } = context;
    return store.transaction(() => {
      const Succeeded: string[] = [];
      const Errors: Record<string, ErrorDetail> = {};
      for (const each of ConnectionNameList) {
        if (store.connections.delete(each)) {
          untagDeleted(context, 'connection', each);
          Succeeded.push(each);
        } else {
          const { code, message } = entityNotFound('Connection', each);
          Errors[each] = { ErrorCode: code, ErrorMessage: message };
        }
      }
      return { Succeeded, Errors };
    });
  },
});
