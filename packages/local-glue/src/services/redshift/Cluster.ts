import { AwsError } from '../../base/AwsError';
import { ServerContext } from '../../server/context';
import { WarehouseOwner } from '../../warehouse/Warehouses';
import { RedshiftResources } from '../../store/RedshiftResources';

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

export function clusters({ database }: ServerContext) {
  return new RedshiftResources<Cluster>(database, 'cluster');
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
export function findCluster(context: ServerContext, name: string): Cluster {
  const cluster = clusters(context).get(name);
  if (cluster) return cluster;
  throw new AwsError('ClusterNotFound', `Cluster ${name} not found.`, 404);
}

export function clusterOutput(cluster: Cluster, { region }: ServerContext) {
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
