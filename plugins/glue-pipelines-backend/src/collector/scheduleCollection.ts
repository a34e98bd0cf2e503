import {
  AuthService,
  LoggerService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { CollectionQueue } from '../database/CollectionQueue';
import { Collector } from './Collector';
import { discoverWorkflows } from './discoverWorkflows';

/** After this the scheduler takes the replica that looks up entities for dead. */
const LOOKUP_TIMEOUT = { minutes: 1 };
/** The most between two rounds of a replica, in milliseconds: how soon one notices that another has died. */
const LONGEST_PAUSE_MS = 15_000;

/**
 * Looks up which workflows the catalog names, on one replica at a time, and
 * collects what is due on every replica: leases share the work.
 */
export async function scheduleCollection(options: {
  scheduler: SchedulerService;
  catalog: CatalogService;
  auth: AuthService;
  logger: LoggerService;
  queue: CollectionQueue;
  collector: Collector;
  /** Milliseconds between two looks at the catalog. */
  idleMs: number;
}): Promise<void> {
  const { scheduler, catalog, auth, logger, queue, collector } = options;
  await scheduler.scheduleTask({
    id: 'discover-glue-workflows',
    scope: 'global',
    frequency: { milliseconds: options.idleMs },
    timeout: LOOKUP_TIMEOUT,
    fn: async () => {
      try {
        await queue.setWantedWorkflows(
          await discoverWorkflows({ catalog, auth, logger }),
        );
      } catch (error) {
        // Known workflows are collected all the same.
        logger.warn(`Cannot look up Glue workflows in the catalog: ${error}`);
        return;
      }
      // What is new need not wait for the next round.
      await collector.startDue();
    },
  });
  await scheduler.scheduleTask({
    id: 'collect-glue-workflows',
    scope: 'local',
    frequency: { milliseconds: Math.min(options.idleMs, LONGEST_PAUSE_MS) },
    timeout: LOOKUP_TIMEOUT,
    fn: () => collector.startDue(),
  });
}
