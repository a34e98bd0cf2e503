import type {
  GetCrawlersRequest,
  GetCrawlersResponse,
} from '@aws-sdk/client-glue';
import { glueOperation } from '../operation';
import { crawlerOutput } from '../outputs/crawler';
import { page } from '../paging';
import { paging } from '../validation/common';
import { structure } from '../../../protocol/shape';

export const GetCrawlers = glueOperation<
  GetCrawlersRequest,
  GetCrawlersResponse
>({
  name: 'GetCrawlers',
  input: structure({}, paging(1000)),
  handle(input, context) {
    const { store } = context;
    const { rows, NextToken } = page(
      input,
      1000,
      (after, limit) => store.crawlers.page(after, limit),
      crawler => crawler.Name,
    );
    return {
      Crawlers: rows.map(crawler => crawlerOutput(store, crawler)),
      NextToken,
    };
  },
});
