import type { Database } from 'better-sqlite3';
import type { Account } from '../../base/Account';
import type { EventSink } from '../../base/Happening';
import type { Log } from '../../base/Log';
import type { NamedWarehouse, Warehouses } from '../../warehouse/Warehouses';

/** What leads to warehouses, besides the workgroup that is always there. */
export interface WarehouseNames {
  clusters(): NamedWarehouse[];
  workgroups(): NamedWarehouse[];
}

/** What the service is made with. */
export interface RedshiftDataDependencies extends Account {
  /** Absolute path of the folder that holds all state. */
  readonly dataDir: string;
  readonly database: Database;
  readonly log: Log;
  readonly warehouses: Warehouses;
  readonly names: WarehouseNames;
  readonly events: EventSink;
}
