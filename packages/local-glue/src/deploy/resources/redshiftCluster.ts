import { AwsError } from '../../base/AwsError';
import { isFound } from '../existence';
import { lowerCaseNameByStack } from '../physicalName';
import { dotted, typed } from './properties';
import { ResourceHandler, ResourceState } from './ResourceHandler';

/**
 * AWS::Redshift::Cluster. Ref is the cluster's identifier. A change of its
 * nodes changes it in place, and its tables stay.
 */
export const redshiftCluster: ResourceHandler = {
  type: 'AWS::Redshift::Cluster',
  noun: 'A Redshift cluster',
  generatedName: lowerCaseNameByStack,
  async create({ name, properties, context }) {
    const { Cluster } = await context.invoke(
      'redshift',
      'CreateCluster',
      input(properties, name),
    );
    return state(Cluster);
  },
  async update({ name, properties, context }) {
    const { Cluster } = await context.invoke(
      'redshift',
      'ModifyCluster',
      input(properties, name),
    );
    return state(Cluster);
  },
  async delete({ name, context }) {
    await context.invoke('redshift', 'DeleteCluster', {
      ClusterIdentifier: name,
      SkipFinalClusterSnapshot: true,
    });
  },
  isThere: ({ name, context }) =>
    isFound(
      context.invoke('redshift', 'DescribeClusters', {
        ClusterIdentifier: name,
      }),
    ),
};

function input(
  properties: Record<string, unknown>,
  name: string,
): Record<string, unknown> {
  return {
    ...typed(properties, {
      numbers: ['AutomatedSnapshotRetentionPeriod', 'NumberOfNodes', 'Port'],
      booleans: ['AllowVersionUpgrade', 'Encrypted', 'PubliclyAccessible'],
    }),
    ClusterIdentifier: name,
  };
}

function state(cluster: { ClusterIdentifier?: string }): ResourceState {
  if (!cluster.ClusterIdentifier) {
    throw new AwsError(
      'InternalServiceException',
      'CreateCluster answered without a ClusterIdentifier',
      500,
    );
  }
  return {
    physicalId: cluster.ClusterIdentifier,
    attributes: { ...dotted({ ...cluster }), Id: cluster.ClusterIdentifier },
  };
}
