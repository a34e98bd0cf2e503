import type {
  CreatePartitionIndexRequest,
  CreatePartitionIndexResponse,
} from '@aws-sdk/client-glue';
import { createPartitionIndex } from '../catalog/partitionIndexes';
import { glueOperation } from '../operation';
import { requireTable } from '../store/requireTable';
import { partitionIndex, tableMembers } from '../validation/catalog';
import { catalogId } from '../validation/common';
import { structure } from '../../../protocol/shape';

export const CreatePartitionIndex = glueOperation<
  CreatePartitionIndexRequest,
  CreatePartitionIndexResponse
>({
  name: 'CreatePartitionIndex',
  input: structure(
    { ...tableMembers, PartitionIndex: partitionIndex },
    { CatalogId: catalogId },
  ),
  handle({ DatabaseName, TableName, PartitionIndex }, context) {
    const { store } = context;
    store.transaction(() => {
      const table = requireTable(store, DatabaseName, TableName);
      createPartitionIndex(store, table, PartitionIndex);
    });
    return {};
  },
});
