import { AwsError } from '../../base/AwsError';
import { notImplemented } from '../../buckets/errors';
import { AbortMultipartUpload } from './operations/AbortMultipartUpload';
import {
  GetBucketNotificationConfiguration,
  PutBucketNotificationConfiguration,
} from './operations/BucketNotificationConfiguration';
import { CompleteMultipartUpload } from './operations/CompleteMultipartUpload';
import { CopyObject } from './operations/CopyObject';
import { CreateBucket } from './operations/CreateBucket';
import { CreateMultipartUpload } from './operations/CreateMultipartUpload';
import { DeleteBucket } from './operations/DeleteBucket';
import { DeleteObject } from './operations/DeleteObject';
import { DeleteObjects } from './operations/DeleteObjects';
import { GetBucketLocation } from './operations/GetBucketLocation';
import { GetBucketVersioning } from './operations/GetBucketVersioning';
import { GetObject, HeadObject } from './operations/GetObject';
import { HeadBucket } from './operations/HeadBucket';
import { ListBuckets } from './operations/ListBuckets';
import { ListObjects } from './operations/ListObjects';
import { ListObjectsV2 } from './operations/ListObjectsV2';
import { ListParts } from './operations/ListParts';
import { PutObject } from './operations/PutObject';
import { UploadPart } from './operations/UploadPart';
import { UploadPartCopy } from './operations/UploadPartCopy';
import { header, S3Operation, S3Request } from './S3Operation';

/**
 * Query parameters that the operations here understand. Any other makes a
 * request one about something else than the bucket or object in its path
 * (`DELETE /bucket?metadataTable`), which must not be taken for one about these.
 */
const understood = new Set([
  'bucket-region',
  'continuation-token',
  'delete',
  'delimiter',
  'encoding-type',
  'fetch-owner',
  'list-type',
  'location',
  'marker',
  'max-buckets',
  'max-keys',
  'max-parts',
  'notification',
  'part-number-marker',
  'partNumber',
  'prefix',
  'response-cache-control',
  'response-content-disposition',
  'response-content-encoding',
  'response-content-language',
  'response-content-type',
  'response-expires',
  'start-after',
  'uploadId',
  'uploads',
  'versionId',
  'versioning',
]);

/** Those of presigned requests, in Signature Version 4 and 2, and the name that some clients add. */
const signing = /^(x-amz-.+|awsaccesskeyid|signature|expires|x-id)$/i;

/** Which operation a request asks for. Throws NotImplemented, naming what is not supported. */
export function route(request: S3Request): S3Operation {
  const { method, bucket, key, query } = request;
  for (const name of query.keys()) {
    if (!understood.has(name) && !signing.test(name)) {
      throw notImplemented(`S3's "?${name}"`);
    }
  }
  if (query.has('versionId') && query.get('versionId') !== 'null') {
    throw notImplemented('versions of objects');
  }
  let operation: S3Operation | undefined;
  if (bucket === '') operation = method === 'GET' ? ListBuckets : undefined;
  else if (key === '') operation = routeBucket(method, query);
  else operation = routeObject(request);
  if (operation) return operation;
  throw new AwsError(
    'MethodNotAllowed',
    `local-glue does not support ${method} on ${key ? 'an object' : 'a bucket'} with ${query.size > 0 ? `the parameters ${[...query.keys()].join(', ')}` : 'no parameters'}`,
    405,
  );
}

/** By query parameter and method. */
const bucketParts: Record<string, Record<string, S3Operation | undefined>> = {
  delete: { POST: DeleteObjects },
  location: { GET: GetBucketLocation },
  notification: {
    GET: GetBucketNotificationConfiguration,
    PUT: PutBucketNotificationConfiguration,
  },
  uploads: {},
  versioning: { GET: GetBucketVersioning },
};

function routeBucket(
  method: string,
  query: URLSearchParams,
): S3Operation | undefined {
  // About a part of the bucket: nothing else of it must be done instead.
  const part = Object.keys(bucketParts).find(name => query.has(name));
  if (part) return bucketParts[part][method];
  switch (method) {
    case 'HEAD':
      return HeadBucket;
    case 'PUT':
      return CreateBucket;
    case 'DELETE':
      return DeleteBucket;
    case 'GET':
      return query.get('list-type') === '2' ? ListObjectsV2 : ListObjects;
    default:
      return undefined;
  }
}

function routeObject(request: S3Request): S3Operation | undefined {
  const { method, query } = request;
  const isUpload = query.has('uploadId');
  const isCopy = header(request, 'x-amz-copy-source') !== undefined;
  switch (method) {
    case 'HEAD':
      return HeadObject;
    case 'GET':
      return isUpload ? ListParts : GetObject;
    case 'PUT':
      if (isUpload) return isCopy ? UploadPartCopy : UploadPart;
      return isCopy ? CopyObject : PutObject;
    case 'DELETE':
      return isUpload ? AbortMultipartUpload : DeleteObject;
    case 'POST':
      if (query.has('uploads')) return CreateMultipartUpload;
      return isUpload ? CompleteMultipartUpload : undefined;
    default:
      return undefined;
  }
}
