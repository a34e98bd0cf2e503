import {
  HeadObjectCommand,
  ListObjectsV2Command,
  type S3Client,
} from '@aws-sdk/client-s3';
import { holdsData, parseS3Uri, type S3Location } from '@glue-pipelines/pipeline';
import { EmptySourceError, SourceError } from './SourceError';

/** An object of a source. */
export interface FoundObject extends S3Location {
  /** Bytes; more than 0. */
  size: number;
}

/** How many objects below a prefix are listed; a request lists 1,000. */
const MAX_LISTED = 20_000;

async function listObjects(
  s3: S3Client,
  { bucket, key: prefix }: S3Location,
  signal?: AbortSignal,
): Promise<{ found: FoundObject[]; empty: number }> {
  const found: FoundObject[] = [];
  let empty = 0;
  let listed = 0;
  let token: string | undefined;
  do {
    const page = await s3.send(
      new ListObjectsV2Command({
        Bucket: bucket,
        Prefix: prefix,
        ContinuationToken: token,
      }),
      { abortSignal: signal },
    );
    for (const { Key: key = '', Size: size = 0 } of page.Contents ?? []) {
      if (holdsData({ key, size }, { key: prefix })) {
        found.push({ bucket, key, size });
      } else if (size === 0 && holdsData({ key, size: 1 }, { key: prefix }) && !key.endsWith('/')) {
        empty += 1;
      }
    }
    listed += page.Contents?.length ?? 0;
    token = page.NextContinuationToken;
  } while (token && listed < MAX_LISTED);
  return { found, empty };
}

/** Up to `most` items: the first, the last and some between. */
export function spread<T>(items: readonly T[], most: number): T[] {
  if (items.length <= most) {
    return [...items];
  }
  return Array.from(
    { length: most },
    (_, index) => items[Math.round((index * (items.length - 1)) / (most - 1))],
  );
}

/**
 * Finds the objects of a source that have content.
 *
 * @returns at least one object
 * @throws SourceError where there is none
 */
export async function findObjects(
  s3: S3Client,
  uri: string,
  signal?: AbortSignal,
): Promise<FoundObject[]> {
  const { bucket, key } = parseS3Uri(uri);
  if (key.endsWith('/')) {
    const { found, empty } = await listObjects(s3, { bucket, key }, signal);
    if (found.length > 0) {
      return found;
    }
    throw empty > 0
      ? new EmptySourceError(
          `all ${empty} object(s) below ${uri} are empty: name a prefix with data`,
        )
      : new SourceError(
          `there is no object below ${uri}: correct the prefix, or remove the final "/" if it is one object`,
        );
  }
  return findObject(s3, { bucket, key }, uri, signal);
}

async function findObject(
  s3: S3Client,
  { bucket, key }: S3Location,
  uri: string,
  signal?: AbortSignal,
): Promise<FoundObject[]> {
  try {
    const head = await s3.send(
      new HeadObjectCommand({ Bucket: bucket, Key: key }),
      { abortSignal: signal },
    );
    const size = head.ContentLength ?? 0;
    if (size === 0) {
      throw new EmptySourceError(`${uri} is empty: name an object with data`);
    }
    if (!holdsData({ key, size }, { key })) {
      throw new SourceError(
        `${uri} has a name that begins with "_" or ".", which hides it from Spark and the crawlers: rename the object`,
      );
    }
    return [{ bucket, key, size }];
  } catch (error) {
    if (!(error instanceof Error) || error.name !== 'NotFound') {
      throw error;
    }
    // HEAD says no more than 404; a listing tells a missing bucket from a missing key.
    const below = await listObjects(s3, { bucket, key: `${key}/` }, signal);
    throw new SourceError(
      below.found.length > 0
        ? `there is no object ${uri}, but a folder of that name: end the URI with "/"`
        : `there is no object ${uri}: correct the key`,
    );
  }
}
