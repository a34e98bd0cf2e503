import type { CatalogChanges } from './CrawlMerge';

/**
 * CrawlerHistory.Summary: JSON with what the crawl did to the catalog, as text
 * within text the way Glue writes it. Empty where nothing changed.
 */
export function crawlSummary(changes: CatalogChanges): string {
  const tables = actions({
    ADD: changes.createTables.map(table => table.Name),
    UPDATE: changes.updateTables.map(table => table.Name),
    DELETE: changes.deleteTables,
  });
  const nameOf = (partition: { TableName: string; Values: string[] }) =>
    `${partition.TableName}/${partition.Values.join('/')}`;
  const partitions = actions({
    ADD: changes.createPartitions.map(nameOf),
    UPDATE: changes.updatePartitions.map(nameOf),
    DELETE: changes.deletePartitions.map(nameOf),
  });
  const summary: Record<string, string> = {};
  if (tables) summary.TABLE = tables;
  if (partitions) summary.PARTITION = partitions;
  return JSON.stringify(summary);
}

/** More names than these are counted, not listed. */
const LISTED_NAMES = 100;

function actions(namesByAction: Record<string, string[]>): string | undefined {
  const entries = Object.entries(namesByAction)
    .filter(([, names]) => names.length > 0)
    .map(([action, names]) => [
      action,
      {
        Details: { names: names.slice(0, LISTED_NAMES) },
        Count: names.length,
      },
    ]);
  return entries.length > 0
    ? JSON.stringify(Object.fromEntries(entries))
    : undefined;
}
