import type { WarehouseNames } from '../../services/redshift-data';
import { workgroupEndpoint } from '../../services/redshift-serverless/Workgroup';
import {
  NamedWarehouse,
  ownWorkgroup,
  Warehouses,
} from '../../warehouse/Warehouses';
import type { Account } from '../../base/Account';
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
export function warehousesRoute(
  account: Account,
  warehouses: Warehouses,
  names: WarehouseNames,
): AdminRoute {
  return {
    method: 'GET',
    name: 'warehouses',
    async serve(_request, response) {
      const listed = listWarehouses(account, warehouses, names);
      response
        .writeHead(200, { 'content-type': 'application/json' })
        .end(JSON.stringify({ warehouses: listed }));
    },
  };
}

function listWarehouses(
  account: Account,
  warehouses: Warehouses,
  names: WarehouseNames,
): WarehouseListing[] {
  const { own } = warehouses;
  const named = (kind: WarehouseListing['kind'], found: NamedWarehouse[]) =>
    found.map(({ name, owner, address }) => ({
      kind,
      name,
      database: owner.firstDatabase,
      databases: warehouses.databasesOf(owner),
      endpoint: address,
      isOwn: false,
    }));
  return [
    {
      kind: 'workgroup',
      name: ownWorkgroup,
      database: own.firstDatabase,
      databases: own.databases(),
      endpoint: workgroupEndpoint(ownWorkgroup, 5439, account).address,
      isOwn: true,
    },
    ...named('workgroup', names.workgroups()),
    ...named('cluster', names.clusters()),
  ];
}
