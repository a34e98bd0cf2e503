import {
  AuthService,
  LoggerService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { CollectionQueue } from '../database/CollectionQueue';
import { Collector } from './Collector';
import { discoverWorkflows } from './discoverWorkflows';

/** After this the scheduler takes a round for dead and lets another replica begin one. */
const ROUND_TIMEOUT = { minutes: 10 };

/**
 * Looks up which workflows the catalog names and collects what is due, at the
 * idle interval, on one replica at a time.
 */
export async function scheduleCollection(options: {
  scheduler: SchedulerService;
  catalog: CatalogService;
  auth: AuthService;
  logger: LoggerService;
  queue: CollectionQueue;
  collector: Collector;
  /** Milliseconds between rounds. */
  idleMs: number;
}): Promise<void> {
  const { scheduler, catalog, auth, logger, queue, collector } = options;
  await scheduler.scheduleTask({
    id: 'collect-glue-workflows',
    scope: 'global',
    frequency: { milliseconds: options.idleMs },
    timeout: ROUND_TIMEOUT,
    fn: async () => {
      try {
        await queue.setWantedWorkflows(
          await discoverWorkflows({ catalog, auth, logger }),
        );
      } catch (error) {
        // Known workflows are collected all the same.
        logger.warn(`Cannot look up Glue workflows in the catalog: ${error}`);
      }
      await collector.collectDue();
    },
  });
}
