import type { Column } from '@aws-sdk/client-glue';
import type { CrawledTable } from '../../../crawler/CrawlExecutor';
import {
  formatHiveType,
  HiveType,
  mergeMembers,
  parseHiveType,
} from '../../../crawler/hiveTypeTree';
import type { StoredTable } from '../store/definitions';
import { CatalogChanges, CrawlMerge, UPDATED_BY } from './CrawlMerge';

const DEPRECATED_BY = 'DEPRECATED_BY_CRAWLER';

/** Adds the table to the changes, and returns it as the catalog will have it. */
export function mergeTable(
  crawl: CrawlMerge,
  found: CrawledTable,
  existing: StoredTable | undefined,
  changes: CatalogChanges,
): StoredTable {
  const parameters = { ...found.parameters, [UPDATED_BY]: crawl.crawlerName };
  if (!existing) {
    const created = newTable(crawl, found, parameters);
    changes.createTables.push(created);
    return created;
  }
  if (crawl.policy.update === 'LOG') {
    if (schemaOf(existing) !== schemaOf({ ...existing, ...schema(found) })) {
      changes.logged.push(
        `Table ${found.name} differs from the catalog; it is not updated, because UpdateBehavior is LOG.`,
      );
    }
    return existing;
  }
  const updated =
    crawl.policy.update === 'MERGE_NEW_COLUMNS'
      ? withNewColumns(crawl, found, existing, parameters, changes)
      : replaced(found, existing, parameters);
  if (!updated || definitionOf(existing) === definitionOf(updated)) {
    return existing;
  }
  const { now } = crawl;
  const stored = { ...updated, UpdateTime: now, LastAccessTime: now };
  changes.updateTables.push(stored);
  return stored;
}

function newTable(
  { databaseName, catalogId, now }: CrawlMerge,
  found: CrawledTable,
  Parameters: Record<string, string>,
): StoredTable {
  return {
    ...schema(found),
    Parameters,
    Name: found.name,
    DatabaseName: databaseName,
    CatalogId: catalogId,
    Owner: 'owner',
    TableType: 'EXTERNAL_TABLE',
    Retention: 0,
    CreateTime: now,
    UpdateTime: now,
    LastAccessTime: now,
  };
}

function schema(found: CrawledTable) {
  return {
    StorageDescriptor: found.storageDescriptor,
    PartitionKeys: found.partitionKeys,
  };
}

/** "Remove any metadata that is not set by the crawler": descriptions, comments and parameters too. */
function replaced(
  found: CrawledTable,
  { Description: _, ...existing }: StoredTable,
  Parameters: Record<string, string>,
): StoredTable {
  return {
    ...existing,
    ...schema(found),
    // A table that was crawled as itself keeps the keys that it was made with.
    ...(found.knownAs && { PartitionKeys: existing.PartitionKeys }),
    Parameters,
  };
}

/** Attributes of a table "whose change is significant": data of both kinds cannot be in one table. */
const FUNDAMENTAL = ['classification', 'compressionType', 'delimiter'];

/**
 * "New columns are added as they are encountered, including nested data types.
 * But existing columns are not removed, and their type is not changed. If an
 * Amazon S3 table attribute changes significantly, mark the table as
 * deprecated, and log a warning." Input and output format stay; parameters that
 * the crawler sets follow it, others stay.
 */
function withNewColumns(
  crawl: CrawlMerge,
  found: CrawledTable,
  existing: StoredTable,
  parameters: Record<string, string>,
  changes: CatalogChanges,
): StoredTable | undefined {
  const changed = FUNDAMENTAL.filter(
    name =>
      existing.Parameters?.[name] !== undefined &&
      existing.Parameters[name] !== parameters[name],
  );
  if (changed.length > 0) {
    changes.logged.push(
      `WARN Table ${found.name} is deprecated: its ${changed.join(', ')} changed from ${changed.map(name => existing.Parameters?.[name]).join(', ')} to ${changed.map(name => parameters[name]).join(', ')}, which has to be resolved by hand.`,
    );
    deprecate(crawl, existing, changes);
    return undefined;
  }
  const { [DEPRECATED_BY]: _, ...kept } = existing.Parameters ?? {};
  return {
    ...existing,
    StorageDescriptor: mergeDescriptors(
      existing.StorageDescriptor,
      found.storageDescriptor,
    ),
    Parameters: { ...kept, ...parameters },
  };
}

