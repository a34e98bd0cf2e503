import type {
  CrawledTable,
  CrawlFindings,
} from '../../../crawler/CrawlExecutor';
import type { StoredCrawler, StoredTable } from '../store/definitions';
import type { GlueStore } from '../store/GlueStore';
import { crawlerConfiguration } from './crawlerConfiguration';
import { crawlerDatabase } from './crawlRequest';
import { mergeCrawl } from './mergeCrawl';
import {
  CatalogChanges,
  CrawlMerge,
  noChanges,
  OutputPolicy,
} from './CrawlMerge';

export interface CrawlOutput {
  crawler: StoredCrawler;
  findings: CrawlFindings;
  isIncremental: boolean;
  catalogId: string;
}

/**
 * Inside a transaction: writes what a crawl found into the catalog, and notes
 * the folders for the next incremental crawl. Undefined when the database is
 * gone.
 */
export function writeCrawl(
  store: GlueStore,
  { crawler, findings, isIncremental, catalogId }: CrawlOutput,
): CatalogChanges | undefined {
  const changes = noChanges();
  for (const [databaseName, tables] of byDatabase(crawler, findings.tables)) {
    if (!store.databases.get(databaseName)) return undefined;
    const merge: CrawlMerge = {
      crawlerName: crawler.Name,
      databaseName,
      catalogId,
      policy: outputPolicy(crawler),
      kind: kindOf(crawler, isIncremental),
      tables,
      unclassified: findings.unclassified,
      now: new Date(),
    };
    add(changes, apply(store, merge));
  }
  store.crawls.setFolders(crawler.Name, findings.folders, isIncremental);
  return changes;
}

function kindOf(
  crawler: StoredCrawler,
  isIncremental: boolean,
): CrawlMerge['kind'] {
  if (isOfCatalog(crawler)) return 'catalog';
  return isIncremental ? 'incremental' : 'full';
}

function isOfCatalog({ Targets }: StoredCrawler): boolean {
  return (Targets?.CatalogTargets ?? []).length > 0;
}

/** The crawler's own database comes along without tables: what it had there may be gone. */
function byDatabase(
  crawler: StoredCrawler,
  tables: readonly CrawledTable[],
): Map<string, CrawledTable[]> {
  const databases = new Map<string, CrawledTable[]>(
    isOfCatalog(crawler) ? [] : [[crawlerDatabase(crawler), []]],
  );
  for (const table of tables) {
    const name = table.knownAs?.databaseName ?? crawlerDatabase(crawler);
    databases.set(name, [...(databases.get(name) ?? []), table]);
  }
  return databases;
}

/** "It overrides the SchemaChangePolicy structure for tables that result from crawling Amazon S3 data stores." */
export function outputPolicy({
  SchemaChangePolicy,
  Configuration,
}: StoredCrawler): OutputPolicy {
  const { mergeNewColumns, inheritFromTable, createPartitionIndex } =
    crawlerConfiguration(Configuration);
  return {
    update: mergeNewColumns
      ? 'MERGE_NEW_COLUMNS'
      : (SchemaChangePolicy?.UpdateBehavior ?? 'UPDATE_IN_DATABASE'),
    delete: SchemaChangePolicy?.DeleteBehavior ?? 'DEPRECATE_IN_DATABASE',
    inheritFromTable,
    createPartitionIndex,
  };
}

function apply({ catalog }: GlueStore, merge: CrawlMerge): CatalogChanges {
  const { databaseName } = merge;
  const changes = mergeCrawl(merge, {
    tables: catalog.tables(databaseName),
    partitions: tableName => catalog.partitions(databaseName, tableName),
  });
  for (const table of changes.createTables) {
    catalog.createTable(table);
    if (merge.policy.createPartitionIndex) indexPartitions(catalog, table);
  }
  for (const table of changes.updateTables) catalog.updateTable(table);
  for (const name of changes.deleteTables) {
    catalog.deleteTable(databaseName, name);
  }
  for (const partition of changes.createPartitions) {
    catalog.putPartition(partition);
  }
  for (const partition of changes.updatePartitions) {
    catalog.putPartition(partition);
  }
  for (const { TableName, Values } of changes.deletePartitions) {
    catalog.deletePartition(databaseName, TableName, Values);
  }
  return changes;
}

/**
 * "The AWS Glue crawler creates partition indexes for Amazon S3 … targets by
 * default" (AWS Glue Developer Guide, "Generating partition indexes"). Its name
 * is what the tables of Glue's crawlers have; the guide does not say it.
 */
function indexPartitions(
  { partitionIndexes }: GlueStore['catalog'],
  table: StoredTable,
): void {
  const Keys = (table.PartitionKeys ?? []).map(({ Name = '' }) => Name);
  if (Keys.length === 0) return;
  partitionIndexes.create(table, {
    IndexName: 'crawler_partition_index',
    Keys,
  });
}

function add(all: CatalogChanges, changes: CatalogChanges): void {
  all.createTables.push(...changes.createTables);
  all.updateTables.push(...changes.updateTables);
  all.deleteTables.push(...changes.deleteTables);
  all.createPartitions.push(...changes.createPartitions);
  all.updatePartitions.push(...changes.updatePartitions);
  all.deletePartitions.push(...changes.deletePartitions);
  all.logged.push(...changes.logged);
}
