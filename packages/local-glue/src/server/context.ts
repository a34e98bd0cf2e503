import type { EventSink } from '../base/Happening';
import type { Log } from '../base/Log';
import type { Database } from 'better-sqlite3';
import type { BucketStore } from '../buckets/BucketStore';
import type { Warehouses } from '../warehouse/Warehouses';
import type { CrawlExecutor } from '../crawler/CrawlExecutor';
import type { JobExecutor } from '../jobs/JobExecutor';

/** What every operation can reach. Made once per server. */
export interface ServerContext {
  /** Absolute path of the folder that holds all state. */
  readonly dataDir: string;
  /** 12 digits; `000000000000` unless told otherwise. */
  readonly accountId: string;
  /** `us-east-1` unless told otherwise. */
  readonly region: string;
  /** Where this server listens, e.g. `http://127.0.0.1:4566`. */
  readonly endpoint: string;
  readonly database: Database;
  readonly log: Log;
  readonly buckets: BucketStore;
  readonly warehouses: Warehouses;
  readonly crawls: CrawlExecutor;
  readonly jobs: JobExecutor;
  readonly events: EventSink;
  /** Runs an operation of any service in process, with the rules a client would meet. Throws `AwsError`. */
  invoke<Output = any>(
    serviceId: string,
    operation: string,
    input: Record<string, unknown>,
  ): Promise<Output>;
}
