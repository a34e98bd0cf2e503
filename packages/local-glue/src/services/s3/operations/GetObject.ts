import { readByteRange } from '../byteRange';
import { checkReadConditions } from '../conditions';
import { notImplemented } from '../../../buckets/errors';
import { writeObjectHeaders } from '../objectHeaders';
import {
  S3Context,
  header,
  S3Answer,
  S3Operation,
  S3Request,
} from '../S3Operation';

const overridableHeaders = [
  'cache-control',
  'content-disposition',
  'content-encoding',
  'content-language',
  'content-type',
  'expires',
];

export const GetObject: S3Operation = {
  name: 'GetObject',
  handle: (request, context) => answerObject(request, context, true),
};

export const HeadObject: S3Operation = {
  name: 'HeadObject',
  handle: (request, context) => answerObject(request, context, false),
};

async function answerObject(
  request: S3Request,
  { buckets }: S3Context,
  withBody: boolean,
): Promise<S3Answer> {
  const { bucket, key, query } = request;
  if (query.has('partNumber')) throw notImplemented('reading one part');
  const info = await buckets.head(bucket, key);
  const verdict = checkReadConditions(
    {
      'if-match': header(request, 'if-match'),
      'if-none-match': header(request, 'if-none-match'),
      'if-modified-since': header(request, 'if-modified-since'),
      'if-unmodified-since': header(request, 'if-unmodified-since'),
    },
    info,
  );
  const range = readByteRange(header(request, 'range'), info.size);
  const headers = writeObjectHeaders(info, {
    // The checksum of the whole says nothing about a range.
    checksums:
      range === undefined &&
      header(request, 'x-amz-checksum-mode')?.toUpperCase() === 'ENABLED',
  });
  if (verdict === 'not-modified') return { status: 304, headers };

  for (const name of overridableHeaders) {
    const value = query.get(`response-${name}`);
    if (value !== null) headers[name] = value;
  }
  headers['content-length'] = String(
    range ? range.end - range.start + 1 : info.size,
  );
  if (range) {
    headers['content-range'] = `bytes ${range.start}-${range.end}/${info.size}`;
  }
  const status = range ? 206 : 200;
  if (!withBody) return { status, headers };
  const { stream } = await buckets.get(bucket, key, range);
  return { status, headers, body: stream };
}
