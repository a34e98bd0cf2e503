import type {
  UpdateCrawlerRequest,
  UpdateCrawlerResponse,
} from '@aws-sdk/client-glue';
import { checkCrawler, checkTargetChange } from '../engine/crawlerRules';
import { crawlerRunning, entityNotFound } from '../errors';
import { glueOperation } from '../operation';
import { name } from '../validation/common';
import {
  crawlerMembers,
  crawlerRole,
  crawlerTargets,
} from '../validation/crawlers';
import { structure } from '../../../protocol/shape';

/** Members that are not given stay as they are. An empty Schedule removes the schedule. */
export const UpdateCrawler = glueOperation<
  UpdateCrawlerRequest,
  UpdateCrawlerResponse
>({
  name: 'UpdateCrawler',
  input: structure(
    { Name: name },
    { Role: crawlerRole, Targets: crawlerTargets, ...crawlerMembers },
  ),
  handle({ Schedule, ...changes }, context) {
    const { store } = context;
    const { Name } = changes;
    store.transaction(() => {
      const crawler = store.crawlers.get(Name);
      if (!crawler) throw entityNotFound('Crawler', Name);
      if (store.crawls.activeOfCrawler(Name)) throw crawlerRunning(Name);
      const changed = {
        ...crawler,
        ...changes,
        SchemaChangePolicy: {
          ...crawler.SchemaChangePolicy,
          ...changes.SchemaChangePolicy,
        },
      };
      checkCrawler({ ...changed, Schedule });
      checkTargetChange(crawler, changed);
      if (Schedule !== undefined) {
        changed.Schedule = Schedule
          ? { ScheduleExpression: Schedule, State: 'SCHEDULED' }
          : undefined;
      }
      store.crawlers.put({
        ...changed,
        LastUpdated: new Date(),
        Version: (crawler.Version ?? 1) + 1,
      });
    });
    context.orchestrator.schedules.crawlerChanged(Name);
    return {};
  },
});
