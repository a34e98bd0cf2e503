import { S3Operation } from '../S3Operation';
import { writeS3Xml } from '../xml';

export const listBuckets: S3Operation = {
  name: 'ListBuckets',
  async handle({ query }, { buckets, accountId }) {
    const prefix = query.get('prefix') ?? '';
    const found = buckets.list().filter(name => name.startsWith(prefix));
    return {
      status: 200,
      body: writeS3Xml('ListAllMyBucketsResult', {
        Owner: { ID: accountId },
        Buckets: {
          Bucket: found.map(name => ({
            Name: name,
            CreationDate: buckets.createdAt(name),
          })),
        },
        Prefix: query.has('prefix') ? prefix : undefined,
      }),
    };
  },
};
