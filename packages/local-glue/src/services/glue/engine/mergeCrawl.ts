import type { CrawledTable } from '../../../crawler/CrawlExecutor';
import { hashedName } from '../../../crawler/names';
import type { StoredTable } from '../store/definitions';
import {
  CatalogBefore,
  CatalogChanges,
  CrawlMerge,
  isUncertain,
  noChanges,
  UPDATED_BY,
} from './CrawlMerge';
import { mergePartitions } from './mergeCrawlPartitions';
import { areAlike, deprecate, mergeTable } from './mergeCrawlTable';

/**
 * Merges what a crawl found into the catalog under the crawler's schema change
 * policy ("Setting crawler configuration options", AWS Glue Developer Guide).
 * New tables and partitions are always created. A crawler deletes or deprecates
 * only tables that it wrote itself.
 */
export function mergeCrawl(
  crawl: CrawlMerge,
  before: CatalogBefore,
): CatalogChanges {
  const changes = noChanges();
  const known = new Map(before.tables.map(table => [table.Name, table]));
  const foundNames = new Set<string>();
  for (const crawled of crawl.tables) {
    const found = withFreeName(crawl, crawled, known);
    const existing = known.get(found.name);
    foundNames.add(found.name);
    // "No new catalog tables are created when the crawler runs" ("Crawler source type").
    if (crawl.kind === 'catalog' && !existing) {
      changes.logged.push(`WARN Table ${found.name} was deleted meanwhile.`);
      continue;
    }
    if (crawl.kind === 'incremental' && existing) {
      addPartitions(crawl, found, existing, before, changes);
      continue;
    }
    const table = mergeTable(crawl, found, existing, changes);
    mergePartitions(
      crawl,
      found,
      table,
      existing ? before.partitions(found.name) : [],
      changes,
    );
  }
  if (crawl.kind === 'full') {
    for (const table of before.tables) {
      const isGone =
        table.Parameters?.[UPDATED_BY] === crawl.crawlerName &&
        !foundNames.has(table.Name);
      if (isGone) dropTable(crawl, table, changes);
    }
  }
  return changes;
}

/**
 * Adds new folders to the table that they belong to. Of those with another
 * schema "the crawler ignores the objects and records the event" ("Incremental
 * crawls", AWS Glue Developer Guide).
 */
function addPartitions(
  crawl: CrawlMerge,
  found: CrawledTable,
  table: StoredTable,
  before: CatalogBefore,
  changes: CatalogChanges,
): void {
  const alike = found.partitions.filter(({ storageDescriptor }) =>
    areAlike(table, storageDescriptor),
  );
  for (const { storageDescriptor } of found.partitions) {
    if (areAlike(table, storageDescriptor)) continue;
    changes.logged.push(
      `WARN ${storageDescriptor.Location} is left out: it is of another schema than table ${found.name}.`,
    );
  }
  mergePartitions(
    crawl,
    { ...found, partitions: alike },
    table,
    before.partitions(found.name),
    changes,
  );
}

/** A table of the same name that is somewhere else and somebody else's keeps its name. */
function withFreeName(
  { crawlerName }: CrawlMerge,
  found: CrawledTable,
  known: ReadonlyMap<string, StoredTable>,
): CrawledTable {
  const existing = known.get(found.name);
  const location = found.storageDescriptor.Location;
  const isThis =
    !existing ||
    found.knownAs !== undefined ||
    existing.Parameters?.[UPDATED_BY] === crawlerName ||
    folderOf(existing.StorageDescriptor?.Location ?? '') === folderOf(location);
  return isThis ? found : { ...found, name: hashedName(found.name, location) };
}

function folderOf(location: string): string {
  return location.replace(/\/$/, '');
}

function dropTable(
  crawl: CrawlMerge,
  table: StoredTable,
  changes: CatalogChanges,
): void {
  const { Name } = table;
  if (isUncertain(crawl, table.StorageDescriptor?.Location)) {
    changes.logged.push(
      `Table ${Name} stays as it is: its files could not be classified.`,
    );
    return;
  }
  switch (crawl.policy.delete) {
    case 'LOG':
      changes.logged.push(
        `Table ${Name} has no files any more; it stays, because DeleteBehavior is LOG.`,
      );
      break;
    case 'DELETE_FROM_DATABASE':
      changes.deleteTables.push(Name);
      break;
    default:
      deprecate(crawl, table, changes);
  }
}
