import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { createReadStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { AwsError } from '../../base/AwsError';
import { AwsChunkedDecoder } from './AwsChunkedDecoder';
import { BodyFile, maxPutBytes } from '../../buckets/BodyFile';
import { BucketStore } from '../../buckets/BucketStore';
import {
  ChecksumAlgorithm,
  checksumAlgorithm,
  checksumAlgorithms,
  checksumHeader,
} from '../../buckets/checksums/Checksum';
import { header, S3Request } from './S3Operation';

/**
 * Receives a request's body into a temporary file, without its transfer
 * framing, and holds it against everything that the request says of it:
 * length, Content-MD5, SHA-256 of the payload, checksum header or trailer.
 * Throws BadDigest and the like; no file is left then.
 */
export async function receiveBody(
  request: S3Request,
  store: BucketStore,
  maxBytes: number = maxPutBytes,
): Promise<BodyFile> {
  const sha256 = header(request, 'x-amz-content-sha256');
  const isChunked =
    sha256?.startsWith('STREAMING-') ||
    /\baws-chunked\b/.test(header(request, 'content-encoding') ?? '');
  const decoder = isChunked ? new AwsChunkedDecoder() : undefined;
  const expectedSha256 = /^[0-9a-f]{64}$/.test(sha256 ?? '')
    ? sha256
    : undefined;
  const file = await store.receive(
    detached(request, decoder ?? new PassThrough()),
    {
      algorithms: announcedAlgorithms(request),
      sha256: expectedSha256 !== undefined,
      maxBytes,
    },
  );
  try {
    checkLength(request, file, isChunked ?? false);
    checkMd5(request, file);
    if (expectedSha256 !== undefined && file.sha256 !== expectedSha256) {
      throw new AwsError(
        'XAmzContentSHA256Mismatch',
        'The body does not have the SHA-256 of the header x-amz-content-sha256',
      );
    }
    checkChecksums(request, file, decoder?.trailers);
    return file;
  } catch (error) {
    await rm(file.path, { force: true });
    throw error;
  }
}

/** A small body as text, checked in the same way. Throws EntityTooLarge above 2 MiB. */
export async function receiveText(
  request: S3Request,
  store: BucketStore,
): Promise<string> {
  const file = await receiveBody(request, store, 2 * 1024 ** 2);
  try {
    return await text(createReadStream(file.path));
  } finally {
    await rm(file.path, { force: true });
  }
}

/**
 * The request's bytes through `target`, such that an error in what reads them
 * does not destroy the connection, over which the error has yet to be told.
 */
function detached<T extends PassThrough | AwsChunkedDecoder>(
  { body }: S3Request,
  target: T,
): T {
  const wentAway = () => {
    if (body.complete) return;
    target.destroy(
      new AwsError('IncompleteBody', 'The client went away during its body'),
    );
  };
  body.once('error', wentAway);
  body.once('close', wentAway);
  body.pipe(target);
  return target;
}

function announcedAlgorithms(request: S3Request): ChecksumAlgorithm[] {
  const trailer = header(request, 'x-amz-trailer') ?? '';
  const named = [
    ...trailer
      .split(',')
      .map(name => name.trim().replace(/^x-amz-checksum-/i, '')),
    header(request, 'x-amz-sdk-checksum-algorithm') ?? '',
    header(request, 'x-amz-checksum-algorithm') ?? '',
    ...checksumAlgorithms.filter(name => header(request, checksumHeader(name))),
  ].map(checksumAlgorithm);
  return checksumAlgorithms.filter(algorithm => named.includes(algorithm));
}

function checkLength(
  request: S3Request,
  file: BodyFile,
  isChunked: boolean,
): void {
  const length = header(
    request,
    isChunked ? 'x-amz-decoded-content-length' : 'content-length',
  );
  if (length !== undefined && Number(length) !== file.size) {
    throw new AwsError(
      'IncompleteBody',
      `The body has ${file.size} bytes, not the ${length} that the request announces`,
    );
  }
}

function checkMd5(request: S3Request, file: BodyFile): void {
  const expected = header(request, 'content-md5');
  if (expected === undefined) return;
  if (Buffer.from(expected, 'base64').toString('hex') !== file.md5) {
    throw new AwsError(
      'BadDigest',
      'The body does not have the MD5 of the header Content-MD5',
    );
  }
}

function checkChecksums(
  request: S3Request,
  file: BodyFile,
  trailers: ReadonlyMap<string, string> | undefined,
): void {
  for (const algorithm of checksumAlgorithms) {
    const name = checksumHeader(algorithm);
    const expected = trailers?.get(name) ?? header(request, name);
    if (expected === undefined) continue;
    if (file.checksums[algorithm] !== expected) {
      throw new AwsError(
        'BadDigest',
        `The ${algorithm} you specified did not match the calculated checksum.`,
      );
    }
  }
}
