import type { PartitionInput } from '@aws-sdk/client-glue';
import { AwsError } from '../../../protocol/errors';
import { invalidInput } from '../errors';
import type { StoredPartition, StoredTable } from './definitions';
import type { GlueStore } from './GlueStore';

/** The partition that an input describes. Its values are one per partition key. */
function partitionOf(
  table: StoredTable,
  { Values = [], ...input }: PartitionInput,
): StoredPartition {
  const keys = table.PartitionKeys ?? [];
  if (Values.length !== keys.length) {
    throw invalidInput(
      `Table ${table.DatabaseName}.${table.Name} has ${
        keys.length
      } partition keys, and the partition ${
        Values.length
      } values (${Values.join(', ')}).`,
    );
  }
  return {
    ...input,
    Values,
    DatabaseName: table.DatabaseName,
    TableName: table.Name,
    CreationTime: new Date(),
    CatalogId: table.CatalogId,
  };
}

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
  const partition = partitionOf(table, input);
  const { DatabaseName, TableName, Values } = partition;
  if (store.catalog.partition(DatabaseName, TableName, Values)) {
    throw new AwsError(
      'AlreadyExistsException',
      `Partition ${Values.join(
        '/',
      )} of table ${DatabaseName}.${TableName} already exists.`,
    );
  }
  store.catalog.putPartition(partition);
}
