import { AwsError } from '../../base/AwsError';
import { lowerCaseNameByStack } from '../physicalName';
import { turnsEventBridgeOn } from './bucketNotifications';
import { ResourceHandler, ResourceState } from './ResourceHandler';

/**
 * AWS::S3::Bucket. Ref is the bucket's name. As on AWS a bucket with objects
 * is not deleted, unless the CDK marked it for that (`autoDeleteObjects`, by
 * the tag that its clean-up function looks for).
 */
export const bucket: ResourceHandler = {
  type: 'AWS::S3::Bucket',
  noun: 'A bucket',
  generatedName: lowerCaseNameByStack,
  async create({ name, properties, context }) {
    if (context.buckets.exists(name)) {
      throw new AwsError(
        'BucketAlreadyOwnedByYou',
        `The bucket "${name}" exists already`,
        409,
      );
    }
    context.buckets.create(name);
    if (turnsEventBridgeOn(properties.NotificationConfiguration)) {
      await context.buckets.notifications.setEventBridgeEnabled(name, true);
    }
    return state(name, context.region);
  },
  async update({ name, properties, previous, context }) {
    context.buckets.check(name);
    const isOn = turnsEventBridgeOn(properties.NotificationConfiguration);
    const { NotificationConfiguration: before } = previous.properties;
    // A bucket that says nothing of it may have been configured otherwise.
    if (isOn !== turnsEventBridgeOn(before)) {
      await context.buckets.notifications.setEventBridgeEnabled(name, isOn);
    }
    return state(name, context.region);
  },
  async delete({ name, properties, context }) {
    const tags: { Key: string; Value: string }[] = properties.Tags ?? [];
    const force = tags.some(
      ({ Key, Value }) =>
        Key === 'aws-cdk:auto-delete-objects' && String(Value) === 'true',
    );
    await context.buckets.remove(name, { force });
  },
  isThere: async ({ name, context }) => context.buckets.exists(name),
};

function state(name: string, region: string): ResourceState {
  return {
    physicalId: name,
    attributes: {
      Arn: `arn:aws:s3:::${name}`,
      DomainName: `${name}.s3.amazonaws.com`,
      DualStackDomainName: `${name}.s3.dualstack.${region}.amazonaws.com`,
      RegionalDomainName: `${name}.s3.${region}.amazonaws.com`,
      WebsiteURL: `http://${name}.s3-website-${region}.amazonaws.com`,
    },
  };
}
