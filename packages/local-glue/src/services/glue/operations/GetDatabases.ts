import type {
  GetDatabasesRequest,
  GetDatabasesResponse,
} from '@aws-sdk/client-glue';
import { requireNameAttribute } from '../catalog/requireNameAttribute';
import { glueOperation } from '../operation';
import { page } from '../paging';
import { resourceShareType } from '../validation/catalog';
import { catalogId, paging } from '../validation/common';
import { list, oneOf, structure } from '../../../protocol/shape';

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
    requireNameAttribute(input.AttributesToGet);
    const { databases } = context.store;
    // Nobody shares a database with the one account there is: FOREIGN, FEDERATED.
    const isShared = ['FOREIGN', 'FEDERATED'].includes(
      input.ResourceShareType ?? 'ALL',
    );
    const { rows, NextToken } = page(
      input,
      100,
      (after, limit) => (isShared ? [] : databases.page(after, limit)),
      database => database.Name,
    );
    return {
      DatabaseList: input.AttributesToGet
        ? rows.map(({ Name }) => ({ Name }))
        : rows,
      NextToken,
    };
  },
});
