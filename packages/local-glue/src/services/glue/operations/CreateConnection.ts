import type {
  CreateConnectionRequest,
  CreateConnectionResponse,
} from '@aws-sdk/client-glue';
import { alreadyExists } from '../errors';
import { glueOperation } from '../operation';
import { connectionDefinition } from '../outputs/connection';
import { tagCreated } from '../tagged';
import { catalogId, tags } from '../validation/common';
import { connectionInput } from '../validation/connections';
import { structure } from '../../../protocol/shape';

export const CreateConnection = glueOperation<
  CreateConnectionRequest,
  CreateConnectionResponse
>({
  name: 'CreateConnection',
  input: structure(
    { ConnectionInput: connectionInput },
    { CatalogId: catalogId, Tags: tags },
  ),
  handle({ ConnectionInput, Tags }, context) {
    const { store } = context;
    const { Name } = ConnectionInput;
    return store.transaction(() => {
      if (store.connections.get(Name)) throw alreadyExists('Connection', Name);
      const now = new Date();
      store.connections.put(connectionDefinition(ConnectionInput, now, now));
      tagCreated(context, 'connection', Name, Tags);
      return { CreateConnectionStatus: 'READY' as const };
    });
  },
});
