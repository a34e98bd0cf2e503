import type {
  BatchCreatePartitionRequest,
  BatchCreatePartitionResponse,
  PartitionError,
} from '@aws-sdk/client-glue';
import { glueOperation } from '../operation';
import { partitionError } from '../outputs/partitionError';
import { createPartition } from '../store/createPartition';
import { requireTable } from '../store/requireTable';
import { partitionInput, tableMembers } from '../validation/catalog';
import { catalogId } from '../validation/common';
import { list, structure } from '../../../protocol/shape';

/** Partitions that cannot be created are named in Errors; the others are created. */
export const BatchCreatePartition = glueOperation<
  BatchCreatePartitionRequest,
  BatchCreatePartitionResponse
>({
  name: 'BatchCreatePartition',
  input: structure(
    { ...tableMembers, PartitionInputList: list(partitionInput, { max: 100 }) },
    { CatalogId: catalogId },
  ),
  handle({ DatabaseName, TableName, PartitionInputList }, context) {
    const { store } = context;
    return store.transaction(() => {
      const table = requireTable(store, DatabaseName, TableName);
      const Errors: PartitionError[] = [];
      for (const input of PartitionInputList) {
        try {
          createPartition(store, table, input);
        } catch (error) {
          Errors.push(partitionError(input.Values ?? [], error));
        }
      }
      return { Errors };
    });
  },
});
