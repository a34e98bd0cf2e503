import type { Account } from '../../base/Account';
import type { RedshiftResources } from '../../store/RedshiftResources';
import type { Warehouses } from '../../warehouse/Warehouses';
import type { Cluster } from './Cluster';

/** What the service's operations reach. */
export interface RedshiftContext extends Account {
  readonly clusters: RedshiftResources<Cluster>;
  readonly warehouses: Warehouses;
}
