import { AwsError } from '../../base/AwsError';
import { notImplemented } from '../../buckets/errors';
import { abortMultipartUpload } from './operations/abortMultipartUpload';
import {
  getBucketNotificationConfiguration,
  putBucketNotificationConfiguration,
} from './operations/bucketNotificationConfiguration';
import { completeMultipartUpload } from './operations/completeMultipartUpload';
import { copyObject } from './operations/copyObject';
import { createBucket } from './operations/createBucket';
import { createMultipartUpload } from './operations/createMultipartUpload';
import { deleteBucket } from './operations/deleteBucket';
import { deleteObject } from './operations/deleteObject';
import { deleteObjects } from './operations/deleteObjects';
import { getBucketLocation } from './operations/getBucketLocation';
import { getBucketVersioning } from './operations/getBucketVersioning';
import { getObject, headObject } from './operations/getObject';
import { headBucket } from './operations/headBucket';
import { listBuckets } from './operations/listBuckets';
import { listObjects } from './operations/listObjects';
import { listObjectsV2 } from './operations/listObjectsV2';
import { listParts } from './operations/listParts';
import { putObject } from './operations/putObject';
import { uploadPart } from './operations/uploadPart';
import { uploadPartCopy } from './operations/uploadPartCopy';
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
  if (bucket === '') operation = method === 'GET' ? listBuckets : undefined;
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
  delete: { POST: deleteObjects },
  location: { GET: getBucketLocation },
  notification: {
    GET: getBucketNotificationConfiguration,
    PUT: putBucketNotificationConfiguration,
  },
  uploads: {},
  versioning: { GET: getBucketVersioning },
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
      return headBucket;
    case 'PUT':
      return createBucket;
    case 'DELETE':
      return deleteBucket;
    case 'GET':
      return query.get('list-type') === '2' ? listObjectsV2 : listObjects;
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
      return headObject;
    case 'GET':
      return isUpload ? listParts : getObject;
    case 'PUT':
      if (isUpload) return isCopy ? uploadPartCopy : uploadPart;
      return isCopy ? copyObject : putObject;
    case 'DELETE':
      return isUpload ? abortMultipartUpload : deleteObject;
    case 'POST':
      if (query.has('uploads')) return createMultipartUpload;
      return isUpload ? completeMultipartUpload : undefined;
    default:
      return undefined;
  }
}
