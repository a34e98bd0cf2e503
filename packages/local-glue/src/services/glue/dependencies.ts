import type { Database } from 'better-sqlite3';
import type { Account } from '../../base/Account';
import type { EventSink } from '../../base/Happening';
import type { Log } from '../../base/Log';
import type { CrawlExecutor } from '../../crawler/CrawlExecutor';
import type { JobExecutor } from '../../jobs/JobExecutor';

/** What the service is made with. */
export interface GlueDependencies extends Account {
  /** Absolute path of the folder that holds all state. */
  readonly dataDir: string;
  readonly database: Database;
  readonly log: Log;
  readonly jobs: JobExecutor;
  readonly crawls: CrawlExecutor;
  readonly events: EventSink;
}
