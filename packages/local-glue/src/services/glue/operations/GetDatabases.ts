import type {
  GetDatabasesRequest,
  GetDatabasesResponse,
  ResourceShareType,
} from '@aws-sdk/client-glue';
import { requireNameAttribute } from '../catalog/requireNameAttribute';
import { glueOperation } from '../operation';
import { page } from '../paging';
import type { StoredDatabase } from '../store/definitions';
import { glueStore } from '../store/GlueStore';
import { resourceShareType } from '../validation/catalog';
import { catalogId, paging } from '../validation/common';
import { list, oneOf, structure } from '../validation/shape';

/** There is one account here, with which nobody shares a database. */
const SHARED: Readonly<
  Record<ResourceShareType, (database: StoredDatabase) => boolean>
> = {
  ALL: () => true,
  FEDERATED: database => database.FederatedDatabase !== undefined,
  FOREIGN: () => false,
};

export const GetDatabases = glueOperation<
  GetDatabasesRequest,
  GetDatabasesResponse
>({
  name: 'GetDatabases',
  input: structure(
    {},
    {
      CatalogId: catalogId,
      ResourceShareType: resourceShareType,
      AttributesToGet: list(oneOf('NAME', 'TARGET_DATABASE')),
      ...paging(100),
    },
  ),
  handle(input, context) {
    const { AttributesToGet, ResourceShareType } = input;
    requireNameAttribute(AttributesToGet);
    const { databases } = glueStore(context);
    const accepts = SHARED[ResourceShareType ?? 'ALL'];
    const { rows, NextToken } = page(
      input,
      100,
      (after, limit) =>
        databases.page(after, -1).filter(accepts).slice(0, limit),
      database => database.Name,
    );
    const DatabaseList = AttributesToGet
      ? rows.map(({ Name, TargetDatabase }) => ({
          Name,
          TargetDatabase: AttributesToGet.includes('TARGET_DATABASE')
            ? TargetDatabase
            : undefined,
        }))
      : rows;
    return { DatabaseList, NextToken };
  },
});
