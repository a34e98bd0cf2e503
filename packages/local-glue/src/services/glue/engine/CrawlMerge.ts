import type { DeleteBehavior } from '@aws-sdk/client-glue';
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
  createPartitions: StoredPartition[];
  updatePartitions: StoredPartition[];
  deletePartitions: StoredPartition[];
  /** Lines for the crawl's log: what the policy only logs, and why. */
  logged: string[];
}

/** What a crawler does with what it finds. */
export interface OutputPolicy {
  /** SchemaChangePolicy.UpdateBehavior, which MergeNewColumns overrides. */
  update: 'UPDATE_IN_DATABASE' | 'LOG' | 'MERGE_NEW_COLUMNS';
  delete: DeleteBehavior;
  /** Whether partitions are described as their table is. */
  inheritFromTable: boolean;
  /** Whether new tables get an index of their partitions. */
  createPartitionIndex: boolean;
}

export interface CrawlMerge {
  crawlerName: string;
  databaseName: string;
  catalogId: string;
  policy: OutputPolicy;
  /** Whether it has looked at everything below its targets, at new folders only, or at tables of the catalog. */
  kind: 'full' | 'incremental' | 'catalog';
  tables: readonly CrawledTable[];
  /** Objects (`s3://`) of which nothing is known: where they are, nothing is missing. */
  unclassified: readonly string[];
  now: Date;
}

export const UPDATED_BY = 'UPDATED_BY_CRAWLER';

export function noChanges(): CatalogChanges {
  return {
    createTables: [],
    updateTables: [],
    deleteTables: [],
    createPartitions: [],
    updatePartitions: [],
    deletePartitions: [],
    logged: [],
  };
}

/** Whether nothing can be said about what is at a location. */
export function isUncertain(
  { unclassified }: CrawlMerge,
  location: string | undefined,
): boolean {
  return (
    location !== undefined && unclassified.some(uri => uri.startsWith(location))
  );
}
