import type {
  GetConnectionsFilter,
  GetConnectionsRequest,
  GetConnectionsResponse,
} from '@aws-sdk/client-glue';
import { glueOperation } from '../operation';
import { connectionOutput } from '../outputs/connection';
import { page } from '../paging';
import type { StoredConnection } from '../store/definitions';
import { catalogId, name, paging } from '../validation/common';
import {
  boolean,
  integer,
  list,
  string,
  structure,
} from '../../../protocol/shape';

export const GetConnections = glueOperation<
  GetConnectionsRequest,
  GetConnectionsResponse
>({
  name: 'GetConnections',
  input: structure(
    {},
    {
      CatalogId: catalogId,
      Filter: structure(
        {},
        {
          MatchCriteria: list(name, { max: 10 }),
          ConnectionType: string(),
          ConnectionSchemaVersion: integer({ min: 1, max: 2 }),
        },
      ),
      HidePassword: boolean(),
      ...paging(1000),
    },
  ),
  handle({ Filter = {}, HidePassword, ...input }, context) {
    const { connections } = context.store;
    const { rows, NextToken } = page(
      input,
      1000,
      (after, limit) =>
        connections
          .page(after, -1)
          .filter(connection => passes(connection, Filter))
          .slice(0, limit),
      connection => connection.Name,
    );
    return {
      ConnectionList: rows.map(connection =>
        connectionOutput(connection, { HidePassword }),
      ),
      NextToken,
    };
  },
});

function passes(
  connection: StoredConnection,
  filter: GetConnectionsFilter,
): boolean {
  const {
    MatchCriteria = [],
    ConnectionType,
    ConnectionSchemaVersion,
  } = filter;
  return (
    MatchCriteria.every(each => connection.MatchCriteria?.includes(each)) &&
    (!ConnectionType || connection.ConnectionType === ConnectionType) &&
    (!ConnectionSchemaVersion ||
      connection.ConnectionSchemaVersion === ConnectionSchemaVersion)
  );
}
