import { entityNotFound, invalidInput } from '../errors';
import type { StoredTable } from '../store/definitions';
import type { GlueStore } from '../store/GlueStore';

/** "A VersionId is a string representation of an integer" (TableVersion, AWS Glue API reference). */
function versionNumber(versionId: string): number {
  if (!/^\d{1,15}$/.test(versionId)) {
    throw invalidInput(
      `Value at 'VersionId' is not valid: ${versionId} is not a whole number. GetTableVersions lists a table's versions.`,
    );
  }
  return Number(versionId);
}

function versionNotFound(table: StoredTable, versionId: string) {
  return entityNotFound(
    'Version',
    `${versionId} of table ${table.DatabaseName}.${table.Name}`,
  );
}

/**
 * A table as it was at a version.
 *
 * @throws AwsError EntityNotFoundException, InvalidInputException
 */
export function requireVersion(
  store: GlueStore,
  table: StoredTable,
  versionId: string,
): StoredTable {
  const version = versionNumber(versionId);
  const found =
    version === Number(table.VersionId)
      ? table
      : store.catalog.archivedVersion(table, version);
  if (!found) throw versionNotFound(table, versionId);
  return found;
}

/**
 * Inside a transaction. That the current version cannot be deleted is not
 * documented, but it is the table.
 *
 * @throws AwsError EntityNotFoundException, InvalidInputException
 */
export function deleteVersion(
  store: GlueStore,
  table: StoredTable,
  versionId: string,
): void {
  const version = versionNumber(versionId);
  if (version === Number(table.VersionId)) {
    throw invalidInput(
      `Version ${versionId} is the current one of table ${table.DatabaseName}.${table.Name}. Delete the table, or update it first.`,
    );
  }
  if (!store.catalog.deleteArchivedVersion(table, version)) {
    throw versionNotFound(table, versionId);
  }
}
