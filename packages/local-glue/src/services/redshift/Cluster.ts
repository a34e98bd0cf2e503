import type { Account } from '../../base/Account';
import type { RedshiftResources } from '../../store/RedshiftResources';
import { AwsError } from '../../base/AwsError';
import { WarehouseOwner } from '../../warehouse/Warehouses';

/** A cluster, as the API describes it; passwords are never kept. */
export interface Cluster {
  ClusterIdentifier: string;
  ClusterNamespaceArn: string;
  NodeType: string;
  NumberOfNodes: number;
  MasterUsername: string;
  DBName: string;
  Port: number;
  Encrypted: boolean;
  PubliclyAccessible: boolean;
  /** Milliseconds since the epoch. */
  createdAt: number;
}

/** The databases that the cluster leads to. */
export function clusterWarehouse(cluster: Cluster): WarehouseOwner {
  return {
    kind: 'cluster',
    name: cluster.ClusterIdentifier,
    firstDatabase: cluster.DBName,
  };
}

/** Throws ClusterNotFound. */
export function findCluster(
  { clusters }: { clusters: RedshiftResources<Cluster> },
  name: string,
): Cluster {
  const cluster = clusters.get(name);
  if (cluster) return cluster;
  throw new AwsError('ClusterNotFound', `Cluster ${name} not found.`, 404);
}

export function clusterOutput(
  cluster: Cluster,
  { region }: Pick<Account, 'region'>,
) {
  const { createdAt, Port, ...members } = cluster;
  return {
    ...members,
    ClusterStatus: 'available',
    ClusterAvailabilityStatus: 'Available',
    // The name in it is how connections say which cluster they mean.
    Endpoint: {
      Address: `${cluster.ClusterIdentifier}.local.${region}.redshift.amazonaws.com`,
      Port,
    },
    ClusterCreateTime: new Date(createdAt),
    AvailabilityZone: `${region}a`,
  };
}
