import { isFound } from '../existence';
import { generateSecretString } from '../generateSecretString';
import { nameByLogicalId } from '../physicalName';
import { removed } from './properties';
import { ResourceHandler } from './ResourceHandler';

/**
 * AWS::SecretsManager::Secret. Ref is the secret's ARN. A generated secret is
 * generated once, and again only when the rules for it change.
 */
export const secret: ResourceHandler = {
  type: 'AWS::SecretsManager::Secret',
  noun: 'A secret',
  generatedName: (_stack, logicalId) => nameByLogicalId(logicalId),
  async create({ name, properties, context }) {
    const { ARN } = await context.invoke('secretsmanager', 'CreateSecret', {
      Name: name,
      Description: properties.Description,
      KmsKeyId: properties.KmsKeyId,
      Tags: properties.Tags,
      SecretString: properties.GenerateSecretString
        ? generateSecretString(properties.GenerateSecretString)
        : properties.SecretString,
    });
    return { physicalId: ARN, attributes: { Id: ARN } };
  },
  async update({ properties, context, previous, written }) {
    const { physicalId } = previous;
    const changed = (name: string) =>
      JSON.stringify(previous.properties[name]) !==
      JSON.stringify(written[name]);
    let secretString: string | undefined;
    if (changed('GenerateSecretString') && properties.GenerateSecretString) {
      secretString = generateSecretString(properties.GenerateSecretString);
    } else if (changed('SecretString')) {
      secretString = properties.SecretString;
    }
    await context.invoke('secretsmanager', 'UpdateSecret', {
      SecretId: physicalId,
      Description: properties.Description,
      KmsKeyId: properties.KmsKeyId,
      ...removed(previous.properties, properties, { Description: '' }),
      SecretString: secretString,
    });
    return { physicalId, attributes: { Id: physicalId } };
  },
  async delete({ name, context }) {
    await context.invoke('secretsmanager', 'DeleteSecret', {
      SecretId: name,
      ForceDeleteWithoutRecovery: true,
    });
  },
  isThere: ({ name, context }) =>
    isFound(
      context.invoke('secretsmanager', 'DescribeSecret', { SecretId: name }),
    ),
};
