import type {
  StartCrawlerScheduleRequest,
  StartCrawlerScheduleResponse,
} from '@aws-sdk/client-glue';
import { AwsError } from '../../../base/AwsError';
import { glueOperation } from '../operation';
import { changeSchedule } from '../store/changeSchedule';
import { name } from '../validation/common';
import { structure } from '../../../protocol/shape';

export const StartCrawlerSchedule = glueOperation<
  StartCrawlerScheduleRequest,
  StartCrawlerScheduleResponse
>({
  name: 'StartCrawlerSchedule',
  input: structure({ CrawlerName: name }),
  handle({ CrawlerName }, context) {
    changeSchedule(context.store, CrawlerName, ({ Schedule }) => {
      if (!Schedule?.ScheduleExpression) {
        throw new AwsError(
          'NoScheduleException',
          `Crawler ${CrawlerName} has no schedule. Give it one with UpdateCrawlerSchedule.`,
        );
      }
      if (Schedule.State === 'SCHEDULED') {
        throw new AwsError(
          'SchedulerRunningException',
          `The schedule of crawler ${CrawlerName} is running already.`,
        );
      }
      return { ...Schedule, State: 'SCHEDULED' };
    });
    context.orchestrator.schedules.crawlerChanged(CrawlerName);
    return {};
  },
});
