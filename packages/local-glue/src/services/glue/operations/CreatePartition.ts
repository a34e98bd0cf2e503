import type {
  CreatePartitionRequest,
  CreatePartitionResponse,
} from '@aws-sdk/client-glue';
import { glueOperation } from '../operation';
import { createPartition } from '../store/createPartition';
import { requireTable } from '../store/requireTable';
import { partitionInput, tableMembers } from '../validation/catalog';
import { catalogId } from '../validation/common';
import { structure } from '../../../protocol/shape';

export const CreatePartition = glueOperation<
  CreatePartitionRequest,
  CreatePartitionResponse
>({
  name: 'CreatePartition',
  input: structure(
    { ...tableMembers, PartitionInput: partitionInput },
    { CatalogId: catalogId },
  ),
  handle({ DatabaseName, TableName, PartitionInput }, context) {
    const { store } = context;
    store.transaction(() => {
      const table = requireTable(store, DatabaseName, TableName);
      createPartition(store, table, PartitionInput);
    });
    return {};
  },
});
