import type { Database } from 'better-sqlite3';
import type { BucketStore } from '../services/s3/BucketStore';
import type { Warehouses } from '../warehouse/Warehouses';
import type { CrawlExecutor } from '../crawler/CrawlExecutor';
import type { JobExecutor } from '../jobs/JobExecutor';

/** Where the server reports what it does. One line per event. */
export interface Log {
  info(message: string): void;
  warn(message: string): void;
  error(message: string): void;
}

/** Something that happened, as an event of EventBridge tells it. */
export interface Happening {
  /** `aws.s3` */
  source: string;
  /** `Object Created` */
  detailType: string;
  time: Date;
  /** ARNs of what it happened to. */
  resources: readonly string[];
  detail: Readonly<Record<string, unknown>>;
}

/** Where services tell what happens in them. */
export interface EventSink {
  /** Returns the event's id once every target has been told. */
  send(happening: Happening): string;
}

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
