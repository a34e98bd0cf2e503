import type {
  StopCrawlerRequest,
  StopCrawlerResponse,
} from '@aws-sdk/client-glue';
import { orchestratorOf } from '../engine/Orchestrator';
import { glueOperation } from '../operation';
import { byName } from '../validation/common';

export const StopCrawler = glueOperation<
  StopCrawlerRequest,
  StopCrawlerResponse
>({
  name: 'StopCrawler',
  input: byName,
  handle({ Name }, context) {
    orchestratorOf(context).stopCrawler(Name);
    return {};
  },
});
