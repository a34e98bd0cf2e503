import type {
  StopCrawlerScheduleRequest,
  StopCrawlerScheduleResponse,
} from '@aws-sdk/client-glue';
import { AwsError } from '../../../base/AwsError';
import { orchestratorOf } from '../engine/Orchestrator';
import { glueOperation } from '../operation';
import { changeSchedule } from '../store/changeSchedule';
import { glueStore } from '../store/GlueStore';
import { name } from '../validation/common';
import { structure } from '../../../protocol/shape';

/** A crawl that runs goes on. */
export const StopCrawlerSchedule = glueOperation<
  StopCrawlerScheduleRequest,
  StopCrawlerScheduleResponse
>({
  name: 'StopCrawlerSchedule',
  input: structure({ CrawlerName: name }),
  handle({ CrawlerName }, context) {
    changeSchedule(glueStore(context), CrawlerName, ({ Schedule }) => {
      if (Schedule?.State !== 'SCHEDULED') {
        throw new AwsError(
          'SchedulerNotRunningException',
          `The schedule of crawler ${CrawlerName} is not running.`,
        );
      }
      return { ...Schedule, State: 'NOT_SCHEDULED' };
    });
    orchestratorOf(context).schedules.crawlerChanged(CrawlerName);
    return {};
  },
});
