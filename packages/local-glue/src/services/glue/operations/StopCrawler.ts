import type {
  StopCrawlerRequest,
  StopCrawlerResponse,
} from '@aws-sdk/client-glue';
import { glueOperation } from '../operation';
import { byName } from '../validation/common';

export const StopCrawler = glueOperation<
  StopCrawlerRequest,
  StopCrawlerResponse
>({
  name: 'StopCrawler',
  input: byName,
  handle({ Name }, context) {
    context.orchestrator.stopCrawler(Name);
    return {};
  },
});
