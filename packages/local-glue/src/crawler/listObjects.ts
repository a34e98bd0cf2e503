import { isHidden } from '@glue-pipelines/pipeline/s3';
import { lstat } from 'node:fs/promises';
import { AwsError } from '../base/AwsError';
import type { BucketStore } from '../buckets/BucketStore';
import { hasCode } from '../buckets/errors';
import { s3Location } from '../buckets/s3Location';
import type { CrawlTarget } from './CrawlExecutor';
import { exclusionPattern } from './exclusions';

export interface CrawledObject {
  key: string;
  /** The absolute path of its file. */
  path: string;
  /** Bytes. */
  size: number;
}

/** What is below a target. */
export interface TargetObjects {
  bucket: string;
  /** The target's folder as a key, ending with `/` or empty. */
  folder: string;
  objects: CrawledObject[];
  /** How many more there are, which are empty, hidden or excluded. */
  leftOut: number;
}

/** After so many objects other work gets its turn. */
const objectsPerTurn = 500;

const otherWork = () => new Promise(resolve => setImmediate(resolve));

/**
 * The objects below a target that a crawl looks at. Throws Error when its
 * bucket does not exist or an exclude pattern is none.
 */
export async function listObjects(
  buckets: BucketStore,
  { path, exclusions }: CrawlTarget,
  signal: AbortSignal,
): Promise<TargetObjects> {
  const { bucket, key } = s3Location(path);
  const patterns = exclusions.map(exclusionPattern);
  try {
    const isFile =
      key !== '' && !key.endsWith('/') && (await buckets.has(bucket, key));
    const folder = isFile
      ? key.slice(0, key.lastIndexOf('/') + 1)
      : key.replace(/([^/])$/, '$1/');
    const objects: CrawledObject[] = [];
    let all = 0;
    for (const candidate of isFile ? [key] : buckets.keys(bucket, folder)) {
      if (++all % objectsPerTurn === 0) await otherWork();
      signal.throwIfAborted();
      const name = candidate.slice(folder.length);
      if (!isFile && isHidden(name)) continue;
      if (patterns.some(pattern => pattern.test(name))) continue;
      const file = buckets.path(bucket, candidate);
      const size = await sizeOf(file);
      if (size > 0) objects.push({ key: candidate, path: file, size });
    }
    return { bucket, folder, objects, leftOut: all - objects.length };
  } catch (error) {
    if (error instanceof AwsError) {
      throw new Error(`${path} cannot be crawled: ${error.message}`);
    }
    throw error;
  }
}

/** Bytes; 0 for a file that a job has deleted meanwhile. */
async function sizeOf(path: string): Promise<number> {
  try {
    const stats = await lstat(path);
    return stats.isFile() ? stats.size : 0;
  } catch (error) {
    if (hasCode(error, 'ENOENT', 'ENOTDIR')) return 0;
    throw error;
  }
}
