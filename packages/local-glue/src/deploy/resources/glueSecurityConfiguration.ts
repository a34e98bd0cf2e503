import { isFound } from '../existence';
import { ResourceHandler } from './ResourceHandler';

/**
 * AWS::Glue::SecurityConfiguration. Ref is its name. CloudFormation writes the
 * encryption of S3 in the plural, and replaces what changes.
 */
export const glueSecurityConfiguration: ResourceHandler = {
  type: 'AWS::Glue::SecurityConfiguration',
  noun: 'A Glue security configuration',
  async create({ name, properties, context }) {
    const { S3Encryptions, ...others } = properties.EncryptionConfiguration;
    await context.invoke('glue', 'CreateSecurityConfiguration', {
      Name: name,
      EncryptionConfiguration: { S3Encryption: S3Encryptions, ...others },
    });
    return { physicalId: name, attributes: {} };
  },
  // Every change of one replaces it.
  update: async ({ name }) => ({ physicalId: name, attributes: {} }),
  async delete({ name, context }) {
    await context.invoke('glue', 'DeleteSecurityConfiguration', { Name: name });
  },
  isThere: ({ name, context }) =>
    isFound(context.invoke('glue', 'GetSecurityConfiguration', { Name: name })),
};
