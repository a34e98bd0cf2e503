import { entityNotFound } from '../errors';
import type { StoredCrawler } from './definitions';
import type { GlueStore } from './GlueStore';

/**
 * Gives a crawler the schedule that `change` makes of its own.
 *
 * @throws AwsError EntityNotFoundException, and what `change` throws
 */
export function changeSchedule(
  store: GlueStore,
  crawlerName: string,
  change: (crawler: StoredCrawler) => StoredCrawler['Schedule'],
): void {
  store.transaction(() => {
    const crawler = store.crawlers.get(crawlerName);
    if (!crawler) throw entityNotFound('Crawler', crawlerName);
    const Schedule = change(crawler);
    store.crawlers.put({ ...crawler, Schedule, LastUpdated: new Date() });
  });
}
