import { S3Operation } from '../S3Operation';
import { abortMultipartUpload } from './abortMultipartUpload';
import {
  getBucketNotificationConfiguration,
  putBucketNotificationConfiguration,
} from './bucketNotificationConfiguration';
import { completeMultipartUpload } from './completeMultipartUpload';
import { copyObject } from './copyObject';
import { createBucket } from './createBucket';
import { createMultipartUpload } from './createMultipartUpload';
import { deleteBucket } from './deleteBucket';
import { deleteObject } from './deleteObject';
import { deleteObjects } from './deleteObjects';
import { getBucketLocation } from './getBucketLocation';
import { getBucketVersioning } from './getBucketVersioning';
import { getObject, headObject } from './getObject';
import { headBucket } from './headBucket';
import { listBuckets } from './listBuckets';
import { listObjects } from './listObjects';
import { listObjectsV2 } from './listObjectsV2';
import { listParts } from './listParts';
import { putObject } from './putObject';
import { uploadPart } from './uploadPart';
import { uploadPartCopy } from './uploadPartCopy';

/** Every operation of S3 that requests can be routed to. */
export const s3Operations: readonly S3Operation[] = [
  abortMultipartUpload,
  completeMultipartUpload,
  copyObject,
  createBucket,
  createMultipartUpload,
  deleteBucket,
  deleteObject,
  deleteObjects,
  getBucketLocation,
  getBucketNotificationConfiguration,
  getBucketVersioning,
  getObject,
  headBucket,
  headObject,
  listBuckets,
  listObjects,
  listObjectsV2,
  listParts,
  putBucketNotificationConfiguration,
  putObject,
  uploadPart,
  uploadPartCopy,
];
