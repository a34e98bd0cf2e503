import type {
  UpdateConnectionRequest,
  UpdateConnectionResponse,
} from '@aws-sdk/client-glue';
import { entityNotFound, invalidInput } from '../errors';
import { glueOperation } from '../operation';
import { connectionDefinition } from '../outputs/connection';
import { catalogId, name } from '../validation/common';
import { connectionInput } from '../validation/connections';
import { structure } from '../../../protocol/shape';

/** Replaces the definition. A connection keeps its name. */
export const UpdateConnection = glueOperation<
  UpdateConnectionRequest,
  UpdateConnectionResponse
>({
  name: 'UpdateConnection',
  input: structure(
    { Name: name, ConnectionInput: connectionInput },
    { CatalogId: catalogId },
  ),
  handle({ Name, ConnectionInput }, context) {
    const { store } = context;
    store.transaction(() => {
      const connection = store.connections.get(Name);
      if (!connection) throw entityNotFound('Connection', Name);
      if (ConnectionInput.Name !== Name) {
        throw invalidInput(
          `Connection ${Name} cannot be renamed to ${ConnectionInput.Name}. Create a new one instead.`,
        );
      }
      const now = new Date();
      store.connections.put(
        connectionDefinition(
          ConnectionInput,
          connection.CreationTime ?? now,
          now,
        ),
      );
    });
    return {};
  },
});
