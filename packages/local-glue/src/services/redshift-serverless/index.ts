import type { Database } from 'better-sqlite3';
import type { Account } from '../../base/Account';
import { Service, withContext } from '../../protocol/operation';
import { RedshiftResources } from '../../store/RedshiftResources';
import type { NamedWarehouse, Warehouses } from '../../warehouse/Warehouses';
import type { ServerlessContext } from './context';
import { findNamespace, Namespace, namespaceWarehouse } from './Namespace';
import { CreateNamespace } from './operations/CreateNamespace';
import { CreateWorkgroup } from './operations/CreateWorkgroup';
import { DeleteNamespace } from './operations/DeleteNamespace';
import { DeleteWorkgroup } from './operations/DeleteWorkgroup';
import { GetNamespace } from './operations/GetNamespace';
import { GetWorkgroup } from './operations/GetWorkgroup';
import { ListNamespaces } from './operations/ListNamespaces';
import { ListWorkgroups } from './operations/ListWorkgroups';
import { UpdateNamespace } from './operations/UpdateNamespace';
import { UpdateWorkgroup } from './operations/UpdateWorkgroup';
import type { Workgroup } from './Workgroup';

export interface ServerlessDependencies extends Account {
  readonly database: Database;
  readonly warehouses: Warehouses;
}

export interface ServerlessService extends Service {
  /** Every workgroup, as what leads to a warehouse. */
  workgroups(): NamedWarehouse[];
}

export function redshiftServerlessService(
  dependencies: ServerlessDependencies,
): ServerlessService {
  const { accountId, region, database, warehouses } = dependencies;
  const context: ServerlessContext = {
    accountId,
    region,
    namespaces: new RedshiftResources<Namespace>(database, 'namespace'),
    workgroups: new RedshiftResources<Workgroup>(database, 'workgroup'),
    warehouses,
  };
  return {
    id: 'redshift-serverless',
    protocol: 'aws-json-1.1',
    targetPrefix: 'RedshiftServerless',
    timestampFormat: 'date-time',
    operations: withContext(context, [
      CreateNamespace,
      CreateWorkgroup,
      DeleteNamespace,
      DeleteWorkgroup,
      GetNamespace,
      GetWorkgroup,
      ListNamespaces,
      ListWorkgroups,
      UpdateNamespace,
      UpdateWorkgroup,
    ]),
    workgroups: () =>
      context.workgroups.list().map(workgroup => ({
        name: workgroup.workgroupName,
        arns: [workgroup.workgroupArn],
        owner: namespaceWarehouse(
          findNamespace(context, workgroup.namespaceName),
        ),
        address: workgroup.endpoint.address,
      })),
  };
}
