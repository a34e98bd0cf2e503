import type {
  ListCrawlersRequest,
  ListCrawlersResponse,
} from '@aws-sdk/client-glue';
import { glueOperation } from '../operation';
import { page } from '../paging';
import { namesWithTags } from '../tagged';
import { paging, tags } from '../validation/common';
import { structure } from '../../../protocol/shape';

export const ListCrawlers = glueOperation<
  ListCrawlersRequest,
  ListCrawlersResponse
>({
  name: 'ListCrawlers',
  input: structure({}, { Tags: tags, ...paging(1000) }),
  handle(input, context) {
    const { rows, NextToken } = page(
      input,
      1000,
      namesWithTags(context, 'crawler', input.Tags),
      crawlerName => crawlerName,
    );
    return { CrawlerNames: rows, NextToken };
  },
});
