import { mkdirSync, lstatSync, readdirSync, rmSync, statSync } from 'node:fs';
import { constants, createReadStream, Stats } from 'node:fs';
import { lstat, mkdir, open, rename, rm, rmdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { AwsError } from '../base/AwsError';
import { BodyFile, writeBodyFile } from './BodyFile';
import { checkBucketName, isBucketName } from './bucketName';
import { BucketNotifications } from './BucketNotifications';
import { hasCode, noSuchBucket, noSuchKey } from './errors';
import { checkObjectKey } from './objectKey';
import { ObjectAttributes, ObjectRecords } from './ObjectRecords';
import { walkKeys } from './walkKeys';

/** An object without its bytes. */
export interface ObjectInfo extends ObjectAttributes {
  key: string;
  /** Bytes. */
  size: number;
  lastModified: Date;
}

export interface ListQuery {
  prefix?: string;
  /** Keys that share what stands before it, after the prefix, count as one common prefix. */
  delimiter?: string;
  /** Only keys after this one. */
  after?: string;
  /** Keys that begin so are left out: a common prefix that an earlier page had. */
  skip?: string;
  /** Objects and common prefixes together; 1000 unless told otherwise. */
  maxKeys?: number;
}

export interface ObjectListing {
  objects: ObjectInfo[];
  commonPrefixes: string[];
  isTruncated: boolean;
}

/** Temporary files older than this were left by a server that was killed. */
const staleAfterMs = 24 * 60 * 60 * 1000;

/**
 * Buckets as folders and objects as files: `s3://bucket/key` is
 * `<data>/s3/bucket/key`, which Spark and DuckDB open directly. Writing is
 * atomic: an object appears whole, by renaming a complete temporary file.
 * A key that no file can have is refused (see `checkObjectKey`), and so is one
 * whose path crosses a symbolic link.
 */
export class BucketStore {
  /** Absolute path of the folder with one folder per bucket. */
  readonly root: string;
  /** Where bodies are written before they become objects; same file system as `root`. */
  readonly temporaryFolder: string;
  readonly notifications: BucketNotifications;
  private readonly records: ObjectRecords;

  constructor(dataDir: string) {
    this.root = join(dataDir, 's3');
    this.temporaryFolder = join(dataDir, 's3-tmp');
    this.records = new ObjectRecords(join(dataDir, 's3-meta'));
    this.notifications = new BucketNotifications(join(dataDir, 's3-meta'));
    mkdirSync(this.root, { recursive: true });
    mkdirSync(this.temporaryFolder, { recursive: true });
    this.removeStaleFiles();
  }

  /** The names of all buckets, sorted. */
  list(): string[] {
    return readdirSync(this.root, { withFileTypes: true })
      .filter(entry => entry.isDirectory() && isBucketName(entry.name))
      .map(entry => entry.name)
      .sort();
  }

  /** When the bucket was made. Throws NoSuchBucket. */
  createdAt(bucket: string): Date {
    this.check(bucket);
    return statSync(join(this.root, bucket)).birthtime;
  }

  /** Makes the bucket unless it exists. Throws InvalidBucketName. */
  create(bucket: string): void {
    checkBucketName(bucket);
    mkdirSync(join(this.root, bucket), { recursive: true });
  }

  exists(bucket: string): boolean {
    if (!isBucketName(bucket)) return false;
    const stats = lstatSync(join(this.root, bucket), { throwIfNoEntry: false });
    return stats?.isDirectory() ?? false;
  }

  /** Throws NoSuchBucket unless the bucket exists. */
  check(bucket: string): void {
    if (!this.exists(bucket)) throw noSuchBucket(bucket);
  }

  /** Removes an empty bucket, or one with all its objects. Throws BucketNotEmpty, NoSuchBucket. */
  async remove(bucket: string, options?: { force: boolean }): Promise<void> {
    this.check(bucket);
    if (!options?.force && !this.keys(bucket).next().done) {
      throw new AwsError(
        'BucketNotEmpty',
        `The bucket "${bucket}" is not empty: delete its objects first.`,
        409,
      );
    }
    await rm(join(this.root, bucket), { recursive: true, force: true });
    await this.records.removeBucket(bucket);
  }

  /**
   * The absolute path of an object's file, which need not exist; for a key
   * that ends with `/` the folder's. Throws `AwsError` for a key that leads
   * out of the bucket or across a symbolic link.
   */
  path(bucket: string, key: string): string {
    checkBucketName(bucket);
    checkObjectKey(key);
    let path = join(this.root, bucket);
    refuseSymbolicLink(path, bucket, key);
    for (const segment of key.split('/').filter(Boolean)) {
      path = join(path, segment);
      refuseSymbolicLink(path, bucket, key);
    }
    return path;
  }

  /** Writes an object. Throws NoSuchBucket and what `path` throws; nothing is left then. */
  async put(
    bucket: string,
    key: string,
    body: Readable | Uint8Array | string,
    attributes: Omit<ObjectAttributes, 'etag'> = {},
  ): Promise<ObjectInfo> {
    this.check(bucket);
    this.path(bucket, key);
    const source = body instanceof Readable ? body : Readable.from([body]);
    const file = await this.receive(source);
    return this.commit(bucket, key, file, { ...attributes, etag: file.md5 });
  }

  /** Streams a body into a temporary file, for `commit`. */
  receive(
    body: Readable,
    options: Omit<Parameters<typeof writeBodyFile>[1], 'folder'> = {},
  ): Promise<BodyFile> {
    return writeBodyFile(body, { ...options, folder: this.temporaryFolder });
  }

  /** Makes a received body the object. The temporary file is gone afterwards, also when this throws. */
  async commit(
    bucket: string,
    key: string,
    file: Pick<BodyFile, 'path' | 'size'>,
    attributes: ObjectAttributes,
  ): Promise<ObjectInfo> {
    try {
      this.check(bucket);
      const path = this.path(bucket, key);
      if (key.endsWith('/')) {
        if (file.size > 0) throw placeholderWithContent(key);
        await this.inFolder(path, key, async () => {});
      } else {
        await this.inFolder(dirname(path), key, () => rename(file.path, path));
      }
      const stats = await lstat(path);
      await this.records.write(bucket, key, stats, attributes);
      return infoOf(key, stats, attributes);
    } finally {
      await rm(file.path, { force: true });
    }
  }

  /** Throws NoSuchKey, NoSuchBucket. */
  async head(bucket: string, key: string): Promise<ObjectInfo> {
    this.check(bucket);
    const stats = await this.objectStats(bucket, key);
    if (!stats) throw noSuchKey(bucket, key);
    return infoOf(key, stats, await this.records.read(bucket, key, stats));
  }

  async has(bucket: string, key: string): Promise<boolean> {
    return (await this.objectStats(bucket, key)) !== undefined;
  }

  /**
   * An object and its bytes, or those from `range.start` to `range.end`, both
   * included. The caller must read or destroy the stream. Throws NoSuchKey,
   * NoSuchBucket.
   */
  async get(
    bucket: string,
    key: string,
    range?: { start: number; end: number },
  ): Promise<{ info: ObjectInfo; stream: Readable }> {
    const info = await this.head(bucket, key);
    if (info.size === 0) return { info, stream: Readable.from([]) };
    const handle = await open(
      this.path(bucket, key),
      // eslint-disable-next-line no-bitwise -- how open(2) takes its flags
      constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0),
    ).catch(error => {
      throw hasCode(error, 'ENOENT') ? noSuchKey(bucket, key) : error;
    });
    // Read no further than the size that was told, should a job append meanwhile.
    const bounds = range ?? { start: 0, end: info.size - 1 };
    const stream = createReadStream('', { fd: handle, ...bounds });
    return { info, stream };
  }

  /** Removes an object and the folders that it leaves empty. Returns whether there was one. */
  async delete(bucket: string, key: string): Promise<boolean> {
    this.check(bucket);
    const path = this.path(bucket, key);
    if (!(await this.objectStats(bucket, key))) return false;
    if (!key.endsWith('/')) await rm(path, { force: true });
    await this.records.remove(bucket, key);
    await this.removeEmptyFolders(
      bucket,
      key.endsWith('/') ? key : key.slice(0, key.lastIndexOf('/') + 1),
    );
    return true;
  }

  /** One page of a bucket's objects in the order of S3. Throws NoSuchBucket. */
  async listObjects(
    bucket: string,
    query: ListQuery = {},
  ): Promise<ObjectListing> {
    this.check(bucket);
    const { prefix = '', delimiter, maxKeys = 1000 } = query;
    const walk = this.walk(bucket, prefix, query.after, query.skip);
    const objects: ObjectInfo[] = [];
    const commonPrefixes: string[] = [];
    if (maxKeys === 0) return { objects, commonPrefixes, isTruncated: false };
    for (const key of walkKeys(walk)) {
      const cut = delimiter ? key.indexOf(delimiter, prefix.length) : -1;
      const info = cut === -1 ? await this.infoIfPresent(bucket, key) : null;
      if (info === undefined) continue;
      if (objects.length + commonPrefixes.length === maxKeys) {
        return { objects, commonPrefixes, isTruncated: true };
      }
      if (info) {
        objects.push(info);
      } else {
        walk.skip = key.slice(0, cut + (delimiter ?? '').length);
        commonPrefixes.push(walk.skip);
      }
    }
    return { objects, commonPrefixes, isTruncated: false };
  }

  /** All keys that begin with `prefix`, in the order of S3. Throws NoSuchBucket. */
  keys(bucket: string, prefix: string = ''): Generator<string> {
    this.check(bucket);
    return walkKeys(this.walk(bucket, prefix));
  }

  private walk(bucket: string, prefix: string, after = '', skip?: string) {
    return {
      folder: join(this.root, bucket),
      prefix,
      after,
      skip,
      isPlaceholder: (key: string) => this.records.hasPlaceholder(bucket, key),
    };
  }

  /** Of a key that a walk has just found, so that it needs no checks. Undefined when the object went away meanwhile. */
  private async infoIfPresent(bucket: string, key: string) {
    const stats = lstatSync(join(this.root, bucket, key), {
      throwIfNoEntry: false,
    });
    if (!stats || stats.isSymbolicLink()) return undefined;
    return infoOf(key, stats, await this.records.read(bucket, key, stats));
  }

  private async objectStats(
    bucket: string,
    key: string,
  ): Promise<Stats | undefined> {
    const path = this.path(bucket, key);
    const stats = await lstat(path).catch(error => {
      if (hasCode(error, 'ENOENT', 'ENOTDIR')) return undefined;
      throw error;
    });
    if (!key.endsWith('/')) return stats?.isFile() ? stats : undefined;
    const isPlaceholder =
      stats?.isDirectory() && this.records.hasPlaceholder(bucket, key);
    return isPlaceholder ? stats : undefined;
  }

  /** Runs `action` once `folder` exists, again should a deletion remove the folder meanwhile. */
  private async inFolder(
    folder: string,
    key: string,
    action: () => Promise<void>,
  ): Promise<void> {
    for (let attempt = 1; ; attempt++) {
      try {
        await mkdir(folder, { recursive: true });
        await action();
        return;
      } catch (error) {
        if (hasCode(error, 'ENOENT') && attempt < 5) continue;
        if (hasCode(error, 'EEXIST', 'ENOTDIR', 'EISDIR', 'ENOTEMPTY')) {
          throw fileAndFolder(key);
        }
        throw error;
      }
    }
  }

  private async removeEmptyFolders(
    bucket: string,
    folderKey: string,
  ): Promise<void> {
    let key = folderKey;
    while (key !== '' && !this.records.hasPlaceholder(bucket, key)) {
      try {
        await rmdir(this.path(bucket, key));
      } catch (error) {
        if (hasCode(error, 'ENOTEMPTY', 'EEXIST', 'ENOENT')) return;
        throw error;
      }
      key = key.slice(0, key.lastIndexOf('/', key.length - 2) + 1);
    }
  }

  private removeStaleFiles(): void {
    for (const entry of readdirSync(this.temporaryFolder)) {
      const path = join(this.temporaryFolder, entry);
      const stats = lstatSync(path, { throwIfNoEntry: false });
      if (stats?.isFile() && Date.now() - stats.mtimeMs > staleAfterMs) {
        rmSync(path, { force: true });
      }
    }
  }
}

