import { S3Operation } from '../S3Operation';

export const deleteObject: S3Operation = {
  name: 'DeleteObject',
  async handle({ bucket, key }, { buckets }) {
    await buckets.delete(bucket, key);
    return { status: 204 };
  },
};
