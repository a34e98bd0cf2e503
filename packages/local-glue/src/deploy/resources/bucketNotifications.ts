import { ResourceHandler } from './ResourceHandler';

/** Whether a notification configuration of CloudFormation or of the CDK turns EventBridge on. */
export function turnsEventBridgeOn(configuration: unknown): boolean {
  const { EventBridgeConfiguration: on } = (configuration ?? {}) as {
    EventBridgeConfiguration?: { EventBridgeEnabled?: unknown };
  };
  return on !== undefined && String(on.EventBridgeEnabled ?? true) === 'true';
}

/**
 * Custom::S3BucketNotifications, with which the CDK configures a bucket's
 * notifications (`eventBridgeEnabled`). Notifications to Lambda functions,
 * queues and topics are left out.
 */
export const bucketNotifications: ResourceHandler = {
  type: 'Custom::S3BucketNotifications',
  noun: 'The configuration of notifications of the bucket',
  leavesOut({ NotificationConfiguration }) {
    if (!turnsEventBridgeOn(NotificationConfiguration)) return 'all';
    return Object.keys(NotificationConfiguration).length > 1
      ? 'part'
      : 'nothing';
  },
  async create({ name, context }) {
    context.buckets.check(name);
    await context.buckets.notifications.setEventBridgeEnabled(name, true);
    return { physicalId: name, attributes: {} };
  },
  async update(request) {
    return this.create(request);
  },
  async delete({ name, context }) {
    context.buckets.check(name);
    await context.buckets.notifications.setEventBridgeEnabled(name, false);
  },
  isThere: async ({ name, context }) =>
    context.buckets.exists(name) &&
    context.buckets.notifications.isEventBridgeEnabled(name),
};
