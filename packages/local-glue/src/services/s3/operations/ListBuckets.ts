import { invalidArgument } from '../../../buckets/errors';
import { S3Operation } from '../S3Operation';
import { writeS3Xml } from '../xml';

export const ListBuckets: S3Operation = {
  name: 'ListBuckets',
  async handle({ query }, { buckets, accountId, region }) {
    const prefix = query.get('prefix') ?? '';
    const after = query.get('continuation-token') ?? '';
    const most = Number(query.get('max-buckets') ?? 10_000);
    if (!Number.isInteger(most) || most < 1 || most > 10_000) {
      throw invalidArgument(`max-buckets is "${most}", not 1 to 10000`);
    }
    const isElsewhere = (query.get('bucket-region') ?? region) !== region;
    const wanted = buckets
      .list()
      .filter(name => !isElsewhere && name.startsWith(prefix) && name > after)
      .sort();
    const found = wanted.slice(0, most);
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
        ContinuationToken:
          found.length < wanted.length ? found[found.length - 1] : undefined,
        Prefix: query.has('prefix') ? prefix : undefined,
      }),
    };
  },
};
