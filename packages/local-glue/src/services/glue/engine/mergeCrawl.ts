import type {
  SchemaChangePolicy,
  StorageDescriptor,
} from '@aws-sdk/client-glue';
import type { CrawledTable } from '../../../crawler/CrawlExecutor';
import type { StoredPartition, StoredTable } from '../store/definitions';

/** What the catalog holds before a crawl is merged into it. */
export interface CatalogBefore {
  /** The database's tables. */
  tables: readonly StoredTable[];
  partitions(tableName: string): readonly StoredPartition[];
}

/** The changes that a crawl makes to a database of the catalog. */
export interface CatalogChanges {
  createTables: StoredTable[];
  updateTables: StoredTable[];
  deleteTables: string[];
  putPartitions: StoredPartition[];
  deletePartitions: StoredPartition[];
  /** Lines for the crawl's log about what the schema change policy only logs. */
  logged: string[];
}

interface Crawl {
  crawlerName: string;
  databaseName: string;
  catalogId: string;
  policy?: SchemaChangePolicy;
  tables: readonly CrawledTable[];
  now: Date;
}

const UPDATED_BY = 'UPDATED_BY_CRAWLER';
const DEPRECATED_BY = 'DEPRECATED_BY_CRAWLER';

/**
 * Merges what a crawl found into the catalog under the crawler's schema change
 * policy ("Setting crawler configuration options", AWS Glue Developer Guide):
 * UpdateBehavior is UPDATE_IN_DATABASE and DeleteBehavior DEPRECATE_IN_DATABASE
 * unless told otherwise. A crawler deletes or deprecates only tables that it
 * wrote itself.
 */
export function mergeCrawl(
  crawl: Crawl,
  before: CatalogBefore,
): CatalogChanges {
  const changes: CatalogChanges = {
    createTables: [],
    updateTables: [],
    deleteTables: [],
    putPartitions: [],
    deletePartitions: [],
    logged: [],
  };
  const known = new Map(before.tables.map(table => [table.Name, table]));
  for (const found of crawl.tables) {
    const existing = known.get(found.name);
    mergeTable(crawl, found, existing, changes);
    mergePartitions(
      crawl,
      found,
      existing ? before.partitions(found.name) : [],
      changes,
    );
  }
  const foundNames = new Set(crawl.tables.map(table => table.name));
  for (const table of before.tables) {
    if (
      table.Parameters?.[UPDATED_BY] === crawl.crawlerName &&
      !foundNames.has(table.Name)
    ) {
      dropTable(crawl, table, changes);
    }
  }
  return changes;
}

function mergeTable(
  crawl: Crawl,
  found: CrawledTable,
  existing: StoredTable | undefined,
  changes: CatalogChanges,
): void {
  const crawled = {
    StorageDescriptor: found.storageDescriptor,
    PartitionKeys: found.partitionKeys,
    Parameters: {
      ...existing?.Parameters,
      ...found.parameters,
      [UPDATED_BY]: crawl.crawlerName,
    } as Record<string, string>,
  };
  delete crawled.Parameters[DEPRECATED_BY];
  if (!existing) {
    changes.createTables.push({
      ...crawled,
      Name: found.name,
      DatabaseName: crawl.databaseName,
      CatalogId: crawl.catalogId,
      Owner: 'owner',
      TableType: 'EXTERNAL_TABLE',
      Retention: 0,
      VersionId: '0',
      CreateTime: crawl.now,
      UpdateTime: crawl.now,
      LastAccessTime: crawl.now,
    });
    return;
  }
  const changed =
    definitionOf(existing) !== definitionOf({ ...existing, ...crawled });
  if (!changed) return;
  if (crawl.policy?.UpdateBehavior === 'LOG') {
    changes.logged.push(
      `Table ${found.name} differs from the catalog; it is not updated, because UpdateBehavior is LOG.`,
    );
    return;
  }
  changes.updateTables.push({
    ...existing,
    ...crawled,
    UpdateTime: crawl.now,
    LastAccessTime: crawl.now,
    VersionId: String(Number(existing.VersionId ?? 0) + 1),
  });
}

/** What a table's definition says, in a form that can be compared. */
function definitionOf(table: StoredTable): string {
  return JSON.stringify([
    table.StorageDescriptor,
    table.PartitionKeys,
    Object.entries(table.Parameters ?? {}).sort(([a], [b]) => (a < b ? -1 : 1)),
  ]);
}

function mergePartitions(
  crawl: Crawl,
  found: CrawledTable,
  existing: readonly StoredPartition[],
  changes: CatalogChanges,
): void {
  const keyOf = (values: string[]) => JSON.stringify(values);
  const known = new Map(
    existing.map(partition => [keyOf(partition.Values), partition]),
  );
  for (const { values, storageDescriptor } of found.partitions) {
    const before = known.get(keyOf(values));
    known.delete(keyOf(values));
    if (before && isSame(before.StorageDescriptor, storageDescriptor)) continue;
    if (before && crawl.policy?.UpdateBehavior === 'LOG') continue;
    changes.putPartitions.push({
      Values: values,
      DatabaseName: crawl.databaseName,
      TableName: found.name,
      CatalogId: crawl.catalogId,
      CreationTime: before?.CreationTime ?? crawl.now,
      LastAccessTime: crawl.now,
      StorageDescriptor: storageDescriptor,
      Parameters: before?.Parameters ?? {},
    });
  }
  for (const gone of known.values()) {
    // The catalog has a mark for deprecated tables but none for partitions, and
    // a partition without files would fail its readers: it goes in both cases.
    if (crawl.policy?.DeleteBehavior === 'LOG') {
      changes.logged.push(
        `Partition ${gone.Values.join('/')} of table ${found.name} has no files any more; it stays, because DeleteBehavior is LOG.`,
      );
    } else {
      changes.deletePartitions.push(gone);
    }
  }
}

function isSame(a: StorageDescriptor | undefined, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function dropTable(
  crawl: Crawl,
  table: StoredTable,
  changes: CatalogChanges,
): void {
  switch (crawl.policy?.DeleteBehavior) {
    case 'LOG':
      changes.logged.push(
        `Table ${table.Name} has no files any more; it stays, because DeleteBehavior is LOG.`,
      );
      break;
    case 'DELETE_FROM_DATABASE':
      changes.deleteTables.push(table.Name);
      break;
    default:
      if (table.Parameters?.[DEPRECATED_BY]) break;
      changes.updateTables.push({
        ...table,
        Parameters: {
          ...table.Parameters,
          [DEPRECATED_BY]: String(crawl.now.getTime()),
        },
        UpdateTime: crawl.now,
        VersionId: String(Number(table.VersionId ?? 0) + 1),
      });
  }
}
