import type { StoredTable } from './definitions';
import type { GlueStore } from './GlueStore';
import { requirePartition } from './requirePartition';

/**
 * Inside a transaction.
 *
 * @throws AwsError EntityNotFoundException
 */
export function deletePartition(
  store: GlueStore,
  table: StoredTable,
  values: string[],
): void {
  requirePartition(store, table, values);
  store.catalog.deletePartition(table.DatabaseName, table.Name, values);
}
