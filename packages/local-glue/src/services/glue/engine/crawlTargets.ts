import type { CrawlTarget, KnownTable } from '../../../crawler/CrawlExecutor';
import { catalogName } from '../store/CatalogStore';
import type { StoredCrawler, StoredTable } from '../store/definitions';
import type { GlueStore } from '../store/GlueStore';

/**
 * What a crawler crawls.
 *
 * @throws Error that names the first thing the crawler asks for and local-glue
 *   cannot do: crawling less than what was asked would look like success
 */
export function crawlTargets(
  crawler: StoredCrawler,
  { catalog }: Pick<GlueStore, 'catalog'>,
): CrawlTarget[] {
  const {
    S3Targets = [],
    CatalogTargets = [],
    ...others
  } = crawler.Targets ?? {};
  for (const [kind, targets] of Object.entries(others)) {
    if (targets && targets.length > 0) {
      throw new Error(
        `Crawler ${crawler.Name} has ${kind}: local-glue crawls S3Targets and CatalogTargets only.`,
      );
    }
  }
  const tables = CatalogTargets.flatMap(({ DatabaseName = '', Tables = [] }) =>
    Tables.map(name => {
      const table = catalog.table(catalogName(DatabaseName), catalogName(name));
      if (!table) {
        throw new Error(
          `Table ${DatabaseName}.${name}, a target of crawler ${crawler.Name}, does not exist.`,
        );
      }
      return tableTarget(table, crawler.Name);
    }),
  );
  const targets = [
    ...S3Targets.map(({ Path = '', Exclusions = [], SampleSize }) => ({
      path: Path,
      exclusions: Exclusions,
      sampleSize: SampleSize,
    })),
    ...tables,
  ];
  if (targets.length === 0) {
    throw new Error(
      `Crawler ${crawler.Name} has no targets. Add an S3 path to Targets.S3Targets.`,
    );
  }
  return targets;
}

/** "Only catalog tables that specify Amazon S3 … data stores are permitted" ("Crawler source type"). */
function tableTarget(table: StoredTable, crawlerName: string): CrawlTarget {
  const known = knownTable(table);
  if (!known) {
    throw new Error(
      `Table ${table.DatabaseName}.${table.Name}, a target of crawler ${crawlerName}, has no location in S3.`,
    );
  }
  return { path: known.location, exclusions: [], table: known };
}

/** Undefined when the table is not in S3. */
export function knownTable(table: StoredTable): KnownTable | undefined {
  const location = table.StorageDescriptor?.Location;
  if (!location?.startsWith('s3://')) return undefined;
  return {
    databaseName: table.DatabaseName,
    name: table.Name,
    location,
    partitionKeys: (table.PartitionKeys ?? []).map(({ Name = '' }) => Name),
  };
}
