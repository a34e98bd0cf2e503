import type {
  BatchDeletePartitionRequest,
  BatchDeletePartitionResponse,
  PartitionError,
} from '@aws-sdk/client-glue';
import { glueOperation } from '../operation';
import { partitionError } from '../outputs/partitionError';
import { deletePartition } from '../store/deletePartition';
import { requireTable } from '../store/requireTable';
import { partitionValueList, tableMembers } from '../validation/catalog';
import { catalogId } from '../validation/common';
import { list, structure } from '../../../protocol/shape';

/** Partitions that do not exist are named in Errors; the others are deleted. */
export const BatchDeletePartition = glueOperation<
  BatchDeletePartitionRequest,
  BatchDeletePartitionResponse
>({
  name: 'BatchDeletePartition',
  input: structure(
    {
      ...tableMembers,
      PartitionsToDelete: list(partitionValueList, { max: 25 }),
    },
    { CatalogId: catalogId },
  ),
  handle({ DatabaseName, TableName, PartitionsToDelete }, context) {
    const { store } = context;
    return store.transaction(() => {
      const table = requireTable(store, DatabaseName, TableName);
      const Errors: PartitionError[] = [];
      for (const { Values } of PartitionsToDelete) {
        try {
          deletePartition(store, table, Values);
        } catch (error) {
          Errors.push(partitionError(Values, error));
        }
      }
      return { Errors };
    });
  },
});
