import type { Database } from 'better-sqlite3';
import type { Account } from '../base/Account';
import type { Log } from '../base/Log';
import type { BucketStore } from '../buckets/BucketStore';
import type { DeployContext } from '../deploy/DeployContext';
import type { JobExecutor } from '../jobs/JobExecutor';
import type { Warehouses } from '../warehouse/Warehouses';

/**
 * The parts of a server, for those who run it inside their own program.
 *
 * @public
 */
export interface ServerContext extends Account, DeployContext {
  /** Absolute path of the folder that holds all state. */
  readonly dataDir: string;
  /** Where this server listens, e.g. `http://127.0.0.1:4566`. */
  readonly endpoint: string;
  readonly database: Database;
  readonly log: Log;
  readonly buckets: BucketStore;
  readonly warehouses: Warehouses;
  readonly jobs: JobExecutor;
}
