import {
  AuthService,
  LoggerService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { NotificationService } from '@backstage/plugin-notifications-node';
import { Knex } from 'knex';
import { RunChanges } from '../changes/RunChanges';
import { namingEntities } from '../collector/namingEntities';
import { CostConfig, NotificationsConfig } from '../config';
import { databaseClock } from '../database/databaseClock';
import { WorkflowSummaries } from '../database/WorkflowSummaries';
import { WorkflowOwners } from '../service/WorkflowOwners';
import { Digests } from './digest/Digests';
import { findLateness } from './findLateness';
import { findOverruns } from './findOverruns';
import { KnexNotices } from './KnexNotices';
import { noticeOf } from './noticeOf';
import { NoticeSender } from './NoticeSender';
import { OwningEntities } from './OwningEntities';
import { promisedDurations } from './promisedDurations';

/**
 * Tells the owners of workflows what they should know: from what becomes of
 * runs, and from promises of freshness and how long runs take, which are judged
 * at intervals.
 */
export async function startNotifications(options: {
  knex: Knex;
  changes: RunChanges;
  owners: WorkflowOwners;
  catalog: CatalogService;
  auth: AuthService;
  scheduler: SchedulerService;
  notifications: NotificationService;
  logger: LoggerService;
  config: NotificationsConfig;
  price: CostConfig;
  /** Milliseconds between two looks at promises. */
  idleMs: number;
}): Promise<NoticeSender> {
  const { knex, changes, owners, scheduler, logger, config } = options;
  const notices = new KnexNotices(knex);
  const sender = new NoticeSender({
    notices,
    entities: new OwningEntities(options),
    notifications: options.notifications,
    logger,
    price: options.price,
    perOwnerAndHour: config.perOwnerAndHour,
  });
  changes.subscribe(async change => {
    const notice = noticeOf(change, await notices.standing(change.workflowArn));
    if (
      notice &&
      config.kinds.has(notice.kind) &&
      (await notices.add(notice))
    ) {
      sender.wake();
    }
  });

  const clock = databaseClock(knex);
  const summaries = new WorkflowSummaries(knex);
  if (config.kinds.has('lateness')) {
    await scheduler.scheduleTask({
      id: 'judge-freshness',
      scope: 'global',
      frequency: { milliseconds: options.idleMs },
      timeout: { minutes: 5 },
      fn: async () => {
        const found = { owners, summaries, logger };
        for await (const entity of namingEntities(options)) {
          const late = await findLateness(entity, await clock(), found);
          for (const notice of late) {
            await notices.add(notice);
          }
        }
        sender.wake();
      },
    });
  }
  if (config.kinds.has('overrun')) {
    await scheduler.scheduleTask({
      id: 'judge-durations',
      scope: 'global',
      frequency: { milliseconds: options.idleMs },
      timeout: { minutes: 5 },
      fn: async () => {
        const runs = await summaries.activeRuns();
        const promised = await promisedDurations(runs, options);
        for (const notice of findOverruns(runs, promised, await clock())) {
          await notices.add(notice);
        }
        sender.wake();
      },
    });
  }
  if (config.digest) {
    const digests = new Digests({
      ...options,
      notices,
      schedule: config.digest,
    });
    await scheduler.scheduleTask({
      id: 'make-digests',
      scope: 'global',
      frequency: { minutes: 5 },
      timeout: { minutes: 30 },
      fn: async () => {
        await digests.makeDue();
        sender.wake();
      },
    });
  }
  await scheduler.scheduleTask({
    id: 'send-notifications',
    scope: 'global',
    frequency: { minutes: 1 },
    timeout: { minutes: 5 },
    fn: async () => {
      await notices.prune();
      sender.wake();
    },
  });
  return sender;
}
