import type { CrawlRequest, KnownTable } from '../../../crawler/CrawlExecutor';
import type { CsvClassifier } from '../../../crawler/CsvClassifier';
import type { JsonClassifier } from '../../../crawler/JsonClassifier';
import { catalogName } from '../store/CatalogStore';
import type { StoredClassifier, StoredCrawler } from '../store/definitions';
import type { GlueStore } from '../store/GlueStore';
import { crawlerConfiguration } from './crawlerConfiguration';
import { crawlTargets, knownTable } from './crawlTargets';
import { UPDATED_BY } from './CrawlMerge';

/** "If your crawler does not specify a database, your tables are placed in the default database" ("How crawlers work"). */
export function crawlerDatabase({ DatabaseName }: StoredCrawler): string {
  return catalogName(DatabaseName || 'default');
}

/**
 * What a crawl of the crawler has to do.
 *
 * @throws Error that says what is missing, or what local-glue cannot do
 */
export function crawlRequest(
  crawler: StoredCrawler,
  store: GlueStore,
): Omit<CrawlRequest, 'signal' | 'log'> {
  const targets = crawlTargets(crawler, store);
  const isOfCatalog = targets.some(({ table }) => table);
  const databaseName = crawlerDatabase(crawler);
  if (!isOfCatalog && !store.databases.get(databaseName)) {
    throw new Error(
      `Database ${databaseName} of crawler ${crawler.Name} does not exist. Create it, or set DatabaseName to one that does.`,
    );
  }
  const { combineCompatibleSchemas, tableLevel } = crawlerConfiguration(
    crawler.Configuration,
  );
  return {
    crawlerName: crawler.Name,
    tablePrefix: crawler.TablePrefix ?? '',
    targets,
    classifiers: (crawler.Classifiers ?? []).map(name =>
      crawlClassifier(store, crawler.Name, name),
    ),
    grouping: { combineCompatibleSchemas, tableLevel },
    since: incrementalStart(crawler, store),
  };
}

/** Undefined for a crawl of everything: the first one of an incremental crawler is one too. */
function incrementalStart(
  { Name, RecrawlPolicy, DatabaseName }: StoredCrawler,
  store: GlueStore,
): CrawlRequest['since'] {
  if (RecrawlPolicy?.RecrawlBehavior !== 'CRAWL_NEW_FOLDERS_ONLY') {
    return undefined;
  }
  const folders = store.crawls.folders(Name);
  if (folders.length === 0) return undefined;
  const tables = store.catalog
    .tables(crawlerDatabase({ Name, DatabaseName }))
    .filter(({ Parameters }) => Parameters?.[UPDATED_BY] === Name)
    .map(knownTable)
    .filter((table): table is KnownTable => table !== undefined);
  return { folders: new Set(folders), tables };
}

function crawlClassifier(
  store: GlueStore,
  crawlerName: string,
  name: string,
): CsvClassifier | JsonClassifier {
  const stored: StoredClassifier | undefined = store.classifiers.get(name);
  if (!stored) {
    throw new Error(
      `Classifier ${name} of crawler ${crawlerName} does not exist. Create it, or take it off the crawler.`,
    );
  }
  if (stored.kind === 'json') {
    return { kind: 'json', name, jsonPath: stored.JsonPath ?? '$' };
  }
  const { Serde } = stored;
  return {
    kind: 'csv',
    name,
    delimiter: stored.Delimiter,
    quoteSymbol: stored.QuoteSymbol,
    containsHeader: stored.ContainsHeader ?? 'UNKNOWN',
    header: stored.Header?.length ? stored.Header : undefined,
    allowSingleColumn: stored.AllowSingleColumn ?? false,
    // "The default value is true" (CsvClassifier, AWS Glue API reference).
    disableValueTrimming: stored.DisableValueTrimming ?? true,
    serde: Serde === 'None' ? undefined : Serde,
  };
}
