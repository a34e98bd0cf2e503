import type {
  Crawler,
  CrawlerHistory,
  CrawlerHistoryState,
  CrawlerMetrics,
  CrawlState,
  LastCrawlStatus,
} from '@aws-sdk/client-glue';
import type { StoredCrawl } from '../store/CrawlStore';
import type { StoredCrawler } from '../store/definitions';
import type { GlueStore } from '../store/GlueStore';

/** A crawler as the API returns it, with what its crawls say about it. */
export function crawlerOutput(
  store: GlueStore,
  crawler: StoredCrawler,
  now: Date = new Date(),
): Crawler {
  const active = store.crawls.activeOfCrawler(crawler.Name);
  const [last] = store.crawls.lastEnded(crawler.Name, 1);
  return {
    ...crawler,
    State: crawlerState(active),
    // Milliseconds.
    CrawlElapsedTime: active ? now.getTime() - active.StartedOn.getTime() : 0,
    LastCrawl: last && {
      Status: last.State as LastCrawlStatus,
      ErrorMessage: last.ErrorMessage,
      LogGroup: last.LogGroup,
      LogStream: last.LogStream,
      MessagePrefix: last.id,
      StartTime: last.StartedOn,
    },
  };
}

function crawlerState(active: StoredCrawl | undefined) {
  if (!active) return 'READY';
  return active.State === 'CANCELLING' ? 'STOPPING' : 'RUNNING';
}

const HISTORY_STATES: Record<CrawlState, CrawlerHistoryState> = {
  RUNNING: 'RUNNING',
  CANCELLING: 'RUNNING',
  CANCELLED: 'STOPPED',
  SUCCEEDED: 'COMPLETED',
  FAILED: 'FAILED',
  ERROR: 'FAILED',
};

/** A crawl as ListCrawls returns it. */
export function crawlerHistory(crawl: StoredCrawl): CrawlerHistory {
  return {
    CrawlId: crawl.id,
    State: HISTORY_STATES[crawl.State],
    StartTime: crawl.StartedOn,
    EndTime: crawl.CompletedOn,
    Summary: crawl.summary,
    ErrorMessage: crawl.ErrorMessage,
    LogGroup: crawl.LogGroup,
    LogStream: crawl.LogStream,
    MessagePrefix: crawl.id,
    // Nothing is billed here.
    DPUHour: 0,
  };
}

/** The median is that of the newest crawls, as many as these. */
const MEASURED_CRAWLS = 100;

/**
 * The table counts are those of the last crawl (the API reference leaves open
 * whether they are those of all).
 */
export function crawlerMetrics(
  store: GlueStore,
  crawlerName: string,
  now: Date = new Date(),
): CrawlerMetrics {
  const ended = store.crawls.lastEnded(crawlerName, MEASURED_CRAWLS);
  const active = store.crawls.activeOfCrawler(crawlerName);
  const seconds = ended.map(crawl =>
    secondsBetween(crawl.StartedOn, crawl.CompletedOn ?? crawl.StartedOn),
  );
  const median = medianOf(seconds);
  const [last] = ended;
  return {
    CrawlerName: crawlerName,
    TimeLeftSeconds: active
      ? Math.max(0, median - secondsBetween(active.StartedOn, now))
      : 0,
    StillEstimating: active !== undefined && ended.length === 0,
    LastRuntimeSeconds: seconds[0] ?? 0,
    MedianRuntimeSeconds: median,
    TablesCreated: last?.tablesCreated ?? 0,
    TablesUpdated: last?.tablesUpdated ?? 0,
    TablesDeleted: last?.tablesDeleted ?? 0,
  };
}

function secondsBetween(from: Date, to: Date): number {
  return (to.getTime() - from.getTime()) / 1000;
}

function medianOf(values: number[]): number {
  if (values.length === 0) return 0;
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1
    ? sorted[middle]
    : (sorted[middle - 1] + sorted[middle]) / 2;
}
