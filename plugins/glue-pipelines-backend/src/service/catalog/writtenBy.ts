import { Crawler, Table } from '@aws-sdk/client-glue';

/** Crawlers put their name into a parameter of the tables that they write. */
const UPDATED_BY = 'UPDATED_BY_CRAWLER';

/**
 * Whether a crawler writes a table of its database: the table says so, or the
 * crawler names it as its target, or it says nothing of any crawler and lies
 * where the crawler looks, under a name that the crawler could have given.
 */
export function writtenBy(crawler: Crawler, table: Table): boolean {
  const name = table.Name ?? '';
  const isTarget = crawler.Targets?.CatalogTargets?.some(
    ({ DatabaseName, Tables }) =>
      DatabaseName === table.DatabaseName && Tables?.includes(name),
  );
  const writer = table.Parameters?.[UPDATED_BY];
  if (isTarget || writer !== undefined) {
    return isTarget || writer === crawler.Name;
  }
  const location = folder(table.StorageDescriptor?.Location ?? '');
  return (
    name.startsWith(crawler.TablePrefix ?? '') &&
    (crawler.Targets?.S3Targets ?? []).some(
      ({ Path }) => Path && location.startsWith(folder(Path)),
    )
  );
}

/** So that `s3://data/raw` does not begin `s3://data/rawest`. */
function folder(path: string) {
  return path.endsWith('/') ? path : `${path}/`;
}
