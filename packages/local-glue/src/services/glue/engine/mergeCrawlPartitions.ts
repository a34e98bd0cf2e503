import type { CrawledTable } from '../../../crawler/CrawlExecutor';
import { partitionKey } from '../store/CatalogStore';
import type { StoredPartition, StoredTable } from '../store/definitions';
import { CatalogChanges, CrawlMerge, isUncertain } from './CrawlMerge';
import { mergeDescriptors } from './mergeCrawlTable';

/** More lines of one kind than these are counted, not written. */
const LOGGED_PARTITIONS = 20;

/**
 * Merges a table's partitions: new ones are always added, changed ones follow
 * the update behaviour, and under InheritFromTable all of them are described as
 * their table is, whatever their own files look like ("Setting crawler
 * configuration options", AWS Glue Developer Guide).
 *
 * @param table - as the catalog will have it
 */
export function mergePartitions(
  crawl: CrawlMerge,
  found: CrawledTable,
  table: StoredTable,
  existing: readonly StoredPartition[],
  changes: CatalogChanges,
): void {
  const keys = table.PartitionKeys?.length ?? 0;
  const known = new Map(
    existing.map(partition => [partitionKey(partition.Values), partition]),
  );
  const unchanged: string[] = [];
  const misfits: string[] = [];
  for (const { values, storageDescriptor } of found.partitions) {
    const name = values.join('/');
    const before = known.get(partitionKey(values));
    known.delete(partitionKey(values));
    if (values.length !== keys) {
      misfits.push(name);
      continue;
    }
    const descriptor = describe(crawl, storageDescriptor, table, before);
    if (before && isSame(before.StorageDescriptor, descriptor)) continue;
    const isOnlyLogged =
      crawl.policy.update === 'LOG' && !crawl.policy.inheritFromTable;
    if (before && isOnlyLogged) {
      unchanged.push(name);
      continue;
    }
    const partition = {
      Values: values,
      DatabaseName: crawl.databaseName,
      TableName: found.name,
      CatalogId: crawl.catalogId,
      CreationTime: before?.CreationTime ?? crawl.now,
      LastAccessTime: crawl.now,
      StorageDescriptor: descriptor,
      Parameters: storageDescriptor.Parameters,
    };
    if (before) changes.updatePartitions.push(partition);
    else changes.createPartitions.push(partition);
  }
  log(
    changes,
    unchanged,
    found.name,
    'differ from the catalog; they are not updated, because UpdateBehavior is LOG',
  );
  log(
    changes,
    misfits,
    found.name,
    `are left out: the table has ${keys} partition keys`,
  );
  if (crawl.kind === 'full') dropPartitions(crawl, found, known, changes);
}

function describe(
  { policy }: CrawlMerge,
  own: CrawledTable['storageDescriptor'],
  table: StoredTable,
  before: StoredPartition | undefined,
): StoredPartition['StorageDescriptor'] {
  if (policy.inheritFromTable) {
    const { recordCount, objectCount, sizeKey, averageRecordSize } =
      own.Parameters;
    return {
      ...table.StorageDescriptor,
      Location: own.Location,
      Parameters: {
        ...table.StorageDescriptor?.Parameters,
        averageRecordSize,
        objectCount,
        recordCount,
        sizeKey,
      },
    };
  }
  return before && policy.update === 'MERGE_NEW_COLUMNS'
    ? mergeDescriptors(before.StorageDescriptor, own)
    : own;
}

/**
 * The catalog has a mark for deprecated tables but none for partitions, and a
 * partition without files would fail its readers: under DEPRECATE_IN_DATABASE
 * it goes too (AWS does not document what Glue does).
 */
function dropPartitions(
  crawl: CrawlMerge,
  { name }: CrawledTable,
  gone: ReadonlyMap<string, StoredPartition>,
  changes: CatalogChanges,
): void {
  const certain = [...gone.values()].filter(
    ({ StorageDescriptor }) => !isUncertain(crawl, StorageDescriptor?.Location),
  );
  if (crawl.policy.delete === 'LOG') {
    log(
      changes,
      certain.map(({ Values }) => Values.join('/')),
      name,
      'have no files any more; they stay, because DeleteBehavior is LOG',
    );
  } else {
    changes.deletePartitions.push(...certain);
  }
}

function log(
  changes: CatalogChanges,
  partitions: readonly string[],
  tableName: string,
  what: string,
): void {
  if (partitions.length === 0) return;
  const listed = partitions.slice(0, LOGGED_PARTITIONS).join(', ');
  const others = partitions.length - LOGGED_PARTITIONS;
  changes.logged.push(
    `Partitions ${listed}${others > 0 ? ` and ${others} more` : ''} of table ${tableName} ${what}.`,
  );
}

function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
