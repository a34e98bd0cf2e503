import {
  HeadObjectCommand,
  ListObjectsV2Command,
  type S3Client,
} from '@aws-sdk/client-s3';
import {
  holdsData,
  parseS3Uri,
  type S3Location,
} from '@glue-pipelines/pipeline';
import { EmptySourceError, SourceError } from './SourceError';

/** The columns that `name=value/` folders between a prefix and an object make, with their values. */
export function partitionsOf(key: string, prefix: string): [string, string][] {
  return key
    .slice(prefix.length)
    .split('/')
    .slice(0, -1)
    .filter(folder => folder.includes('='))
    .map(folder => {
      const at = folder.indexOf('=');
      return [folder.slice(0, at), folder.slice(at + 1)];
    });
}

/** An object of a source. */
export interface FoundObject extends S3Location {
  /** Bytes; more than 0. */
  size: number;
  /** The columns that folders make, with their values. */
  partitions: [string, string][];
}

/** How many objects below a prefix are looked into. */
const MAX_OBJECTS = 10;

/** How many objects are listed to choose them from. */
const MAX_LISTED = 10_000;

/** The first, the last, and some between: files of one source may differ. */
function spread<T>(objects: readonly T[]): T[] {
  const count = Math.min(MAX_OBJECTS, objects.length);
  return Array.from(
    { length: count },
    (_, index) =>
      objects[
        count === 1
          ? 0
          : Math.round((index * (objects.length - 1)) / (count - 1))
      ],
  );
}

async function listObjects(
  s3: S3Client,
  { bucket, key: prefix }: S3Location,
  mostListed: number,
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
      const object = { bucket, key: key ?? '', size: size ?? 0 };
      if (holdsData(object, { key: prefix })) {
        found.push({ ...object, partitions: partitionsOf(object.key, prefix) });
      } else if (
        !object.key.endsWith('/') &&
        holdsData({ ...object, size: 1 }, { key: prefix })
      ) {
        empty += 1;
      }
    }
    token = page.NextContinuationToken;
  } while (token && found.length < mostListed);
  return { found: spread(found), empty };
}

/** Finds some objects of a source that have content: at least one, or throws a SourceError. */
export type FindObjects = (
  s3: S3Client,
  uri: string,
  signal?: AbortSignal,
) => Promise<FoundObject[]>;

/** Chooses them from all but very many. */
export const findObjects: FindObjects = (s3, uri, signal) =>
  findAmong(MAX_LISTED, s3, uri, signal);

/** Chooses them from the first page of a listing, while a person waits. */
export const findFirstObjects: FindObjects = (s3, uri, signal) =>
  findAmong(1, s3, uri, signal);

async function findAmong(
  mostListed: number,
  s3: S3Client,
  uri: string,
  signal?: AbortSignal,
): Promise<FoundObject[]> {
  const { bucket, key } = parseS3Uri(uri);
  if (key.endsWith('/')) {
    const { found, empty } = await listObjects(
      s3,
      { bucket, key },
      mostListed,
      signal,
    );
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
    const below = await listObjects(
      s3,
      { bucket, key: `${key}/` },
      mostListed,
      signal,
    );
    throw new SourceError(
      below.found.length > 0
        ? `there is no object ${uri}, but a folder of that name: end the URI with "/"`
        : `there is no object ${uri}: correct the key`,
    );
  }
}
