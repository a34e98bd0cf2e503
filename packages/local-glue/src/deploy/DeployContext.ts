import type { Database } from 'better-sqlite3';
import type { Account } from '../base/Account';
import type { Log } from '../base/Log';
import type { BucketStore } from '../buckets/BucketStore';

/** What deployments reach of the server that they deploy to. */
export interface DeployContext extends Account {
  readonly database: Database;
  readonly log: Log;
  readonly buckets: BucketStore;
  /** Runs an operation of any service in process, with the rules a client would meet. Throws `AwsError`. */
  invoke<Output = any>(
    serviceId: string,
    operation: string,
    input: Record<string, unknown>,
  ): Promise<Output>;
}
