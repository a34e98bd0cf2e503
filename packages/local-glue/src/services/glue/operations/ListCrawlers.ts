import type {
  ListCrawlersRequest,
  ListCrawlersResponse,
} from '@aws-sdk/client-glue';
import { glueOperation } from '../operation';
import { page } from '../paging';
import { glueStore } from '../store/GlueStore';
import { hasTags } from '../tagged';
import { paging, tags } from '../validation/common';
import { structure } from '../validation/shape';

export const ListCrawlers = glueOperation<
  ListCrawlersRequest,
  ListCrawlersResponse
>({
  name: 'ListCrawlers',
  input: structure({}, { Tags: tags, ...paging(1000) }),
  handle(input, context) {
    const { crawlers } = glueStore(context);
    const { rows, NextToken } = page(
      input,
      1000,
      (after, limit) =>
        crawlers
          .page(after, -1)
          .filter(({ Name }) => hasTags(context, 'crawler', Name, input.Tags))
          .slice(0, limit),
      crawler => crawler.Name,
    );
    return { CrawlerNames: rows.map(crawler => crawler.Name), NextToken };
  },
});