function refuseSymbolicLink(path: string, bucket: string, key: string): void {
  try {
    if (!lstatSync(path).isSymbolicLink()) return;
  } catch (error) {
    if (hasCode(error, 'ENOENT', 'ENOTDIR')) return;
    throw error;
  }
  throw new AwsError(
    'AccessDenied',
    `The path of s3://${bucket}/${key} crosses a symbolic link, which could lead out of the bucket. Replace the link by a copy of its target.`,
    403,
  );
}

function infoOf(
  key: string,
  stats: Stats,
  attributes: ObjectAttributes,
): ObjectInfo {
  const { etag, contentType, headers, metadata, checksums } = attributes;
  return {
    key,
    size: stats.isFile() ? stats.size : 0,
    lastModified: stats.mtime,
    etag,
    contentType,
    headers,
    metadata,
    checksums,
  };
}

function placeholderWithContent(key: string): AwsError {
  return new AwsError(
    'InvalidRequest',
    `The key "${key}" ends with "/" and its body is not empty. local-glue keeps such a key as a folder, which holds no bytes.`,
  );
}

function fileAndFolder(key: string): AwsError {
  return new AwsError(
    'InvalidRequest',
    `The key "${key}" would be a file and a folder at once: another object has a part of its path as its key, or lies below it. local-glue keeps objects as files; choose another key.`,
    409,
  );
}
