import { entityNotFound } from '../errors';
import { catalogName } from './CatalogStore';
import type { StoredDatabase, StoredTable } from './definitions';
import type { GlueStore } from './GlueStore';

/** @throws AwsError EntityNotFoundException */
export function requireDatabase(
  store: GlueStore,
  name: string,
): StoredDatabase {
  const database = store.databases.get(catalogName(name));
  if (!database) throw entityNotFound('Database', name);
  return database;
}

/** @throws AwsError EntityNotFoundException that says which of the two is missing */
export function requireTable(
  store: GlueStore,
  databaseName: string,
  name: string,
): StoredTable {
  const database = requireDatabase(store, databaseName);
  const table = store.catalog.table(database.Name, catalogName(name));
  if (!table) throw entityNotFound('Table', `${databaseName}.${name}`);
  return table;
}
