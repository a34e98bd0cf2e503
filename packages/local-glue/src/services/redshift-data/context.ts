import type { Warehouses } from '../../warehouse/Warehouses';
import type { WarehouseNames } from './dependencies';
import type { Statements } from './Statements';

/** What its operations reach. */
export interface RedshiftDataContext {
  readonly warehouses: Warehouses;
  readonly names: WarehouseNames;
  readonly statements: Statements;
}
