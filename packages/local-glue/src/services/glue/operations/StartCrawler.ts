import type {
  StartCrawlerRequest,
  StartCrawlerResponse,
} from '@aws-sdk/client-glue';
import { orchestratorOf } from '../engine/Orchestrator';
import { glueOperation } from '../operation';
import { byName } from '../validation/common';

export const StartCrawler = glueOperation<
  StartCrawlerRequest,
  StartCrawlerResponse
>({
  name: 'StartCrawler',
  input: byName,
  handle({ Name }, context) {
    orchestratorOf(context).crawls.start(Name);
    return {};
  },
});
