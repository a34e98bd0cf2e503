import { redshiftOperation } from '../operation';
import { checkMembers } from '../../../protocol/checkMembers';
import { clusterOutput, clusterWarehouse, findCluster } from '../Cluster';

/** Its databases go with it (Amazon Redshift API Reference, "DeleteCluster"); a final snapshot is not made here. */
export const DeleteCluster = redshiftOperation<{ ClusterIdentifier: string }>({
  name: 'DeleteCluster',
  async handle(input, context) {
    checkMembers(
      { ...input },
      { ClusterIdentifier: 'string!' },
      'InvalidParameterValue',
    );
    const cluster = findCluster(context, input.ClusterIdentifier);
    context.clusters.delete(input.ClusterIdentifier);
    await context.warehouses.delete(clusterWarehouse(cluster));
    return {
      Cluster: {
        ...clusterOutput(cluster, context),
        ClusterStatus: 'deleting',
      },
    };
  },
});
