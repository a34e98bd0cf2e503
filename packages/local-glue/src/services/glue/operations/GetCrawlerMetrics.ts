import type {
  GetCrawlerMetricsRequest,
  GetCrawlerMetricsResponse,
} from '@aws-sdk/client-glue';
import { glueOperation } from '../operation';
import { crawlerMetrics } from '../outputs/crawler';
import { page } from '../paging';
import { name, paging } from '../validation/common';
import { list, structure } from '../../../protocol/shape';

export const GetCrawlerMetrics = glueOperation<
  GetCrawlerMetricsRequest,
  GetCrawlerMetricsResponse
>({
  name: 'GetCrawlerMetrics',
  input: structure(
    {},
    { CrawlerNameList: list(name, { max: 100 }), ...paging(1000) },
  ),
  handle({ CrawlerNameList = [], ...input }, context) {
    const { store } = context;
    const isWanted = (crawlerName: string) =>
      CrawlerNameList.length === 0 || CrawlerNameList.includes(crawlerName);
    const { rows, NextToken } = page(
      input,
      1000,
      (after, limit) =>
        store.crawlers
          .page(after, -1)
          .filter(({ Name }) => isWanted(Name))
          .slice(0, limit),
      crawler => crawler.Name,
    );
    return {
      CrawlerMetricsList: rows.map(({ Name }) => crawlerMetrics(store, Name)),
      NextToken,
    };
  },
});
