import { AwsError } from '../../../base/AwsError';
import { S3Operation } from '../S3Operation';

export const CreateBucket: S3Operation = {
  name: 'CreateBucket',
  async handle({ bucket }, { buckets, region }) {
    // us-east-1 alone answers a second creation by the owner with success
    // (Amazon S3 API Reference, CreateBucket, "BucketAlreadyOwnedByYou").
    if (buckets.exists(bucket) && region !== 'us-east-1') {
      throw new AwsError(
        'BucketAlreadyOwnedByYou',
        `The bucket "${bucket}" exists already`,
        409,
      );
    }
    buckets.create(bucket);
    return { status: 200, headers: { location: `/${bucket}` } };
  },
};
