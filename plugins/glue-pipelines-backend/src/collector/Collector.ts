import { LoggerService } from '@backstage/backend-plugin-api';
import { assertError, InputError } from '@backstage/errors';
import {
  GluePipelinesSignal,
  parseWorkflowArn,
  WorkflowArn,
} from '@glue-pipelines/backstage-plugin-common';
import { setTimeout as sleep } from 'node:timers/promises';
import { GlueApi, GlueLocation } from '../aws/GlueApi';
import { CollectorConfig } from '../config';
import { CollectionQueue, Lease } from '../database/CollectionQueue';
import { RunStore } from '../database/RunStore';
import { collectWorkflow } from './collectWorkflow';
import { forEachLimited } from './forEachLimited';
import { mapRun } from './mapGlue';
import { retryDelayMs } from './retryDelay';

/** The most names that BatchGetWorkflows takes (AWS Glue API reference). */
const BATCH_SIZE = 25;
/** Leases taken at once, so that replicas share a long queue. */
const LEASES_AT_ONCE = 100;
/** How long a workflow stays reserved for a collector that has died, in milliseconds. */
const LEASE_MS = 60_000;
/** Workflows of one account and region that are read at once: more only meets the rate limits sooner. */
const READS_AT_ONCE = 4;
/** How often to look whether another collector has let go of a workflow, in milliseconds. */
const LEASE_POLL_MS = 100;
/**
 * An idle workflow is due a little before the next scheduled round, or each
 * round would come just too early for it and every second one would do nothing.
 */
const IDLE_SHARE = 0.8;

export interface CollectorOptions {
  glue: GlueApi;
  store: RunStore;
  queue: CollectionQueue;
  logger: LoggerService;
  config: CollectorConfig;
  /** Tells the pages that something changed. */
  publish: (signal: GluePipelinesSignal) => Promise<void>;
}

/**
 * Reads workflows and runs from Glue into the run store. It is the only part
 * that reads Glue; what is due, and that nobody else is at it, is up to the
 * collection queue.
 *
 * Rounds come from the scheduler, seldom. While runs are active, the process
 * that noticed follows them at the active interval until they have ended.
 */
export class Collector {
  private readonly abort = new AbortController();
  private readonly work = new Set<Promise<unknown>>();
  private following = false;
  private followAgain = false;

  constructor(private readonly options: CollectorOptions) {}

  /** Collects everything that is due, then goes on with what is active in the background. */
  async collectDue(): Promise<void> {
    await this.track(this.collectRound());
    this.follow();
  }

  /**
   * Collects one workflow now, or right after the collection that is under
   * way. Answers whether it was done in time; otherwise it goes on in the
   * background. Errors are stored with the workflow, not thrown.
   */
  async collectNow(arn: string, timeoutMs: number): Promise<boolean> {
    await this.options.queue.addWorkflows([arn]);
    await this.options.queue.requestCollection(arn);
    const done = this.track(this.collectRequested(arn, timeoutMs));
    return this.within(done, timeoutMs);
  }

  /**
   * Reads one ended run's graph that was not read before, because it is old.
   * @throws errors of GlueApi
   */
  async collectRun(arn: string, runId: string): Promise<void> {
    await this.track(this.collectOldRun(arn, runId));
  }

  /** Ends what is under way and gives the workflows back to other replicas. */
  async close(): Promise<void> {
    this.abort.abort();
    await Promise.allSettled([...this.work]);
  }

  private async collectRound(): Promise<void> {
    for (;;) {
      const leases = await this.lease(LEASES_AT_ONCE);
      await this.collectLeased(leases);
      if (leases.length < LEASES_AT_ONCE || this.abort.signal.aborted) {
        return;
      }
    }
  }

  private async collectRequested(
    arn: string,
    timeoutMs: number,
  ): Promise<boolean> {
    const requestedAt = new Date();
    const deadline = requestedAt.getTime() + timeoutMs;
    while (!this.abort.signal.aborted) {
      const leases = await this.lease(1, arn);
      if (leases.length > 0) {
        await this.collectLeased(leases);
        this.follow();
        return true;
      }
      const [workflow] = await this.options.store.getWorkflows([arn]);
      if (
        workflow?.attemptedAt &&
        Date.parse(workflow.attemptedAt) >= requestedAt.getTime()
      ) {
        return true;
      }
      if (Date.now() > deadline) {
        break;
      }
      await sleep(LEASE_POLL_MS);
    }
    this.follow();
    return false;
  }

  private async collectOldRun(arn: string, runId: string): Promise<void> {
    const { glue, store } = this.options;
    const workflow = parseWorkflowArn(arn);
    const run = await glue.readRun(workflow, runId, this.abort.signal);
    const [stored] = await store.getWorkflows([arn]);
    await store.saveRun(mapRun(workflow, run, stored?.definition));
  }

  private lease(limit: number, arn?: string) {
    return this.options.queue.lease({
      now: new Date(),
      until: leaseEnd(),
      limit,
      arn,
    });
  }

