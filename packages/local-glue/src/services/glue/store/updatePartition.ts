import type { PartitionInput } from '@aws-sdk/client-glue';
import { invalidInput } from '../errors';
import { partitionKey } from './CatalogStore';
import type { StoredTable } from './definitions';
import type { GlueStore } from './GlueStore';
import { partitionOf } from './partitionOf';
import { requirePartition } from './requirePartition';

/**
 * Inside a transaction: replaces a partition's definition. "The Values property
 * can't be changed" (UpdatePartition, AWS Glue API reference); left out, they
 * stay as they are.
 *
 * @throws AwsError EntityNotFoundException, InvalidInputException
 */
export function updatePartition(
  store: GlueStore,
  table: StoredTable,
  values: string[],
  input: PartitionInput,
): void {
  const before = requirePartition(store, table, values);
  if (input.Values && partitionKey(input.Values) !== partitionKey(values)) {
    throw invalidInput(
      `The values of partition ${values.join('/')} cannot be changed to ${input.Values.join(
        '/',
      )}. Delete the partition, and create another one.`,
    );
  }
  store.catalog.putPartition(
    partitionOf(
      table,
      { ...input, Values: values },
      before.CreationTime ?? new Date(),
    ),
  );
}