type Descriptor = StoredTable['StorageDescriptor'];

/** An existing description with the columns that a crawl has found besides. */
export function mergeDescriptors(
  existing: Descriptor,
  found: CrawledTable['storageDescriptor'],
): Descriptor {
  return {
    ...found,
    ...existing,
    Columns: mergeColumns(existing?.Columns ?? [], found.Columns),
    Parameters: { ...existing?.Parameters, ...found.Parameters },
    SerdeInfo: {
      ...found.SerdeInfo,
      ...existing?.SerdeInfo,
      Parameters: {
        ...existing?.SerdeInfo?.Parameters,
        ...(existing?.SerdeInfo?.SerializationLibrary ===
          found.SerdeInfo.SerializationLibrary && found.SerdeInfo.Parameters),
      },
    },
  };
}

function mergeColumns(
  existing: readonly Column[],
  found: readonly Column[],
): Column[] {
  const columns = new Map(
    existing.map(column => [column.Name?.toLowerCase(), column]),
  );
  for (const column of found) {
    const known = columns.get(column.Name);
    columns.set(
      column.Name,
      known ? { ...known, Type: withNewMembers(known, column) } : column,
    );
  }
  return [...columns.values()];
}

function withNewMembers({ Type = '' }: Column, found: Column): string {
  if (Type === found.Type) return Type;
  return formatHiveType(
    extend(parseHiveType(Type), parseHiveType(found.Type ?? '')),
  );
}

function extend(existing: HiveType, found: HiveType): HiveType {
  if (existing.kind === 'struct' && found.kind === 'struct') {
    return {
      kind: 'struct',
      members: mergeMembers(existing.members, found.members, extend),
    };
  }
  if (existing.kind === 'array' && found.kind === 'array') {
    return { kind: 'array', of: extend(existing.of, found.of) };
  }
  return existing;
}

/** Marks the table once. */
export function deprecate(
  { now }: CrawlMerge,
  table: StoredTable,
  changes: CatalogChanges,
): void {
  if (table.Parameters?.[DEPRECATED_BY]) return;
  changes.updateTables.push({
    ...table,
    Parameters: {
      ...table.Parameters,
      [DEPRECATED_BY]: String(now.getTime()),
    },
    UpdateTime: now,
  });
}

/** The share of columns that a new folder must have in common with its table. */
const SIMILARITY = 0.7;

/** Whether a new folder could be a partition of the table. */
export function areAlike(
  table: StoredTable,
  folder: CrawledTable['storageDescriptor'],
): boolean {
  const { classification } = table.Parameters ?? {};
  const isOtherFormat =
    classification !== undefined &&
    classification !== folder.Parameters.classification;
  if (isOtherFormat) return false;
  const columns = table.StorageDescriptor?.Columns ?? [];
  const names = new Set(columns.map(({ Name }) => Name?.toLowerCase()));
  const { Columns } = folder;
  const common = Columns.filter(({ Name }) => names.has(Name)).length;
  return common >= SIMILARITY * Math.max(columns.length, Columns.length);
}

/** What a table's definition says, in a form that can be compared. */
function definitionOf(table: StoredTable): string {
  return JSON.stringify([
    table.StorageDescriptor,
    table.PartitionKeys,
    table.Description,
    sorted(table.Parameters),
  ]);
}

/** The definition without the numbers of records and bytes. */
function schemaOf({ StorageDescriptor, PartitionKeys }: StoredTable): string {
  const { Columns, InputFormat, OutputFormat, SerdeInfo } =
    StorageDescriptor ?? {};
  return JSON.stringify([
    Columns?.map(({ Name, Type }) => [Name, Type]),
    InputFormat,
    OutputFormat,
    SerdeInfo?.SerializationLibrary,
    PartitionKeys?.map(({ Name }) => Name),
  ]);
}

function sorted(parameters: Record<string, string> | undefined) {
  return Object.entries(parameters ?? {}).sort(([a], [b]) => (a < b ? -1 : 1));
}
