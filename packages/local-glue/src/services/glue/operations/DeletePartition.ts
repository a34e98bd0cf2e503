import type {
  DeletePartitionRequest,
  DeletePartitionResponse,
} from '@aws-sdk/client-glue';
import { glueOperation } from '../operation';
import { deletePartition } from '../store/deletePartition';
import { requireTable } from '../store/requireTable';
import { partitionValues, tableMembers } from '../validation/catalog';
import { catalogId } from '../validation/common';
import { structure } from '../../../protocol/shape';

export const DeletePartition = glueOperation<
  DeletePartitionRequest,
  DeletePartitionResponse
>({
  name: 'DeletePartition',
  input: structure(
    { ...tableMembers, PartitionValues: partitionValues },
    { CatalogId: catalogId },
  ),
  handle({ DatabaseName, TableName, PartitionValues }, context) {
    const { store } = context;
    store.transaction(() => {
      const table = requireTable(store, DatabaseName, TableName);
      deletePartition(store, table, PartitionValues);
    });
    return {};
  },
});
