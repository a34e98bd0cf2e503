import type {
  GetPartitionIndexesRequest,
  GetPartitionIndexesResponse,
} from '@aws-sdk/client-glue';
import { glueOperation } from '../operation';
import { requireTable } from '../store/requireTable';
import { tableMembers } from '../validation/catalog';
import { catalogId } from '../validation/common';
import { string, structure } from '../../../protocol/shape';

/** A table has three at most: they are always one page. */
export const GetPartitionIndexes = glueOperation<
  GetPartitionIndexesRequest,
  GetPartitionIndexesResponse
>({
  name: 'GetPartitionIndexes',
  input: structure(tableMembers, {
    CatalogId: catalogId,
    NextToken: string(),
  }),
  handle({ DatabaseName, TableName }, context) {
    const { store } = context;
    const table = requireTable(store, DatabaseName, TableName);
    const typeOf = (name: string) =>
      table.PartitionKeys?.find(key => key.Name === name)?.Type;
    return {
      PartitionIndexDescriptorList: store.catalog.partitionIndexes
        .ofTable(table)
        .map(({ IndexName, Keys }) => ({
          IndexName,
          Keys: Keys.map(Name => ({ Name, Type: typeOf(Name) })),
          IndexStatus: 'ACTIVE' as const,
        })),
    };
  },
});
