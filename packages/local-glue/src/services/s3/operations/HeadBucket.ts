import { S3Operation } from '../S3Operation';

export const HeadBucket: S3Operation = {
  name: 'HeadBucket',
  async handle({ bucket }, { buckets, region }) {
    buckets.check(bucket);
    return { status: 200, headers: { 'x-amz-bucket-region': region } };
  },
};
