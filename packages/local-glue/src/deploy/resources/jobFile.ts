import { AwsError } from '../../base/AwsError';
import { ResourceHandler, ResourceRequest } from './ResourceHandler';

/**
 * Custom::JobFile, by which the app of a pipeline puts a file of its jobs into
 * its own bucket: what its function does on AWS. `From` and `FromKey` name the
 * file in the bucket of assets.
 */
export const jobFile: ResourceHandler = {
  type: 'Custom::JobFile',
  noun: 'A file of jobs',
  uniqueName: (key, { Bucket }) => `${Bucket}/${key}`,
  create: copy,
  update: copy,
  async delete({ properties: { Bucket, Key }, context }) {
    await context.buckets.delete(Bucket, Key);
  },
  isThere: async ({ properties: { Bucket, Key }, context }) =>
    context.buckets.exists(Bucket) && (await context.buckets.has(Bucket, Key)),
};

async function copy({ name, properties, context }: ResourceRequest) {
  const { From, FromKey, Bucket, Key } = properties;
  context.buckets.check(Bucket);
  if (!(await context.buckets.has(From, FromKey))) {
    throw new AwsError(
      'NoSuchKey',
      `There is no object s3://${From}/${FromKey} to be s3://${Bucket}/${Key}`,
      404,
    );
  }
  const { stream } = await context.buckets.get(From, FromKey);
  await context.buckets.put(Bucket, Key, stream);
  return { physicalId: name, attributes: {} };
}
