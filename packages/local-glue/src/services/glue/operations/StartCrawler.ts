import type {
  StartCrawlerRequest,
  StartCrawlerResponse,
} from '@aws-sdk/client-glue';
import { glueOperation } from '../operation';
import { byName } from '../validation/common';

export const StartCrawler = glueOperation<
  StartCrawlerRequest,
  StartCrawlerResponse
>({
  name: 'StartCrawler',
  input: byName,
  handle({ Name }, context) {
    context.orchestrator.crawls.start(Name);
    return {};
  },
});
