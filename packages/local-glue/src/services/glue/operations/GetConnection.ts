import type {
  GetConnectionRequest,
  GetConnectionResponse,
} from '@aws-sdk/client-glue';
import { entityNotFound } from '../errors';
import { glueOperation } from '../operation';
import { connectionOutput } from '../outputs/connection';
import { catalogId, name } from '../validation/common';
import { boolean, oneOf, structure } from '../../../protocol/shape';

export const GetConnection = glueOperation<
  GetConnectionRequest,
  GetConnectionResponse
>({
  name: 'GetConnection',
  input: structure(
    { Name: name },
    {
      CatalogId: catalogId,
      HidePassword: boolean(),
      ApplyOverrideForComputeEnvironment: oneOf('SPARK', 'ATHENA', 'PYTHON'),
    },
  ),
  handle({ Name, ...options }, context) {
    const connection = context.store.connections.get(Name);
    if (!connection) throw entityNotFound('Connection', Name);
    return { Connection: connectionOutput(connection, options) };
  },
});
