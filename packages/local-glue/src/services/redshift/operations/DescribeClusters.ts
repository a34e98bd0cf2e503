import { redshiftOperation } from '../operation';
import { offsetPage } from '../../../protocol/offsetPage';
import { clusterOutput, findCluster } from '../Cluster';

interface Input {
  ClusterIdentifier?: string;
  MaxRecords?: number | string;
  Marker?: string;
}

export const DescribeClusters = redshiftOperation<Input>({
  name: 'DescribeClusters',
  handle({ ClusterIdentifier, MaxRecords, Marker }, context) {
    const found = ClusterIdentifier
      ? [findCluster(context, ClusterIdentifier)]
      : context.clusters.list();
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
});
