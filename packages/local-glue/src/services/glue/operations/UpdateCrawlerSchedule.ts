import type {
  UpdateCrawlerScheduleRequest,
  UpdateCrawlerScheduleResponse,
} from '@aws-sdk/client-glue';
import { checkScheduleExpression } from '../engine/triggerRules';
import { glueOperation } from '../operation';
import { changeSchedule } from '../store/changeSchedule';
import { name } from '../validation/common';
import { string, structure } from '../../../protocol/shape';

/**
 * A new expression starts the schedule, as it does in CreateCrawler and
 * UpdateCrawler, and an empty one removes it (the API reference leaves both
 * open).
 */
export const UpdateCrawlerSchedule = glueOperation<
  UpdateCrawlerScheduleRequest,
  UpdateCrawlerScheduleResponse
>({
  name: 'UpdateCrawlerSchedule',
  input: structure({ CrawlerName: name }, { Schedule: string() }),
  handle({ CrawlerName, Schedule }, context) {
    if (Schedule) checkScheduleExpression(Schedule);
    changeSchedule(context.store, CrawlerName, () =>
      Schedule
        ? { ScheduleExpression: Schedule, State: 'SCHEDULED' }
        : undefined,
    );
    context.orchestrator.schedules.crawlerChanged(CrawlerName);
    return {};
  },
});
