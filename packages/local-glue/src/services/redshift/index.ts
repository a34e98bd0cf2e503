import type { Database } from 'better-sqlite3';
import type { Account } from '../../base/Account';
import { Service, withContext } from '../../protocol/operation';
import { RedshiftResources } from '../../store/RedshiftResources';
import type { NamedWarehouse, Warehouses } from '../../warehouse/Warehouses';
import { Cluster, clusterOutput, clusterWarehouse } from './Cluster';
import { CreateCluster } from './operations/CreateCluster';
import { DeleteCluster } from './operations/DeleteCluster';
import { DescribeClusters } from './operations/DescribeClusters';
import { ModifyCluster } from './operations/ModifyCluster';

export interface RedshiftDependencies extends Account {
  readonly database: Database;
  readonly warehouses: Warehouses;
}

export interface RedshiftService extends Service {
  /** Every cluster, as what leads to a warehouse. */
  clusters(): NamedWarehouse[];
}

export function redshiftService(
  dependencies: RedshiftDependencies,
): RedshiftService {
  const { accountId, region, database, warehouses } = dependencies;
  const clusters = new RedshiftResources<Cluster>(database, 'cluster');
  return {
    id: 'redshift',
    protocol: 'aws-query',
    xmlNamespace: 'http://redshift.amazonaws.com/doc/2012-12-01/',
    xmlListMembers: { Clusters: 'Cluster' },
    operations: withContext({ accountId, region, clusters, warehouses }, [
      CreateCluster,
      DeleteCluster,
      DescribeClusters,
      ModifyCluster,
    ]),
    clusters: () =>
      clusters.list().map(cluster => ({
        name: cluster.ClusterIdentifier,
        arns: [],
        owner: clusterWarehouse(cluster),
        address: clusterOutput(cluster, dependencies).Endpoint.Address,
      })),
  };
}
