import { Operation } from '../../../protocol/operation';
import { checkMembers } from '../../checkMembers';
import { clusterOutput, clusters, findCluster } from '../Cluster';

/** The database stays: the warehouse of this machine is shared by all clusters. */
export const deleteCluster: Operation<{ ClusterIdentifier: string }> = {
  name: 'DeleteCluster',
  handle(input, context) {
    checkMembers(
      { ...input },
      { ClusterIdentifier: 'string!' },
      'InvalidParameterValue',
    );
    const cluster = findCluster(context, input.ClusterIdentifier);
    clusters(context).delete(input.ClusterIdentifier);
    return {
      Cluster: {
        ...clusterOutput(cluster, context),
        ClusterStatus: 'deleting',
      },
    };
  },
};
