import { entityNotFound } from '../errors';
import type { StoredTable } from './definitions';
import type { GlueStore } from './GlueStore';

/** @throws AwsError EntityNotFoundException */
export function deletePartition(
  store: GlueStore,
  table: StoredTable,
  values: string[],
): void {
  const { DatabaseName, Name } = table;
  if (!store.catalog.deletePartition(DatabaseName, Name, values)) {
    throw entityNotFound('Partition', values.join('/'));
  }
}
