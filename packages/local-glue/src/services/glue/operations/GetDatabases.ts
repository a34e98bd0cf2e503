import type {
  GetDatabasesRequest,
  GetDatabasesResponse,
} from '@aws-sdk/client-glue';
import { glueOperation } from '../operation';
import { page } from '../paging';
import { glueStore } from '../store/GlueStore';
import { resourceShareType } from '../validation/catalog';
import { catalogId, paging } from '../validation/common';
import { list, oneOf, structure } from '../validation/shape';

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
    const { databases } = glueStore(context);
    const { rows, NextToken } = page(
      input,
      100,
      (after, limit) => databases.page(after, limit),
      database => database.Name,
    );
    const attributes = input.AttributesToGet;
    const DatabaseList = attributes
      ? rows.map(({ Name, TargetDatabase }) => ({
          Name,
          TargetDatabase: attributes.includes('TARGET_DATABASE')
            ? TargetDatabase
            : undefined,
        }))
      : rows;
    return { DatabaseList, NextToken };
  },
});
