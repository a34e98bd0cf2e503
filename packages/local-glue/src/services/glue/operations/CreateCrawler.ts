import type {
  CreateCrawlerRequest,
  CreateCrawlerResponse,
} from '@aws-sdk/client-glue';
import { checkCrawler, crawlerDefaults } from '../engine/crawlerRules';
import { alreadyExists } from '../errors';
import { glueOperation } from '../operation';
import { tagCreated } from '../tagged';
import { name, tags } from '../validation/common';
import {
  crawlerMembers,
  crawlerRole,
  crawlerTargets,
} from '../validation/crawlers';
import { structure } from '../../../protocol/shape';

export const CreateCrawler = glueOperation<
  CreateCrawlerRequest,
  CreateCrawlerResponse
>({
  name: 'CreateCrawler',
  input: structure(
    { Name: name, Role: crawlerRole, Targets: crawlerTargets },
    { ...crawlerMembers, Tags: tags },
  ),
  handle(input, context) {
    const { Tags, Schedule, ...definition } = input;
    checkCrawler(input);
    const { store } = context;
    const { Name } = input;
    store.transaction(() => {
      if (store.crawlers.get(Name)) throw alreadyExists('Crawler', Name);
      const now = new Date();
      store.crawlers.put({
        ...definition,
        ...crawlerDefaults(input),
        Schedule: Schedule
          ? { ScheduleExpression: Schedule, State: 'SCHEDULED' }
          : undefined,
        CreationTime: now,
        LastUpdated: now,
        Version: 1,
      });
      tagCreated(context, 'crawler', Name, Tags);
    });
    context.orchestrator.schedules.crawlerChanged(Name);
    return {};
  },
});
