import type {
  GetCrawlerRequest,
  GetCrawlerResponse,
} from '@aws-sdk/client-glue';
import { entityNotFound } from '../errors';
import { glueOperation } from '../operation';
import { crawlerOutput } from '../outputs/crawler';
import { byName } from '../validation/common';

export const GetCrawler = glueOperation<GetCrawlerRequest, GetCrawlerResponse>({
  name: 'GetCrawler',
  input: byName,
  handle({ Name }, context) {
    const { store } = context;
    const crawler = store.crawlers.get(Name);
    if (!crawler) throw entityNotFound('Crawler', Name);
    return { Crawler: crawlerOutput(store, crawler) };
  },
});
