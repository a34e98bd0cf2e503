import { S3Operation } from '../S3Operation';
import { writeS3Xml } from '../xml';

export const GetBucketLocation: S3Operation = {
  name: 'GetBucketLocation',
  async handle({ bucket }, { buckets, region }) {
    buckets.check(bucket);
    // An empty element stands for us-east-1.
    const body =
      region === 'us-east-1'
        ? writeS3Xml('LocationConstraint', {})
        : writeS3Xml('LocationConstraint', {}).replace(
            /><\/LocationConstraint>$/,
            `>${region}</LocationConstraint>`,
          );
    return { status: 200, body };
  },
};
