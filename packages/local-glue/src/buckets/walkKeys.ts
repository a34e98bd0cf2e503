import { Dirent, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { hasCode } from './errors';

/** Half of a character beyond U+FFFF. */
const SURROGATE = /[\ud800-\udfff]/;

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
    // Most of a large folder may have been on earlier pages: these need no order.
    .filter(
      ({ key }) =>
        walk.after.startsWith(key) || compareKeys(key, walk.after) > 0,
    );
  const compare = entries.some(({ name }) => SURROGATE.test(name))
    ? compareKeys
    : compareUnits;
  entries.sort((a, b) => compare(a.key, b.key));

  for (const { isFolder, name, key } of entries) {
    if (walk.skip !== undefined && key.startsWith(walk.skip)) continue;
    if (!isFolder) {
      if (isWanted(walk, key)) yield key;
      continue;
    }
    const mayHold = key.startsWith(walk.prefix) || walk.prefix.startsWith(key);
    if (!mayHold) continue;
    if (isWanted(walk, key) && walk.isPlaceholder(key)) yield key;
    yield* walkFolder(walk, join(folder, name), key);
  }
}

function isWanted(walk: KeyWalk, key: string): boolean {
  return key.startsWith(walk.prefix) && compareKeys(key, walk.after) > 0;
}

/**
 * By code points, which is the order of the bytes of UTF-8. JavaScript orders
 * strings by UTF-16 units: the surrogates of what lies beyond U+FFFF would
 * come before U+E000 to U+FFFF.
 */
export function compareKeys(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  for (let index = 0; index < length; index++) {
    const unit = a.charCodeAt(index);
    const other = b.charCodeAt(index);
    if (unit !== other) return inCodePointOrder(unit) - inCodePointOrder(other);
  }
  return a.length - b.length;
}

/** The same order where no name has such a character, and much sooner told. */
function compareUnits(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

function inCodePointOrder(unit: number): number {
  if (unit < 0xd800) return unit;
  return unit < 0xe000 ? unit + 0x10000 : unit;
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
