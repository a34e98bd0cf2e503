import type {
  DeleteConnectionRequest,
  DeleteConnectionResponse,
} from '@aws-sdk/client-glue';
import { entityNotFound } from '../errors';
import { glueOperation } from '../operation';
import { untagDeleted } from '../tagged';
import { catalogId, name } from '../validation/common';
import { structure } from '../../../protocol/shape';

export const DeleteConnection = glueOperation<
  DeleteConnectionRequest,
  DeleteConnectionResponse
>({
  name: 'DeleteConnection',
  input: structure({ ConnectionName: name }, { CatalogId: catalogId }),
  handle({ ConnectionName }, context) {
    const { store } = context;
    store.transaction(() => {
      if (!store.connections.delete(ConnectionName)) {
        throw entityNotFound('Connection', ConnectionName);
      }
      untagDeleted(context, 'connection', ConnectionName);
    });
    return {};
  },
});
