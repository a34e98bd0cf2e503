import { S3Operation } from '../S3Operation';
import { compareKeys } from '../../../buckets/walkKeys';
import { writeS3Xml } from '../xml';
import {
  readListParameters,
  writeCommonPrefixes,
  writeContents,
} from './listing';

/** The first version, which older clients and `aws s3api list-objects` use. */
export const ListObjects: S3Operation = {
  name: 'ListObjects',
  async handle(request, { buckets, accountId }) {
    const { bucket, query } = request;
    const parameters = readListParameters(request);
    const { prefix, delimiter, maxKeys, encode } = parameters;
    const marker = query.get('marker') ?? '';
    // A marker that is a common prefix stands for all keys below it.
    const skip =
      delimiter && marker.startsWith(prefix) && marker.endsWith(delimiter)
        ? marker
        : undefined;
    const page = await buckets.listObjects(bucket, {
      prefix,
      delimiter,
      maxKeys,
      after: marker,
      skip,
    });

    const key = page.objects[page.objects.length - 1]?.key ?? '';
    const common = page.commonPrefixes[page.commonPrefixes.length - 1] ?? '';
    const last = compareKeys(common, key) > 0 ? common : key;
    return {
      status: 200,
      body: writeS3Xml('ListBucketResult', {
        Name: bucket,
        Prefix: encode(prefix),
        Marker: encode(marker),
        NextMarker: page.isTruncated && delimiter ? encode(last) : undefined,
        Delimiter: delimiter && encode(delimiter),
        MaxKeys: maxKeys,
        EncodingType: parameters.encodingType,
        IsTruncated: page.isTruncated,
        Contents: writeContents(page.objects, encode, accountId),
        CommonPrefixes: writeCommonPrefixes(page.commonPrefixes, encode),
      }),
    };
  },
};
