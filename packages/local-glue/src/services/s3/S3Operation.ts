import { IncomingMessage } from 'node:http';
import { Readable } from 'node:stream';
import type { Account } from '../../base/Account';
import { AwsError } from '../../base/AwsError';
import type { EventSink } from '../../base/Happening';
import type { Log } from '../../base/Log';
import type { BucketStore } from '../../buckets/BucketStore';

/** A request to S3, taken apart. */
export interface S3Request {
  /** Under which the answer and the log name it. */
  requestId: string;
  method: string;
  /** Empty for the service itself. */
  bucket: string;
  /** Decoded; empty for the bucket itself. */
  key: string;
  query: URLSearchParams;
  headers: IncomingMessage['headers'];
  /** The body as it came over the wire. */
  body: IncomingMessage;
}

export interface S3Answer {
  status: number;
  headers?: Record<string, string>;
  /** XML, or an object's bytes. */
  body?: string | Readable;
}

/** What the service is made with, and what its operations reach. */
export interface S3Context extends Account {
  /** Where this server listens, e.g. `http://127.0.0.1:4566`. */
  readonly endpoint: string;
  readonly log: Log;
  readonly buckets: BucketStore;
  readonly events: EventSink;
}

/** One operation of S3's REST API. */
export interface S3Operation {
  readonly name: string;
  handle(request: S3Request, context: S3Context): Promise<S3Answer>;
}

/** A header's value; undefined when missing or empty. */
export function header(request: S3Request, name: string): string | undefined {
  const value = request.headers[name];
  return (Array.isArray(value) ? value[0] : value) || undefined;
}

/** `http://127.0.0.1:4566/bucket/a%20b?x` to bucket, key and query. Throws InvalidURI. */
export function readS3Request(
  request: IncomingMessage,
  requestId: string,
): S3Request {
  const [rawPath, ...rawQuery] = (request.url ?? '/').split('?');
  let path: string;
  try {
    path = decodeURIComponent(rawPath);
  } catch {
    throw new AwsError('InvalidURI', 'The path is not valid URL encoding');
  }
  const hostBucket = bucketOfHost(request.headers.host);
  const [, bucket, key] = hostBucket
    ? ['', hostBucket, path.slice(1)]
    : (/^\/([^/]*)(?:\/([^]*))?$/.exec(path) ?? ['', '', '']);
  return {
    requestId,
    method: request.method ?? 'GET',
    bucket,
    key: key ?? '',
    query: new URLSearchParams(rawQuery.join('?')),
    headers: request.headers,
    body: request,
  };
}

/** `data.localhost:4566` addresses the bucket `data`; plain host names none. */
export function bucketOfHost(host: string | undefined): string | undefined {
  const name = host?.replace(/:\d+$/, '').toLowerCase();
  return name?.match(
    /^(.+?)\.(?:s3(?:[.-][a-z0-9-]+)?\.)?(?:localhost|127\.0\.0\.1)$/,
  )?.[1];
}
