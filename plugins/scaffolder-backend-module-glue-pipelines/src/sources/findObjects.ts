import {
  HeadObjectCommand,
  ListObjectsV2Command,
  type S3Client,
} from '@aws-sdk/client-s3';
import {
  parseS3Uri,
  type S3Location,
} from '@glue-pipelines/pipeline';
import { EmptySourceError, SourceError } from './SourceError';

/** Whether an object is data: not a folder's marker, nor hidden from Spark and the crawlers. */
export function holdsData(key: string): boolean {
  return !/^[_.]|^$/.test(key.slice(key.lastIndexOf('/') + 1));
}

/** The columns that `name=value/` folders between a prefix and an object make. */
export function partitionColumns(key: string, prefix: string): string[] {
  return key
    .slice(prefix.length)
    .split('/')
    .slice(0, -1)
    .filter(folder => folder.includes('='))
    .map(folder => folder.slice(0, folder.indexOf('=')));
}

/** An object of a source. */
export interface FoundObject extends S3Location {
  /** Bytes; more than 0. */
  size: number;
  /** Columns that folders make. */
  partitions: string[];
}

/** How many objects below a prefix are looked into to find one with rows. */
const MAX_OBJECTS = 10;

async function listObjects(
  s3: S3Client,
  { bucket, key: prefix }: S3Location,
  signal?: AbortSignal,
): Promise<{ found: FoundObject[]; empty: number }> {
  const found: FoundObject[] = [];
  let empty = 0;
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
    for (const { Key: key, Size: size } of page.Contents ?? []) {
      if (key && holdsData(key) && size) {
        found.push({
          bucket,
          key,
          size,
          partitions: partitionColumns(key, prefix),
        });
      } else if (key && holdsData(key)) {
        empty += 1;
      }
    }
    token = page.NextContinuationToken;
  } while (token && found.length < MAX_OBJECTS);
  return { found: found.slice(0, MAX_OBJECTS), empty };
}

/**
 * Finds the first objects of a source that have content.
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
  try {
    const head = await s3.send(
      new HeadObjectCommand({ Bucket: bucket, Key: key }),
      { abortSignal: signal },
    );
    if (!head.ContentLength) {
      throw new EmptySourceError(`${uri} is empty: name an object with data`);
    }
    return [{ bucket, key, size: head.ContentLength, partitions: [] }];
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
