import { BucketStore } from '../buckets/BucketStore';
import { splitS3Uri } from '../buckets/s3Location';

/**
 * The file of this machine that an `s3://bucket/key` names, which need not
 * exist. Throws an Error that names what the location is for.
 */
export function fileOf(
  location: string,
  purpose: string,
  buckets: Pick<BucketStore, 'path' | 'exists'>,
): string {
  const { bucket, key } = splitS3Uri(location);
  if (!bucket || !key) {
    throw new Error(
      `${purpose} "${location}" is not an S3 location: write it as s3://bucket/key`,
    );
  }
  if (!buckets.exists(bucket)) {
    throw new Error(`${purpose} ${location}: there is no bucket ${bucket}`);
  }
  return buckets.path(bucket, key);
}
