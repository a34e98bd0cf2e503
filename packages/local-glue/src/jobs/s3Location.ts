import { BucketStore } from '../services/s3/BucketStore';

/**
 * The file of this machine that an `s3://bucket/key` names, which need not
 * exist. Throws an Error that names what the location is for.
 */
export function fileOf(
  location: string,
  purpose: string,
  buckets: Pick<BucketStore, 'path' | 'exists'>,
): string {
  const match = /^s3[an]?:\/\/([^/]+)\/(.+)$/.exec(location);
  if (!match) {
    throw new Error(
      `${purpose} "${location}" is not an S3 location: write it as s3://bucket/key`,
    );
  }
  const [, bucket, key] = match;
  if (!buckets.exists(bucket)) {
    throw new Error(`${purpose} ${location}: there is no bucket ${bucket}`);
  }
  return buckets.path(bucket, key);
}
