import { ObjectInfo } from '../../buckets/BucketStore';
import {
  ChecksumAlgorithm,
  checksumAlgorithms,
  checksumHeader,
} from '../../buckets/checksums/Checksum';
import { ObjectAttributes } from '../../buckets/ObjectRecords';
import { header, S3Request } from './S3Operation';

const keptHeaders = [
  'cache-control',
  'content-disposition',
  'content-encoding',
  'content-language',
  'expires',
];

const metadataPrefix = 'x-amz-meta-';

/** What a request that writes an object says of it. */
export function readObjectAttributes(
  request: S3Request,
): Omit<ObjectAttributes, 'etag' | 'checksums'> {
  const headers: Record<string, string> = {};
  for (const name of keptHeaders) {
    const value = header(request, name);
    // The transfer framing is no property of the object.
    const kept =
      name === 'content-encoding'
        ? value
            ?.split(',')
            .map(coding => coding.trim())
            .filter(coding => coding !== 'aws-chunked')
            .join(',')
        : value;
    if (kept) headers[name] = kept;
  }
  const metadata: Record<string, string> = {};
  for (const name of Object.keys(request.headers)) {
    const value = header(request, name);
    if (name.startsWith(metadataPrefix) && value !== undefined) {
      metadata[name.slice(metadataPrefix.length)] = value;
    }
  }
  return { contentType: header(request, 'content-type'), headers, metadata };
}

/** The headers of GetObject and HeadObject, but for length and range. */
export function writeObjectHeaders(
  info: ObjectInfo,
  options: { checksums: boolean },
): Record<string, string> {
  const headers: Record<string, string> = {
    'accept-ranges': 'bytes',
    'content-type': info.contentType ?? 'binary/octet-stream',
    etag: `"${info.etag}"`,
    'last-modified': info.lastModified.toUTCString(),
    ...info.headers,
  };
  for (const [name, value] of Object.entries(info.metadata ?? {})) {
    headers[`${metadataPrefix}${name}`] = value;
  }
  if (options.checksums) {
    Object.assign(headers, writeChecksumHeaders(info.checksums));
  }
  return headers;
}

export function writeChecksumHeaders(
  checksums: Partial<Record<ChecksumAlgorithm, string>> | undefined,
): Record<string, string> {
  const headers: Record<string, string> = {};
  for (const algorithm of checksumAlgorithms) {
    const value = checksums?.[algorithm];
    if (value === undefined) continue;
    headers[checksumHeader(algorithm)] = value;
    headers['x-amz-checksum-type'] = value.includes('-')
      ? 'COMPOSITE'
      : 'FULL_OBJECT';
  }
  return headers;
}
