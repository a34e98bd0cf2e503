import type { CrawlRequest } from '../../../crawler/CrawlExecutor';
import type { StoredCrawler } from '../store/definitions';

/**
 * The S3 targets of a crawler.
 *
 * @throws Error that names the first thing the crawler asks for and local-glue
 *   cannot do: crawling less than what was asked would look like success
 */
export function crawlTargets(crawler: StoredCrawler): CrawlRequest['targets'] {
  const { S3Targets = [], ...others } = crawler.Targets ?? {};
  for (const [kind, targets] of Object.entries(others)) {
    if (targets && targets.length > 0) {
      throw new Error(
        `Crawler ${crawler.Name} has ${kind}: local-glue crawls S3Targets only.`,
      );
    }
  }
  if (S3Targets.length === 0) {
    throw new Error(
      `Crawler ${crawler.Name} has no targets. Add an S3 path to Targets.S3Targets.`,
    );
  }
  const recrawl = crawler.RecrawlPolicy?.RecrawlBehavior ?? 'CRAWL_EVERYTHING';
  if (recrawl !== 'CRAWL_EVERYTHING') {
    throw new Error(
      `Crawler ${crawler.Name} has the recrawl policy ${recrawl}: local-glue supports CRAWL_EVERYTHING only.`,
    );
  }
  if (crawler.Classifiers && crawler.Classifiers.length > 0) {
    throw new Error(
      `Crawler ${crawler.Name} has the classifier ${crawler.Classifiers[0]}: local-glue has no custom classifiers.`,
    );
  }
  return S3Targets.map(({ Path = '', Exclusions = [] }) => ({
    path: Path,
    exclusions: Exclusions,
  }));
}
