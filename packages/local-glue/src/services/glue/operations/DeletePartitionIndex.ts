import type {
  DeletePartitionIndexRequest,
  DeletePartitionIndexResponse,
} from '@aws-sdk/client-glue';
import { entityNotFound } from '../errors';
import { glueOperation } from '../operation';
import { requireTable } from '../store/requireTable';
import { tableMembers } from '../validation/catalog';
import { catalogId, name } from '../validation/common';
import { structure } from '../../../protocol/shape';

export const DeletePartitionIndex = glueOperation<
  DeletePartitionIndexRequest,
  DeletePartitionIndexResponse
>({
  name: 'DeletePartitionIndex',
  input: structure(
    { ...tableMembers, IndexName: name },
    { CatalogId: catalogId },
  ),
  handle({ DatabaseName, TableName, IndexName }, context) {
    const { store } = context;
    store.transaction(() => {
      const table = requireTable(store, DatabaseName, TableName);
      if (!store.catalog.partitionIndexes.delete(table, IndexName)) {
        throw entityNotFound(
          'Partition index',
          `${IndexName} of table ${table.DatabaseName}.${table.Name}`,
        );
      }
    });
    return {};
  },
});
