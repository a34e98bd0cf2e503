import { AwsError } from '../../base/AwsError';
import { isFound } from '../existence';
import { dotted, lowerCamelCase, upperCamelCase, without } from './properties';
import { ResourceHandler, ResourceState } from './ResourceHandler';

/** Properties of the namespace that the API has under other operations and this machine has no use for. */
const besides = [
  'NamespaceResourcePolicy',
  'SnapshotCopyConfigurations',
  'FinalSnapshotName',
  'FinalSnapshotRetentionPeriod',
];

/** AWS::RedshiftServerless::Namespace. Ref is the namespace's name. */
export const redshiftServerlessNamespace: ResourceHandler = {
  type: 'AWS::RedshiftServerless::Namespace',
  noun: 'A Redshift Serverless namespace',
  async create({ name, properties, context }) {
    const { namespace } = await context.invoke(
      'redshift-serverless',
      'CreateNamespace',
      input(properties, name),
    );
    return state(namespace);
  },
  async update({ name, properties, previous, context }) {
    // CloudFormation takes it for a change in place; the service has none.
    const { DbName: before = 'dev' } = previous.properties;
    const { DbName: now = 'dev' } = properties;
    if (now !== before) {
      throw new AwsError(
        'ValidationException',
        `DbName changes from "${before}" to "${now}": the database of a namespace is chosen when it is made, and UpdateNamespace has no member for it. Keep "${before}", or change NamespaceName together with it to make another namespace.`,
      );
    }
    const { namespace } = await context.invoke(
      'redshift-serverless',
      'UpdateNamespace',
      input(without(properties, 'DbName', 'Tags'), name),
    );
    return state(namespace);
  },
  async delete({ name, context }) {
    await context.invoke('redshift-serverless', 'DeleteNamespace', {
      namespaceName: name,
    });
  },
  isThere: ({ name, context }) =>
    isFound(
      context.invoke('redshift-serverless', 'GetNamespace', {
        namespaceName: name,
      }),
    ),
};

function input(
  properties: Record<string, unknown>,
  name: string,
): Record<string, unknown> {
  return {
    ...(lowerCamelCase(without(properties, ...besides)) as object),
    namespaceName: name,
  };
}

function state(namespace: { namespaceName: string }): ResourceState {
  return {
    physicalId: namespace.namespaceName,
    attributes: dotted({ Namespace: upperCamelCase(namespace) }),
  };
}
