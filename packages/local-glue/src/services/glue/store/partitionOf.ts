import type { PartitionInput } from '@aws-sdk/client-glue';
import { invalidInput } from '../errors';
import type { StoredPartition, StoredTable } from './definitions';

/**
 * The partition that an input describes. Its values are one per partition key.
 *
 * @throws AwsError InvalidInputException
 */
export function partitionOf(
  table: StoredTable,
  { Values = [], ...input }: PartitionInput,
  creationTime: Date,
): StoredPartition {
  const keys = table.PartitionKeys ?? [];
  const name = `${table.DatabaseName}.${table.Name}`;
  if (keys.length === 0) {
    throw invalidInput(
      `Table ${name} has no partition keys, and so can have no partitions. Set PartitionKeys with UpdateTable first.`,
    );
  }
  if (Values.length !== keys.length) {
    throw invalidInput(
      `Table ${name} has ${keys.length} partition keys, and the partition ${
        Values.length
      } values (${Values.join(', ')}). Give one value for each of ${keys
        .map(key => key.Name)
        .join(', ')}.`,
    );
  }
  return {
    ...input,
    Values,
    DatabaseName: table.DatabaseName,
    TableName: table.Name,
    CreationTime: creationTime,
    CatalogId: table.CatalogId,
  };
}
