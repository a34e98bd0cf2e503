import { ObjectInfo } from '../../../buckets/BucketStore';
import { checksumAlgorithms } from '../../../buckets/checksums/Checksum';
import { invalidArgument } from '../../../buckets/errors';
import { S3Request } from '../S3Operation';
import { XmlMembers } from '../xml';

/** What both versions of ListObjects share. */
export interface ListParameters {
  prefix: string;
  delimiter: string | undefined;
  /** At most 1000, as on S3. */
  maxKeys: number;
  /** How keys are written: URL-encoded when the client asks so. */
  encode(text: string): string;
  encodingType: string | undefined;
}

export function readListParameters({ query }: S3Request): ListParameters {
  const maxKeys = Number(query.get('max-keys') ?? 1000);
  if (!Number.isInteger(maxKeys) || maxKeys < 0) {
    throw invalidArgument(
      `max-keys is "${query.get('max-keys')}", not a number from 0 to 1000`,
    );
  }
  const encodingType = query.get('encoding-type') ?? undefined;
  if (encodingType !== undefined && encodingType !== 'url') {
    throw invalidArgument(`encoding-type is "${encodingType}", not "url"`);
  }
  return {
    prefix: query.get('prefix') ?? '',
    delimiter: query.get('delimiter') || undefined,
    maxKeys: Math.min(1000, maxKeys),
    encodingType,
    encode: encodingType
      ? text => encodeURIComponent(text).replace(/%2F/g, '/')
      : text => text,
  };
}

/** With the owner, an account's id, where one is given. */
export function writeContents(
  objects: readonly ObjectInfo[],
  encode: ListParameters['encode'],
  owner: string | undefined,
): XmlMembers[] {
  return objects.map(object => ({
    Key: encode(object.key),
    LastModified: object.lastModified,
    ETag: `"${object.etag}"`,
    ChecksumAlgorithm: checksumAlgorithms.find(
      algorithm => object.checksums?.[algorithm],
    ),
    Size: object.size,
    StorageClass: 'STANDARD',
    Owner: owner === undefined ? undefined : { ID: owner },
  }));
}

export function writeCommonPrefixes(
  prefixes: readonly string[],
  encode: ListParameters['encode'],
): XmlMembers[] {
  return prefixes.map(prefix => ({ Prefix: encode(prefix) }));
}