  private async collectLeased(leases: Lease[]): Promise<void> {
    const groups = new Map<string, LeasedWorkflow[]>();
    for (const lease of leases) {
      const workflow = parseWorkflowArn(lease.workflow.arn);
      const { partition, accountId, region } = workflow;
      const key = `${partition} ${accountId} ${region}`;
      groups.set(key, [...(groups.get(key) ?? []), { lease, workflow }]);
    }
    await Promise.all(
      [...groups.values()].map(async group => {
        for (let i = 0; i < group.length; i += BATCH_SIZE) {
          await this.collectBatch(group.slice(i, i + BATCH_SIZE));
        }
      }),
    );
  }

  private async collectBatch(batch: LeasedWorkflow[]): Promise<void> {
    const location: GlueLocation = batch[0].workflow;
    const { signal } = this.abort;
    await Promise.all(batch.map(({ lease }) => this.renew(lease)));
    try {
      const { workflows } = await this.options.glue.readWorkflows(
        location,
        batch.map(({ workflow }) => workflow.name),
        signal,
      );
      const byName = new Map(workflows.map(found => [found.Name, found]));
      await forEachLimited(batch, READS_AT_ONCE, leased =>
        this.settle(leased, () =>
          collectWorkflow(
            { ...this.options, signal, renew: () => this.renew(leased.lease) },
            leased.workflow,
            leased.lease.workflow,
            byName.get(leased.workflow.name),
          ),
        ),
      );
    } catch (error) {
      if (error instanceof InputError && batch.length > 1) {
        // One name that Glue does not accept must not take 24 others with it.
        for (const leased of batch) {
          await this.collectBatch([leased]);
        }
        return;
      }
      await Promise.all(
        batch.map(leased =>
          this.settle(leased, async () => {
            throw error;
          }),
        ),
      );
    }
  }

  /** Stores how the collection of a workflow ended, whatever happened. */
  private async settle(
    { lease, workflow }: LeasedWorkflow,
    collect: () => ReturnType<typeof collectWorkflow>,
  ): Promise<void> {
    const { queue, config, logger } = this.options;
    let changed: boolean;
    try {
      const { active, ...collected } = await collect();
      changed = await queue.finish(
        lease,
        {
          ...collected,
          dueAt: new Date(
            Date.now() +
              (active ? config.activeMs : config.idleMs * IDLE_SHARE),
          ),
        },
        new Date(),
      );
    } catch (error) {
      assertError(error);
      if (this.abort.signal.aborted) {
        await queue.release(lease);
        return;
      }
      logger.warn(`Cannot collect ${workflow.arn}: ${error.message}`);
      const delay = retryDelayMs(error, lease.workflow.failures, config);
      changed = await queue.finish(
        lease,
        { error: error.message, dueAt: new Date(Date.now() + delay) },
        new Date(),
      );
    }
    if (changed) {
      await this.options.publish({
        action: 'workflow-changed',
        workflowArn: workflow.arn,
      });
    }
  }

  private async renew(lease: Lease): Promise<void> {
    if (!(await this.options.queue.renew(lease, leaseEnd()))) {
      throw new Error(
        `Another collector has taken over ${lease.workflow.arn}, because this one was too slow`,
      );
    }
  }

  private follow(): void {
    this.followAgain = true;
    if (!this.following && !this.abort.signal.aborted) {
      this.following = true;
      this.track(this.followActive()).catch(error => {
        this.following = false;
        this.options.logger.error(
          `Stopped following active runs until the next scheduled round: ${error}`,
        );
      });
    }
  }

  private async followActive(): Promise<void> {
    const { signal } = this.abort;
    const { activeMs } = this.options.config;
    while (!signal.aborted) {
      this.followAgain = false;
      const next = await this.options.queue.nextActiveAt();
      if (next) {
        const wait = next.getTime() - Date.now();
        await this.pause(Math.min(activeMs, Math.max(LEASE_POLL_MS, wait)));
        await this.collectRound();
      } else if (!this.followAgain) {
        break;
      }
    }
    this.following = false;
  }

  /** Sleeps; shorter when the collector is closed. */
  private async pause(milliseconds: number): Promise<void> {
    const { signal } = this.abort;
    try {
      await sleep(milliseconds, undefined, { signal });
    } catch (error) {
      if (!signal.aborted) {
        throw error;
      }
    }
  }

  private async within(
    done: Promise<boolean>,
    timeoutMs: number,
  ): Promise<boolean> {
    const timer = new AbortController();
    const late = sleep(timeoutMs, false, { signal: timer.signal });
    try {
      return await Promise.race([done, late]);
    } finally {
      timer.abort();
      late.catch(() => undefined);
      done.catch(error =>
        this.options.logger.error(`Collection failed: ${error}`),
      );
    }
  }

  private track<T>(promise: Promise<T>): Promise<T> {
    const tracked = promise.finally(() => this.work.delete(tracked));
    this.work.add(tracked);
    return tracked;
  }
}

interface LeasedWorkflow {
  lease: Lease;
  workflow: WorkflowArn;
}

function leaseEnd() {
  return new Date(Date.now() + LEASE_MS);
}
