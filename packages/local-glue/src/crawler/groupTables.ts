import { areCompatible, areSimilar, FileSchema } from './FileSchema';

/** A file below a crawler's target. */
export interface CrawledFile {
  /** Its key in the bucket. */
  key: string;
  /** Bytes. */
  size: number;
  schema: FileSchema;
  recordCount: number;
}

export interface TableGroup {
  /** The table's name before it is sanitised and prefixed. */
  name: string;
  /** The key of its folder, ending with `/` (empty for a whole bucket), or of its only file. */
  location: string;
  files: CrawledFile[];
  /** Not sanitised. */
  partitionKeys: string[];
  partitions: { values: string[]; location: string; files: CrawledFile[] }[];
}

interface Folder {
  key: string;
  name: string;
  files: CrawledFile[];
  children: Map<string, Folder>;
}

export interface Grouping {
  /** TableGroupingPolicy is CombineCompatibleSchemas: formats count, columns do not. */
  combineCompatibleSchemas: boolean;
  /** TableLevelConfiguration: tables are at this level, the bucket being level 1. */
  tableLevel?: number;
}

type CanBeOneTable = (a: FileSchema, b: FileSchema) => boolean;

/**
 * Which tables the files below a target are, as Glue's crawlers decide it
 * (AWS Glue Developer Guide, "How a crawler determines when to create
 * partitions"): a folder whose files have similar schemas is a table, and
 * folders below it are its partitions, named by `key=value` or numbered
 * `partition_0`, `partition_1`, ... A folder that has nothing but one folder in
 * it is no table, unless that one is named `key=value` (the guide has it by its
 * examples only). A file whose schema fits nothing beside it is a table of its
 * own, named after the file.
 *
 * @param target - the target's folder key, ending with `/` or empty
 * @param bucket - names the table of a target that is a whole bucket
 */
export function groupTables(
  files: readonly CrawledFile[],
  target: string,
  bucket: string,
  { combineCompatibleSchemas, tableLevel }: Grouping,
): TableGroup[] {
  if (files.length === 0) return [];
  const canBeOne = combineCompatibleSchemas ? areCompatible : areSimilar;
  const root = folderTree(files, target, bucket);
  if (tableLevel === undefined) return tablesOf(root, canBeOne);
  const depth = target.split('/').filter(Boolean).length + 1;
  return tablesAtLevel(root, tableLevel - depth, canBeOne);
}

function folderTree(
  files: readonly CrawledFile[],
  target: string,
  bucket: string,
): Folder {
  const name = target.split('/').filter(Boolean).pop() ?? bucket;
  const root = newFolder(target, name);
  for (const file of files) {
    const segments = file.key.slice(target.length).split('/').slice(0, -1);
    let folder = root;
    for (const segment of segments) {
      let child = folder.children.get(segment);
      if (!child) {
        child = newFolder(`${folder.key}${segment}/`, segment);
        folder.children.set(segment, child);
      }
      folder = child;
    }
    folder.files.push(file);
  }
  return root;
}

function newFolder(key: string, name: string): Folder {
  return { key, name, files: [], children: new Map() };
}

/**
 * "When you specify a Table level, the table is created at that absolute level
 * from the Amazon S3 bucket" (AWS Glue Developer Guide, "Specifying the table
 * location and partitioning level"). Files above the level are tables as ever.
 */
function tablesAtLevel(
  folder: Folder,
  levelsBelow: number,
  canBeOne: CanBeOneTable,
): TableGroup[] {
  if (levelsBelow <= 0) {
    const table = asOneTable(folder, canBeOne);
    return table ? [table] : separateTables(folder, canBeOne);
  }
  return [
    ...ownTables(folder, canBeOne),
    ...[...folder.children.values()].flatMap(child =>
      tablesAtLevel(child, levelsBelow - 1, canBeOne),
    ),
  ];
}

function tablesOf(folder: Folder, canBeOne: CanBeOneTable): TableGroup[] {
  const children = [...folder.children.values()];
  const isPassage =
    folder.files.length === 0 &&
    children.length === 1 &&
    !isHivePartition(children[0]);
  if (isPassage) return tablesOf(children[0], canBeOne);
  const table = asOneTable(folder, canBeOne);
  return table ? [table] : separateTables(folder, canBeOne);
}

function separateTables(folder: Folder, canBeOne: CanBeOneTable): TableGroup[] {
  return [
    ...ownTables(folder, canBeOne),
    ...[...folder.children.values()].flatMap(child =>
      tablesOf(child, canBeOne),
    ),
  ];
}

/** Of the files directly in a folder. */
function ownTables(folder: Folder, canBeOne: CanBeOneTable): TableGroup[] {
  const { files } = folder;
  if (files.length === 0) return [];
  if (areOneTable(files, canBeOne)) return [newGroup(folder, files)];
  return files.map(file => ({
    ...newGroup(folder, [file]),
    name: file.key.slice(folder.key.length),
    location: file.key,
  }));
}

function newGroup(folder: Folder, files: CrawledFile[]): TableGroup {
  return {
    name: folder.name,
    location: folder.key,
    files,
    partitionKeys: [],
    partitions: [],
  };
}

/** The folder with everything below it as one table, if it can be one. */
function asOneTable(
  folder: Folder,
  canBeOne: CanBeOneTable,
): TableGroup | undefined {
  const leaves = leavesOf(folder, []);
  const files = leaves.flatMap(leaf => leaf.folder.files);
  if (!areOneTable(files, canBeOne)) return undefined;
  const partitionKeys = partitionKeysOf(leaves.map(({ path }) => path));
  if (!partitionKeys) return undefined;
  const partitions =
    partitionKeys.length === 0
      ? []
      : leaves.map(leaf => ({
          values: leaf.path.map(partitionValue),
          location: leaf.folder.key,
          files: leaf.folder.files,
        }));
  return { ...newGroup(folder, files), partitionKeys, partitions };
}

interface Leaf {
  folder: Folder;
  /** The names of the folders that lead to it. */
  path: string[];
}

function leavesOf(folder: Folder, path: string[]): Leaf[] {
  const below = [...folder.children.values()].flatMap(child =>
    leavesOf(child, [...path, child.name]),
  );
  return folder.files.length > 0 ? [{ folder, path }, ...below] : below;
}

/** The names of the partitions' columns; undefined when the folders do not agree on them. */
function partitionKeysOf(
  paths: readonly (readonly string[])[],
): string[] | undefined {
  const [first = []] = paths;
  if (paths.some(path => path.length !== first.length)) return undefined;
  let unnamed = 0;
  const keys: string[] = [];
  for (const [level, folder] of first.entries()) {
    const key = hiveKey(folder);
    if (paths.some(path => hiveKey(path[level]) !== key)) return undefined;
    keys.push(key ?? `partition_${unnamed++}`);
  }
  return keys;
}

function areOneTable(
  files: readonly CrawledFile[],
  canBeOne: CanBeOneTable,
): boolean {
  return files.every(({ schema }) => canBeOne(files[0].schema, schema));
}

/** `year` of `year=2024`. */
export function hiveKey(folder: string): string | undefined {
  const equals = folder.indexOf('=');
  return equals > 0 ? folder.slice(0, equals) : undefined;
}

function isHivePartition(folder: Folder): boolean {
  return hiveKey(folder.name) !== undefined;
}

/** `2024` of `year=2024`; Hive escapes characters that a path cannot have. */
export function partitionValue(folder: string): string {
  const key = hiveKey(folder);
  if (key === undefined) return folder;
  const value = folder.slice(key.length + 1);
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}
