import { createHash, randomUUID } from 'node:crypto';
import { Stats } from 'node:fs';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ChecksumAlgorithm } from './checksums/Checksum';
import { hasCode } from './errors';

/** What S3 keeps beside an object's bytes. */
export interface ObjectAttributes {
  /** Without quotes. */
  etag: string;
  contentType?: string;
  /** `cache-control`, `content-encoding` and the like, names in lower case. */
  headers?: Record<string, string>;
  /** `x-amz-meta-*` without that prefix, names in lower case. */
  metadata?: Record<string, string>;
  /** In base64; with `-<parts>` at its end when made of the parts' checksums. */
  checksums?: Partial<Record<ChecksumAlgorithm, string>>;
}

interface StoredRecord extends ObjectAttributes {
  key: string;
  size: number;
  mtimeMs: number;
}

/**
 * The attributes of objects, one small JSON file each in a folder of its own
 * (`<data>/s3-meta`), so that a bucket's folder holds nothing but objects.
 * A record counts only while size and modification time are those of the
 * file: what a Spark job has written over an object since is a new object.
 */
export class ObjectRecords {
  constructor(private readonly root: string) {}

  async write(
    bucket: string,
    key: string,
    stats: Stats,
    attributes: ObjectAttributes,
  ): Promise<void> {
    const record: StoredRecord = {
      ...attributes,
      key,
      size: stats.isFile() ? stats.size : 0,
      mtimeMs: stats.isFile() ? stats.mtimeMs : 0,
    };
    const path = this.path(bucket, key);
    const temporary = `${path}.${randomUUID()}`;
    await mkdir(dirname(path), { recursive: true });
    await writeFile(temporary, JSON.stringify(record));
    await rename(temporary, path);
  }

  /** The attributes of an object whose file has `stats`; derived ones when none were kept. */
  async read(
    bucket: string,
    key: string,
    stats: Stats,
  ): Promise<ObjectAttributes> {
    const record = await this.load(bucket, key);
    const isCurrent =
      record !== undefined &&
      (!stats.isFile() ||
        (record.size === stats.size && record.mtimeMs === stats.mtimeMs));
    return isCurrent ? record : { etag: derivedEtag(stats) };
  }

  /** Whether a key that ends with `/` was written as an object. */
  hasPlaceholder(bucket: string, key: string): boolean {
    return existsSync(this.path(bucket, key));
  }

  async remove(bucket: string, key: string): Promise<void> {
    await rm(this.path(bucket, key), { force: true });
  }

  async removeBucket(bucket: string): Promise<void> {
    await rm(join(this.root, bucket), { recursive: true, force: true });
  }

  private async load(
    bucket: string,
    key: string,
  ): Promise<StoredRecord | undefined> {
    // Most files of a job have none, which is cheaper to see than to be told.
    if (!existsSync(this.path(bucket, key))) return undefined;
    try {
      const text = await readFile(this.path(bucket, key), 'utf8');
      const record = JSON.parse(text) as StoredRecord;
      return record.key === key ? record : undefined;
    } catch (error) {
      if (hasCode(error, 'ENOENT')) return undefined;
      // A file that a lost machine left half-written is as good as none.
      if (error instanceof SyntaxError) return undefined;
      throw error;
    }
  }

  private path(bucket: string, key: string): string {
    const name = createHash('sha256').update(key).digest('hex');
    return join(this.root, bucket, name.slice(0, 2), `${name}.json`);
  }
}

/**
 * An entity tag for a file that was not written through S3. It changes when
 * the file does, and ends like a multipart upload's, so that no client takes
 * it for the MD5 of the content.
 */
function derivedEtag(stats: Stats): string {
  const state = `${stats.size}:${stats.mtimeMs}:${stats.ino}`;
  return `${createHash('md5').update(state).digest('hex')}-1`;
}
