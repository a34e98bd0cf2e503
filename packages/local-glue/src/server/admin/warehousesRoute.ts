import {
  clusterOutput,
  clusters,
  clusterWarehouse,
} from '../../services/redshift/Cluster';
import {
  findNamespace,
  namespaceWarehouse,
} from '../../services/redshift-serverless/Namespace';
import {
  ownWorkgroup,
  workgroupEndpoint,
  workgroups,
} from '../../services/redshift-serverless/Workgroup';
import { ServerContext } from '../context';
import { AdminRoute } from './AdminRoutes';

/** A warehouse by the name under which clients reach it. */
export interface WarehouseListing {
  kind: 'workgroup' | 'cluster';
  name: string;
  /** The database that was made with it. */
  database: string;
  databases: string[];
  /** The address in JDBC URLs that lead to it. */
  endpoint: string;
  /** Whether it is the one that is always there. */
  isOwn: boolean;
}

/** `GET /_local-glue/warehouses`: every workgroup and cluster with its databases, the server's own first. */
export function warehousesRoute(context: ServerContext): AdminRoute {
  return {
    method: 'GET',
    name: 'warehouses',
    async serve(_request, response) {
      const warehouses = listWarehouses(context);
      response
        .writeHead(200, { 'content-type': 'application/json' })
        .end(JSON.stringify({ warehouses }));
    },
  };
}

function listWarehouses(context: ServerContext): WarehouseListing[] {
  const { warehouses } = context;
  const { own } = warehouses;
  const listings: WarehouseListing[] = [
    {
      kind: 'workgroup',
      name: ownWorkgroup,
      database: own.firstDatabase,
      databases: own.databases(),
      endpoint: workgroupEndpoint(ownWorkgroup, 5439, context).address,
      isOwn: true,
    },
  ];
  for (const workgroup of workgroups(context).list()) {
    const owner = namespaceWarehouse(
      findNamespace(context, workgroup.namespaceName),
    );
    listings.push({
      kind: 'workgroup',
      name: workgroup.workgroupName,
      database: owner.firstDatabase,
      databases: warehouses.databasesOf(owner),
      endpoint: workgroup.endpoint.address,
      isOwn: false,
    });
  }
  for (const cluster of clusters(context).list()) {
    const owner = clusterWarehouse(cluster);
    listings.push({
      kind: 'cluster',
      name: cluster.ClusterIdentifier,
      database: owner.firstDatabase,
      databases: warehouses.databasesOf(owner),
      endpoint: clusterOutput(cluster, context).Endpoint.Address,
      isOwn: false,
    });
  }
  return listings;
}
