import { Dirent, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { hasCode } from './errors';

export interface KeyWalk {
  /** The bucket's folder. */
  folder: string;
  /** Only keys that begin so. */
  prefix: string;
  /** Only keys after this one, in byte order. */
  after: string;
  /** Keys that begin so are left out; may be changed while walking. */
  skip: string | undefined;
  /** Whether the folder with this key (it ends with `/`) is an object itself. */
  isPlaceholder(key: string): boolean;
}

/**
 * The keys of a bucket in the order of S3: by the bytes of their UTF-8 form.
 * Reads one folder at a time and none that cannot hold a wanted key. Symbolic
 * links are no objects.
 */
export function* walkKeys(walk: KeyWalk): Generator<string> {
  yield* walkFolder(walk, walk.folder, '');
}

function* walkFolder(
  walk: KeyWalk,
  folder: string,
  folderKey: string,
): Generator<string> {
  const entries = readFolder(folder)
    .filter(entry => entry.isFile() || entry.isDirectory())
    .map(entry => ({
      isFolder: entry.isDirectory(),
      name: entry.name,
      key: folderKey + entry.name + (entry.isDirectory() ? '/' : ''),
    }))
    .sort((a, b) => compareKeys(a.key, b.key));

  for (const { isFolder, name, key } of entries) {
    if (walk.skip !== undefined && key.startsWith(walk.skip)) continue;
    if (!isFolder) {
      if (isWanted(walk, key)) yield key;
      continue;
    }
    const mayHold =
      (key.startsWith(walk.prefix) || walk.prefix.startsWith(key)) &&
      (walk.after.startsWith(key) || compareKeys(key, walk.after) > 0);
    if (!mayHold) continue;
    if (isWanted(walk, key) && walk.isPlaceholder(key)) yield key;
    yield* walkFolder(walk, join(folder, name), key);
  }
}

function isWanted(walk: KeyWalk, key: string): boolean {
  return key.startsWith(walk.prefix) && compareKeys(key, walk.after) > 0;
}

/** JavaScript orders strings by UTF-16 units, which differs beyond U+FFFF. */
export function compareKeys(a: string, b: string): number {
  return Buffer.compare(Buffer.from(a), Buffer.from(b));
}

function readFolder(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    // A job that runs meanwhile may have removed it.
    if (hasCode(error, 'ENOENT', 'ENOTDIR')) return [];
    throw error;
  }
}
