import type {
  UpdatePartitionRequest,
  UpdatePartitionResponse,
} from '@aws-sdk/client-glue';
import { glueOperation } from '../operation';
import { requireTable } from '../store/requireTable';
import { updatePartition } from '../store/updatePartition';
import { partitionUpdate, tableMembers } from '../validation/catalog';
import { catalogId } from '../validation/common';
import { structure } from '../../../protocol/shape';

export const UpdatePartition = glueOperation<
  UpdatePartitionRequest,
  UpdatePartitionResponse
>({
  name: 'UpdatePartition',
  input: structure(
    { ...tableMembers, ...partitionUpdate },
    { CatalogId: catalogId },
  ),
  handle(input, context) {
    const { store } = context;
    store.transaction(() => {
      const table = requireTable(store, input.DatabaseName, input.TableName);
      const { PartitionValueList, PartitionInput } = input;
      updatePartition(store, table, PartitionValueList, PartitionInput);
    });
    return {};
  },
});
