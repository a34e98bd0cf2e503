import { notImplemented } from '../../../buckets/errors';
import { receiveText } from '../receiveBody';
import { S3Operation } from '../S3Operation';
import { readS3Xml, writeS3Xml } from '../xml';

/** By their elements in the document: what the others would be sent to is not here. */
const destinations: Record<string, string> = {
  TopicConfiguration: 'notifications to SNS topics',
  QueueConfiguration: 'notifications to SQS queues',
  CloudFunctionConfiguration: 'notifications to Lambda functions',
};

export const GetBucketNotificationConfiguration: S3Operation = {
  name: 'GetBucketNotificationConfiguration',
  async handle({ bucket }, { buckets }) {
    buckets.check(bucket);
    const isEnabled = buckets.notifications.isEventBridgeEnabled(bucket);
    return {
      status: 200,
      body: writeS3Xml('NotificationConfiguration', {
        EventBridgeConfiguration: isEnabled ? {} : undefined,
      }),
    };
  },
};

/** Replaces the bucket's configuration: an empty one turns notifications off. */
export const PutBucketNotificationConfiguration: S3Operation = {
  name: 'PutBucketNotificationConfiguration',
  async handle(request, { buckets }) {
    const { bucket } = request;
    buckets.check(bucket);
    const document = readS3Xml(
      await receiveText(request, buckets),
      'NotificationConfiguration',
    );
    for (const [element, what] of Object.entries(destinations)) {
      if (element in document) {
        throw notImplemented(
          `${what} (${element}); it has EventBridgeConfiguration, whose rules can start Glue workflows`,
        );
      }
    }
    await buckets.notifications.setEventBridgeEnabled(
      bucket,
      'EventBridgeConfiguration' in document,
    );
    return { status: 200 };
  },
};
