import { ObjectInfo } from '../../buckets/BucketStore';
import { S3Context, S3Request } from './S3Operation';

/**
 * Tells EventBridge of an object that a request has made, where the bucket is
 * configured so. Fields as in "EventBridge event message structure" (Amazon S3
 * User Guide); `version-id` is of buckets with versions only.
 */
export function tellObjectCreated(
  request: S3Request,
  context: S3Context,
  { key, size, etag, lastModified }: ObjectInfo,
  reason: 'PutObject' | 'CopyObject' | 'CompleteMultipartUpload',
): void {
  tell(request, context, {
    detailType: 'Object Created',
    time: lastModified,
    object: { key, size, etag },
    reason: { reason },
  });
}

/** The same for an object that is gone. */
export function tellObjectDeleted(
  request: S3Request,
  context: S3Context,
  key: string,
): void {
  tell(request, context, {
    detailType: 'Object Deleted',
    time: new Date(),
    object: { key },
    // DeleteObjects has this reason as well.
    reason: {
      reason: 'DeleteObject',
      'deletion-type': 'Permanently Deleted',
    },
  });
}

function tell(
  { bucket, requestId, body }: S3Request,
  { buckets, accountId, events }: S3Context,
  what: {
    detailType: string;
    time: Date;
    object: Record<string, unknown>;
    reason: Record<string, unknown>;
  },
): void {
  if (!buckets.notifications.isEventBridgeEnabled(bucket)) return;
  events.send({
    source: 'aws.s3',
    detailType: what.detailType,
    time: what.time,
    resources: [`arn:aws:s3:::${bucket}`],
    detail: {
      version: '0',
      bucket: { name: bucket },
      object: { ...what.object, sequencer: sequencer() },
      'request-id': requestId,
      requester: accountId,
      'source-ip-address': body.socket.remoteAddress,
      ...what.reason,
    },
  });
}

let latest = 0n;

/** Hexadecimal; the greater one is of the later event, across restarts too. */
function sequencer(): string {
  const now = BigInt(Date.now()) * 1_000_000n;
  latest = now > latest ? now : latest + 1n;
  return latest.toString(16).toUpperCase().padStart(16, '0');
}
