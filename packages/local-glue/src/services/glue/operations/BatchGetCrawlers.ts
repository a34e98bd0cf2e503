import type {
  BatchGetCrawlersRequest,
  BatchGetCrawlersResponse,
} from '@aws-sdk/client-glue';
import { glueOperation } from '../operation';
import { crawlerOutput } from '../outputs/crawler';
import { name } from '../validation/common';
import { list, structure } from '../../../protocol/shape';

export const BatchGetCrawlers = glueOperation<
  BatchGetCrawlersRequest,
  BatchGetCrawlersResponse
>({
  name: 'BatchGetCrawlers',
  input: structure({ CrawlerNames: list(name, { max: 100 }) }),
  handle({ CrawlerNames }, context) {
    const { store } = context;
    const found = CrawlerNames.flatMap(each => store.crawlers.get(each) ?? []);
    return {
      Crawlers: found.map(crawler => crawlerOutput(store, crawler)),
      CrawlersNotFound: CrawlerNames.filter(each => !store.crawlers.get(each)),
    };
  },
});
