import { S3Operation } from '../S3Operation';
import { AbortMultipartUpload } from './AbortMultipartUpload';
import {
  GetBucketNotificationConfiguration,
  PutBucketNotificationConfiguration,
} from './BucketNotificationConfiguration';
import { CompleteMultipartUpload } from './CompleteMultipartUpload';
import { CopyObject } from './CopyObject';
import { CreateBucket } from './CreateBucket';
import { CreateMultipartUpload } from './CreateMultipartUpload';
import { DeleteBucket } from './DeleteBucket';
import { DeleteObject } from './DeleteObject';
import { DeleteObjects } from './DeleteObjects';
import { GetBucketLocation } from './GetBucketLocation';
import { GetBucketVersioning } from './GetBucketVersioning';
import { GetObject, HeadObject } from './GetObject';
import { HeadBucket } from './HeadBucket';
import { ListBuckets } from './ListBuckets';
import { ListObjects } from './ListObjects';
import { ListObjectsV2 } from './ListObjectsV2';
import { ListParts } from './ListParts';
import { PutObject } from './PutObject';
import { UploadPart } from './UploadPart';
import { UploadPartCopy } from './UploadPartCopy';

/** Every operation of S3 that requests can be routed to. */
export const s3Operations: readonly S3Operation[] = [
  AbortMultipartUpload,
  CompleteMultipartUpload,
  CopyObject,
  CreateBucket,
  CreateMultipartUpload,
  DeleteBucket,
  DeleteObject,
  DeleteObjects,
  GetBucketLocation,
  GetBucketNotificationConfiguration,
  GetBucketVersioning,
  GetObject,
  HeadBucket,
  HeadObject,
  ListBuckets,
  ListObjects,
  ListObjectsV2,
  ListParts,
  PutBucketNotificationConfiguration,
  PutObject,
  UploadPart,
  UploadPartCopy,
];
