import { invalidArgument } from '../../../buckets/errors';
import { S3Operation } from '../S3Operation';
import { compareKeys } from '../../../buckets/walkKeys';
import { writeS3Xml } from '../xml';
import {
  readListParameters,
  writeCommonPrefixes,
  writeContents,
} from './listing';

/** Where the next page begins: after a key, or after all keys of a common prefix. */
interface Position {
  after: string;
  skip?: string;
}

export const ListObjectsV2: S3Operation = {
  name: 'ListObjectsV2',
  async handle(request, { buckets, accountId }) {
    const { bucket, query } = request;
    const parameters = readListParameters(request);
    const { prefix, delimiter, maxKeys, encode } = parameters;
    const token = query.get('continuation-token') ?? undefined;
    const startAfter = query.get('start-after') ?? undefined;
    const position: Position =
      token === undefined ? { after: startAfter ?? '' } : readToken(token);
    const page = await buckets.listObjects(bucket, {
      prefix,
      delimiter,
      maxKeys,
      ...position,
    });

    let next: Position | undefined;
    if (page.isTruncated) {
      const key = page.objects[page.objects.length - 1]?.key ?? '';
      const common = page.commonPrefixes[page.commonPrefixes.length - 1] ?? '';
      next =
        compareKeys(common, key) > 0
          ? { after: common, skip: common }
          : { after: key };
    }
    return {
      status: 200,
      body: writeS3Xml('ListBucketResult', {
        Name: bucket,
        Prefix: encode(prefix),
        Delimiter: delimiter && encode(delimiter),
        MaxKeys: maxKeys,
        EncodingType: parameters.encodingType,
        KeyCount: page.objects.length + page.commonPrefixes.length,
        IsTruncated: page.isTruncated,
        ContinuationToken: token,
        NextContinuationToken: next && writeToken(next),
        StartAfter: startAfter === undefined ? undefined : encode(startAfter),
        Contents: writeContents(
          page.objects,
          encode,
          query.get('fetch-owner') === 'true' ? accountId : undefined,
        ),
        CommonPrefixes: writeCommonPrefixes(page.commonPrefixes, encode),
      }),
    };
  },
};

function writeToken(position: Position): string {
  return Buffer.from(JSON.stringify(position)).toString('base64url');
}

function readToken(token: string): Position {
  try {
    const position = JSON.parse(
      Buffer.from(token, 'base64url').toString(),
    ) as Partial<Position> | null;
    if (typeof position?.after === 'string') {
      const { after, skip } = position;
      return { after, skip: typeof skip === 'string' ? skip : undefined };
    }
  } catch {
    // Told below like any other token that this server never gave.
  }
  throw invalidArgument('The continuation token provided is incorrect');
}
