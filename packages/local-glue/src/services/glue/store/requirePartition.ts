import { entityNotFound } from '../errors';
import type { StoredPartition, StoredTable } from './definitions';
import type { GlueStore } from './GlueStore';

/** @throws AwsError EntityNotFoundException */
export function requirePartition(
  store: GlueStore,
  { DatabaseName, Name }: StoredTable,
  values: string[],
): StoredPartition {
  const partition = store.catalog.partition(DatabaseName, Name, values);
  if (!partition) {
    throw entityNotFound(
      'Partition',
      `${values.join('/')} of table ${DatabaseName}.${Name}`,
    );
  }
  return partition;
}
