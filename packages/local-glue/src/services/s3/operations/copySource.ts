import { checkReadConditions } from '../conditions';
import {
  invalidArgument,
  notImplemented,
  preconditionFailed,
} from '../../../buckets/errors';
import { ObjectInfo } from '../../../buckets/BucketStore';
import { S3Context, header, S3Request } from '../S3Operation';

export interface CopySource {
  bucket: string;
  key: string;
}

/** Reads `x-amz-copy-source`: `bucket/key` or `/bucket/key`, URL-encoded. */
export function readCopySource(value: string): CopySource {
  const [rawPath, version] = value.split('?versionId=');
  if (version !== undefined && version !== 'null') {
    throw notImplemented('versions of objects');
  }
  let path: string;
  try {
    path = decodeURIComponent(rawPath).replace(/^\//, '');
  } catch {
    throw invalidArgument('x-amz-copy-source is not valid URL encoding');
  }
  const slash = path.indexOf('/');
  if (slash < 1 || slash === path.length - 1) {
    throw invalidArgument(
      `x-amz-copy-source is "${value}", not <bucket>/<key>`,
    );
  }
  return { bucket: path.slice(0, slash), key: path.slice(slash + 1) };
}

/** The source's object, once the request's conditions on it hold. */
export async function findCopySource(
  request: S3Request,
  { buckets }: S3Context,
): Promise<{ source: CopySource; info: ObjectInfo }> {
  const source = readCopySource(header(request, 'x-amz-copy-source') ?? '');
  const info = await buckets.head(source.bucket, source.key);
  const prefix = 'x-amz-copy-source-';
  const verdict = checkReadConditions(
    {
      'if-match': header(request, `${prefix}if-match`),
      'if-none-match': header(request, `${prefix}if-none-match`),
      'if-modified-since': header(request, `${prefix}if-modified-since`),
      'if-unmodified-since': header(request, `${prefix}if-unmodified-since`),
    },
    info,
  );
  if (verdict === 'not-modified') {
    throw preconditionFailed('on the source of the copy');
  }
  return { source, info };
}
