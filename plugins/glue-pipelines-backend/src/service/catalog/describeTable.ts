import { Column, Crawler, Table } from '@aws-sdk/client-glue';
import {
  CatalogColumn,
  CatalogTable,
  columnChanges,
  CrawlerSummary,
  TableSchema,
} from '@glue-pipelines/backstage-plugin-common';

/** Columns of a table that are shown. */
const MOST_COLUMNS = 500;
/** Characters of a type that are shown: those of nested columns can be pages long. */
const TYPE_LENGTH = 500;

/** A table of the Data Catalog as pages show it. */
export function describeTable(table: Table, crawler: Crawler): CatalogTable {
  const { columns, partitionKeys } = schemaOf(table);
  const recordCount = Number(table.Parameters?.recordCount ?? NaN);
  return {
    database: table.DatabaseName ?? '',
    name: table.Name ?? '',
    crawler: crawler.Name ?? '',
    columns: columns.slice(0, MOST_COLUMNS).map(shortened),
    columnsLeftOut: Math.max(columns.length - MOST_COLUMNS, 0),
    partitionKeys: partitionKeys.map(shortened),
    location: table.StorageDescriptor?.Location,
    format: formatOf(table),
    recordCount: Number.isFinite(recordCount) ? recordCount : undefined,
    createdAt: table.CreateTime?.toISOString(),
    updatedAt: table.UpdateTime?.toISOString(),
  };
}

/**
 * What the newest version of a table changed, and whether the crawler's last
 * crawl made it. Nothing where there is no version before it.
 */
export function lastChange(
  [newest, before]: Table[],
  crawler: Crawler,
): CatalogTable['lastChange'] {
  if (!newest || !before) {
    return undefined;
  }
  const startedAt = crawler.LastCrawl?.StartTime;
  return {
    at: newest.UpdateTime?.toISOString(),
    byLastCrawl:
      startedAt !== undefined &&
      newest.UpdateTime !== undefined &&
      newest.UpdateTime >= startedAt,
    columns: columnChanges(schemaOf(before), schemaOf(newest)).map(change => ({
      ...change,
      ...(change.from && { from: shortType(change.from) }),
      ...(change.to && { to: shortType(change.to) }),
    })),
  };
}

export function describeCrawler(crawler: Crawler): CrawlerSummary {
  const { LastCrawl } = crawler;
  return {
    name: crawler.Name ?? '',
    state: crawler.State ?? '',
    database: crawler.DatabaseName,
    tablePrefix: crawler.TablePrefix || undefined,
    targets: targetsOf(crawler),
    lastCrawl: LastCrawl && {
      status: LastCrawl.Status ?? '',
      startedAt: LastCrawl.StartTime?.toISOString(),
      error: LastCrawl.ErrorMessage,
    },
  };
}

/** Where a crawler looks, as people write it. */
function targetsOf({ Targets = {} }: Crawler): string[] {
  const { CatalogTargets = [], ...others } = Targets;
  return [
    ...CatalogTargets.flatMap(({ DatabaseName, Tables = [] }) =>
      Tables.map(name => `${DatabaseName}.${name}`),
    ),
    ...Object.values(others)
      .flat()
      .flatMap(target => ('Path' in target && target.Path ? target.Path : [])),
  ];
}

function schemaOf(table: Table): TableSchema {
  return {
    columns: (table.StorageDescriptor?.Columns ?? []).map(columnOf),
    partitionKeys: (table.PartitionKeys ?? []).map(columnOf),
  };
}

function columnOf({ Name = '', Type = '', Comment }: Column): CatalogColumn {
  return Comment
    ? { name: Name, type: Type, comment: Comment }
    : { name: Name, type: Type };
}

function shortened(column: CatalogColumn): CatalogColumn {
  return { ...column, type: shortType(column.type) };
}

function shortType(type: string) {
  return type.length > TYPE_LENGTH ? `${type.slice(0, TYPE_LENGTH)}…` : type;
}

/** `csv`, `json`, `parquet`, ...: crawlers say it in a parameter, other tools only by a Hive class. */
function formatOf({ Parameters, StorageDescriptor, TableType }: Table) {
  return (
    Parameters?.classification ??
    StorageDescriptor?.InputFormat?.split('.').at(-1) ??
    TableType
  );
}
