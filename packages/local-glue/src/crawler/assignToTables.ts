import { parseS3Uri } from '@glue-pipelines/pipeline/s3';
import type { KnownTable } from './CrawlExecutor';
import {
  CrawledFile,
  hiveKey,
  partitionValue,
  TableGroup,
} from './groupTables';

export interface AssignedGroup {
  table: KnownTable;
  group: TableGroup;
}

/**
 * Gives files to tables that the catalog has: a file belongs to the table at
 * the deepest location above it, if the folders between them can be the
 * table's partitions.
 *
 * @param isExact - whether a partition's files have to be directly in its
 *   folder; otherwise deeper ones are read with it
 */
export function assignToTables(
  files: readonly CrawledFile[],
  bucket: string,
  tables: readonly KnownTable[],
  isExact: boolean,
): { assigned: AssignedGroup[]; rest: CrawledFile[] } {
  const candidates = tables
    .map(table => ({ table, key: keyBelow(bucket, table.location) }))
    .filter(
      (each): each is { table: KnownTable; key: string } =>
        each.key !== undefined,
    )
    .sort((a, b) => b.key.length - a.key.length);
  const found = new Map<KnownTable, AssignedGroup>();
  const rest: CrawledFile[] = [];
  for (const file of files) {
    const owner = candidates.find(({ key }) => file.key.startsWith(key));
    const folders = owner && partitionFolders(file, owner, isExact);
    if (!folders) {
      rest.push(file);
      continue;
    }
    const { table, key } = owner;
    let assigned = found.get(table);
    if (!assigned) {
      assigned = { table, group: emptyGroup(table, key) };
      found.set(table, assigned);
    }
    addFile(assigned.group, file, folders);
  }
  return { assigned: [...found.values()], rest };
}

/** The key of a location in the bucket, ending with `/`; undefined when it is elsewhere. */
function keyBelow(bucket: string, location: string): string | undefined {
  const { bucket: itsBucket, key } = parseS3Uri(location);
  return itsBucket === bucket ? key.replace(/([^/])$/, '$1/') : undefined;
}

function partitionFolders(
  file: CrawledFile,
  { table, key }: { table: KnownTable; key: string },
  isExact: boolean,
): string[] | undefined {
  const folders = file.key.slice(key.length).split('/').slice(0, -1);
  const depth = table.partitionKeys.length;
  if (
    isExact ? depth !== folders.length || depth === 0 : depth > folders.length
  )
    return undefined;
  const partition = folders.slice(0, depth);
  const isNamed = partition.every((folder, level) => {
    const name = hiveKey(folder)?.toLowerCase();
    return name === undefined || name === table.partitionKeys[level];
  });
  return isNamed ? partition : undefined;
}

function emptyGroup(table: KnownTable, key: string): TableGroup {
  const { name, partitionKeys } = table;
  return { name, location: key, files: [], partitionKeys, partitions: [] };
}

function addFile(
  group: TableGroup,
  file: CrawledFile,
  folders: readonly string[],
): void {
  group.files.push(file);
  if (folders.length === 0) return;
  const location = `${group.location}${folders.join('/')}/`;
  // The files of a folder follow each other.
  const last = group.partitions.at(-1);
  if (last?.location === location) {
    last.files.push(file);
  } else {
    group.partitions.push({
      values: folders.map(partitionValue),
      location,
      files: [file],
    });
  }
}
