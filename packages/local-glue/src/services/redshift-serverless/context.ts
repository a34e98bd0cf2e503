import type { Account } from '../../base/Account';
import type { RedshiftResources } from '../../store/RedshiftResources';
import type { Warehouses } from '../../warehouse/Warehouses';
import type { Namespace } from './Namespace';
import type { Workgroup } from './Workgroup';

/** What the service's operations reach. */
export interface ServerlessContext extends Account {
  readonly namespaces: RedshiftResources<Namespace>;
  readonly workgroups: RedshiftResources<Workgroup>;
  readonly warehouses: Warehouses;
}
