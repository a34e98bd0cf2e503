import { Operation } from '../../../protocol/operation';
import { offsetPage } from '../../../protocol/offsetPage';
import { clusterOutput, clusters, findCluster } from '../Cluster';

interface Input {
  ClusterIdentifier?: string;
  MaxRecords?: number | string;
  Marker?: string;
}

export const describeClusters: Operation<Input> = {
  name: 'DescribeClusters',
  handle({ ClusterIdentifier, MaxRecords, Marker }, context) {
    const found = ClusterIdentifier
      ? [findCluster(context, ClusterIdentifier)]
      : clusters(context).list();
    const { items, nextToken } = offsetPage(
      found,
      Marker || undefined,
      MaxRecords === undefined ? undefined : Number(MaxRecords),
      100,
    );
    return {
      Marker: nextToken,
      Clusters: items.map(cluster => clusterOutput(cluster, context)),
    };
  },
};
