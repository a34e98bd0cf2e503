import type {
  BatchUpdatePartitionFailureEntry,
  BatchUpdatePartitionRequest,
  BatchUpdatePartitionResponse,
} from '@aws-sdk/client-glue';
import { glueOperation } from '../operation';
import { errorDetail } from '../outputs/errorDetail';
import { requireTable } from '../store/requireTable';
import { updatePartition } from '../store/updatePartition';
import { partitionUpdate, tableMembers } from '../validation/catalog';
import { catalogId } from '../validation/common';
import { list, structure } from '../../../protocol/shape';

/** Partitions that cannot be updated are named in Errors; the others are updated. */
export const BatchUpdatePartition = glueOperation<
  BatchUpdatePartitionRequest,
  BatchUpdatePartitionResponse
>({
  name: 'BatchUpdatePartition',
  input: structure(
    {
      ...tableMembers,
      Entries: list(structure(partitionUpdate), { min: 1, max: 100 }),
    },
    { CatalogId: catalogId },
  ),
  handle({ DatabaseName, TableName, Entries }, context) {
    const { store } = context;
    return store.transaction(() => {
      const table = requireTable(store, DatabaseName, TableName);
      const Errors: BatchUpdatePartitionFailureEntry[] = [];
      for (const { PartitionValueList, PartitionInput } of Entries) {
        try {
          updatePartition(store, table, PartitionValueList, PartitionInput);
        } catch (error) {
          Errors.push({ PartitionValueList, ErrorDetail: errorDetail(error) });
        }
      }
      return { Errors };
    });
  },
});
