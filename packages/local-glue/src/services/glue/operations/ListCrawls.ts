import type {
  ListCrawlsRequest,
  ListCrawlsResponse,
} from '@aws-sdk/client-glue';
import { matchesFilter } from '../engine/crawlFilter';
import { entityNotFound } from '../errors';
import { glueOperation } from '../operation';
import { crawlerHistory } from '../outputs/crawler';
import { page } from '../paging';
import { name, paging } from '../validation/common';
import { list, oneOf, string, structure } from '../../../protocol/shape';

/** Newest first; "The default is 20, and maximum is 100" a page (AWS Glue API reference). */
export const ListCrawls = glueOperation<ListCrawlsRequest, ListCrawlsResponse>({
  name: 'ListCrawls',
  input: structure(
    { CrawlerName: name },
    {
      Filters: list(
        structure(
          {},
          {
            FieldName: oneOf(
              'CRAWL_ID',
              'STATE',
              'START_TIME',
              'END_TIME',
              'DPU_HOUR',
            ),
            FilterOperator: oneOf('GT', 'GE', 'LT', 'LE', 'EQ', 'NE'),
            FieldValue: string(),
          },
        ),
      ),
      ...paging(1000),
    },
  ),
  handle(
    { CrawlerName, Filters = [], MaxResults = 20, NextToken: token },
    context,
  ) {
    const { crawlers, crawls } = context.store;
    if (!crawlers.get(CrawlerName))
      throw entityNotFound('Crawler', CrawlerName);
    const { rows, NextToken } = page(
      { MaxResults, NextToken: token },
      100,
      (before, limit) =>
        crawls
          .page(CrawlerName, before, Filters.length > 0 ? -1 : limit)
          .filter(({ crawl }) =>
            Filters.every(filter =>
              matchesFilter(crawlerHistory(crawl), filter),
            ),
          )
          .slice(0, limit),
      row => row.sequence,
    );
    return {
      Crawls: rows.map(({ crawl }) => crawlerHistory(crawl)),
      NextToken,
    };
  },
});
