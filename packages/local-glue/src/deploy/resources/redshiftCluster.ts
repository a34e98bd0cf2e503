import { AwsError } from '../../protocol/errors';
import { physicalName } from '../physicalName';
import { dotted, typed } from './properties';
import { ResourceHandler, ResourceState } from './ResourceHandler';

/**
 * AWS::Redshift::Cluster. Ref is the cluster's identifier. The warehouse of
 * this machine has no nodes, so the only thing about a cluster that could be
 * changed in place does not exist: any change makes it anew, its tables stay.
 */
export const redshiftCluster: ResourceHandler = {
  type: 'AWS::Redshift::Cluster',
  noun: 'A Redshift cluster',
  replacedBy: ['DBName', 'MasterUsername'],
  givenName: ({ ClusterIdentifier }) => ClusterIdentifier,
  generatedName: (stack, logicalId) =>
    physicalName(stack, logicalId, 63).toLowerCase(),
  async create({ name, properties, context }) {
    const { Cluster } = await context.invoke('redshift', 'CreateCluster', {
      ...typed(properties, {
        numbers: ['AutomatedSnapshotRetentionPeriod', 'NumberOfNodes', 'Port'],
        booleans: ['AllowVersionUpgrade', 'Encrypted', 'PubliclyAccessible'],
      }),
      ClusterIdentifier: name,
    });
    return state(Cluster);
  },
  async update(request) {
    await this.delete(request);
    return this.create(request);
  },
  async delete({ name, context }) {
    await context.invoke('redshift', 'DeleteCluster', {
      ClusterIdentifier: name,
      SkipFinalClusterSnapshot: true,
    });
  },
};

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
