import { S3Operation } from '../S3Operation';
import { writeS3Xml } from '../xml';

/** Versioning is never enabled here, which S3 tells by an empty document. */
export const GetBucketVersioning: S3Operation = {
  name: 'GetBucketVersioning',
  async handle({ bucket }, { buckets }) {
    buckets.check(bucket);
    return { status: 200, body: writeS3Xml('VersioningConfiguration', {}) };
  },
};
