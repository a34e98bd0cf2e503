import { S3Operation } from '../S3Operation';

export const DeleteBucket: S3Operation = {
  name: 'DeleteBucket',
  async handle({ bucket }, { buckets }) {
    await buckets.remove(bucket);
    return { status: 204 };
  },
};
