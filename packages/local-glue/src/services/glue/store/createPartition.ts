import type { PartitionInput } from '@aws-sdk/client-glue';
import { checkIndexedValues } from '../catalog/partitionIndexes';
import { alreadyExists } from '../errors';
import type { StoredTable } from './definitions';
import type { GlueStore } from './GlueStore';
import { partitionOf } from './partitionOf';

/**
 * Inside a transaction.
 *
 * @throws AwsError AlreadyExistsException, InvalidInputException
 */
export function createPartition(
  store: GlueStore,
  table: StoredTable,
  input: PartitionInput,
): void {
  const partition = partitionOf(table, input, new Date());
  const { DatabaseName, TableName, Values } = partition;
  if (store.catalog.partition(DatabaseName, TableName, Values)) {
    throw alreadyExists(
      'Partition',
      `${Values.join('/')} of table ${DatabaseName}.${TableName}`,
    );
  }
  checkIndexedValues(store, table, Values);
  store.catalog.putPartition(partition);
}
