import type {
  StopCrawlerScheduleRequest,
  StopCrawlerScheduleResponse,
} from '@aws-sdk/client-glue';
import { AwsError } from '../../../base/AwsError';
import { glueOperation } from '../operation';
import { changeSchedule } from '../store/changeSchedule';
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
    changeSchedule(context.store, CrawlerName, ({ Schedule }) => {
      if (Schedule?.State !== 'SCHEDULED') {
        throw new AwsError(
          'SchedulerNotRunningException',
          `The schedule of crawler ${CrawlerName} is not running.`,
        );
      }
      return { ...Schedule, State: 'NOT_SCHEDULED' };
    });
    context.orchestrator.schedules.crawlerChanged(CrawlerName);
    return {};
  },
});
