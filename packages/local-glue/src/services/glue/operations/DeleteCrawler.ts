import type {
  DeleteCrawlerRequest,
  DeleteCrawlerResponse,
} from '@aws-sdk/client-glue';
import { crawlerRunning, entityNotFound } from '../errors';
import { glueOperation } from '../operation';
import { untagDeleted } from '../tagged';
import { byName } from '../validation/common';

/** The tables that it wrote stay in the catalog. */
export const DeleteCrawler = glueOperation<
  DeleteCrawlerRequest,
  DeleteCrawlerResponse
>({
  name: 'DeleteCrawler',
  input: byName,
  handle({ Name }, context) {
    const { store } = context;
    store.transaction(() => {
      if (store.crawls.activeOfCrawler(Name)) throw crawlerRunning(Name);
      if (!store.crawlers.delete(Name)) throw entityNotFound('Crawler', Name);
      store.crawls.forget(Name);
      untagDeleted(context, 'crawler', Name);
    });
    context.orchestrator.schedules.crawlerChanged(Name);
    return {};
  },
});
