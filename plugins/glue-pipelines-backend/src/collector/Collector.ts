import { LoggerService } from '@backstage/backend-plugin-api';
import { InputError, NotFoundError } from '@backstage/errors';
import {
  GluePipelinesSignal,
  parseWorkflowArn,
  WorkflowArn,
} from '@glue-pipelines/backstage-plugin-common';
import { setTimeout as sleep } from 'node:timers/promises';
import { GlueApi, GlueLocation } from '../aws/GlueApi';
import { detailsOf, remedyOf } from '../aws/awsErrors';
import { CollectorConfig } from '../config';
import {
  CollectionOutcome,
  CollectionQueue,
  Lease,
} from '../database/CollectionQueue';
import { KnexRunConfigurations } from '../database/KnexRunConfigurations';
import { RunStore } from '../database/RunStore';
import { jobArgumentsOf } from './collectConfigurations';
import { collectWorkflow } from './collectWorkflow';
import { forEachLimited } from './forEachLimited';
import { HeldLeases } from './HeldLeases';
import { mapRun } from './mapGlue';
import { nextDue } from './nextDue';
import { FoundWorkflow, readBatch } from './readBatch';
import { retryDelayMs } from './retryDelay';

/** The most names that BatchGetWorkflows takes (AWS Glue API reference). */
const BATCH_SIZE = 25;
/** Workflows of one account and region that are read at once: more only meets the rate limits sooner. */
const READS_AT_ONCE = 4;
/** How often to look whether another collector has let go of a workflow, in milliseconds. */
const LEASE_POLL_MS = 100;

export interface CollectorOptions {
  glue: GlueApi;
  store: RunStore;
  queue: CollectionQueue;
  configurations: KnexRunConfigurations;
  logger: LoggerService;
  config: CollectorConfig;
  /** Tells the pages that something changed. */
  publish: (signal: GluePipelinesSignal) => Promise<void>;
  /** How often leases are prolonged while work goes on, in milliseconds. */
  heartbeatMs?: number;
}

/**
 * Reads workflows and runs from Glue into the run store. It is the only part
 * that reads Glue; what is due, and that nobody else is at it, is up to the
 * collection queue.
 *
 * Each account and region has a lane of its own, so that one that is slow or
 * denied delays no other. Rounds come from the scheduler, on every replica.
 * While runs are active, replicas follow them at the active interval between
 * rounds.
 */
export class Collector {
  private readonly abort = new AbortController();
  private readonly work = new Set<Promise<unknown>>();
  private readonly lanes = new Map<string, Promise<void>>();
  private following = false;
  private followAgain = false;

  constructor(private readonly options: CollectorOptions) {}

  /**
   * Begins to collect everything that is due, and goes on with what is active
   * in the background. Waits for no account.
   */
  async startDue(): Promise<void> {
    await this.startLanes();
    this.follow();
  }

  /** Collects everything that is due. */
  async collectDue(): Promise<void> {
    await this.startDue();
    await Promise.all(this.lanes.values());
  }

  /**
   * Collects one workflow now, or right after the collection that is under
   * way. Answers whether it was done in time; otherwise it goes on in the
   * background. Errors are stored with the workflow, not thrown.
   * @param options.definition reads also its definition anew
   */
  async collectNow(
    arn: string,
    timeoutMs: number,
    options?: { definition?: boolean },
  ): Promise<boolean> {
    const { queue } = this.options;
    await queue.addWorkflows([arn]);
    const requestedAt = await queue.requestCollection(arn, options);
    const done = this.track(this.collectRequested(arn, requestedAt, timeoutMs));
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

  private async startLanes(): Promise<void> {
    for (const location of await this.options.queue.dueLocations()) {
      if (!this.lanes.has(location) && !this.abort.signal.aborted) {
        const lane = this.track(this.collectLane(location)).finally(() => {
          this.lanes.delete(location);
          this.follow();
        });
        this.lanes.set(location, lane);
      }
    }
  }

  /** Collects what is due in one account and region, batch after batch. */
  private async collectLane(location: string): Promise<void> {
    try {
      while (!this.abort.signal.aborted) {
        const leases = await this.options.queue.lease({
          limit: BATCH_SIZE,
          location,
        });
        if (leases.length === 0) {
          return;
        }
        await this.collectLeased(leases);
      }
    } catch (error) {
      this.options.logger.error(
        `Stopped collecting ${location} until the next round: ${error}`,
      );
    }
  }

  private async collectRequested(
    arn: string,
    requestedAt: Date,
    timeoutMs: number,
  ): Promise<boolean> {
    const deadline = Date.now() + timeoutMs;
    while (!this.abort.signal.aborted) {
      const leases = await this.options.queue.lease({ limit: 1, arn });
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
    const { glue, store, configurations } = this.options;
    const workflow = parseWorkflowArn(arn);
    const run = await glue.readRun(workflow, runId, this.abort.signal);
    const [stored] = await store.getWorkflows([arn]);
    await store.saveRun(mapRun(workflow, run, stored?.definition?.graph));
    await configurations.saveArguments(arn, runId, jobArgumentsOf(run));
  }

  /** @param leases of one account and region, at most as many as one call takes */
  private async collectLeased(leases: Lease[]): Promise<void> {
    const { queue, logger, heartbeatMs } = this.options;
    const held = new HeldLeases(queue, logger, leases, heartbeatMs);
    try {
      const batch: LeasedWorkflow[] = [];
      for (const lease of leases) {
        const workflow = await this.parsed(lease);
        if (workflow) {
          const lost = held.lossOf(lease);
          const settled = () => held.settled(lease);
          batch.push({ lease, workflow, lost, settled });
        }
      }
      if (batch.length > 0) {
        await this.collectBatch(batch);
      }
    } finally {
      await held.close();
    }
  }

  /** An ARN that was stored before it would have been refused is left to the next look at the catalog. */
  private async parsed(lease: Lease): Promise<WorkflowArn | undefined> {
    try {
      return parseWorkflowArn(lease.workflow.arn);
    } catch (error) {
      await this.options.queue.finish(lease, this.failure(lease, error));
      return undefined;
    }
  }

  private async collectBatch(batch: LeasedWorkflow[]): Promise<void> {
    const location: GlueLocation = batch[0].workflow;
    const { signal } = this.abort;
    let found: Map<string, FoundWorkflow>;
    try {
      found = await readBatch(
        this.options.glue,
        location,
        batch.map(({ workflow, lease }) => ({
          name: workflow.name,
          stored: lease.workflow,
        })),
        batch[0].lease.takenAt,
        signal,
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
      return;
    }
    await forEachLimited(batch, READS_AT_ONCE, leased =>
      this.settle(leased, () =>
        collectWorkflow(
          { ...this.options, signal: AbortSignal.any([signal, leased.lost]) },
          leased.workflow,
          leased.lease.workflow,
          found.get(leased.workflow.name),
        ),
      ),
    );
  }

  /** Stores how the collection of a workflow ended, whatever happened. */
  private async settle(
    { lease, workflow, lost, settled }: LeasedWorkflow,
    collect: () => ReturnType<typeof collectWorkflow>,
  ): Promise<void> {
    const { queue, config, logger } = this.options;
    let outcome: CollectionOutcome;
    let runsChanged = false;
    try {
      const { error, ...collected } = await collect();
      ({ runsChanged } = collected);
      const interval = collected.active ? config.activeMs : config.idleMs;
      outcome = {
        ...collected,
        ...(error === undefined
          ? { dueAt: now => nextDue(now, interval) }
          : this.failure(lease, error)),
      };
    } catch (error) {
      if (lost.aborted) {
        logger.info(
          `Another collector has taken over ${workflow.arn}, because this one was too slow`,
        );
        return;
      }
      if (this.abort.signal.aborted) {
        await queue.release(lease);
        return;
      }
      outcome = {
        ...this.failure(lease, error),
        // It has no runs any more.
        ...(error instanceof NotFoundError && {
          active: false,
          missing: true,
        }),
      };
    } finally {
      settled();
    }
    const changed = (await queue.finish(lease, outcome)) || runsChanged;
    // What is collected for the first time happened before: no news.
    if (changed && lease.workflow.collectedAt) {
      await this.options.publish({
        action: 'workflow-changed',
        key: lease.workflow.signalKey,
      });
    }
  }

  private failure({ workflow }: Lease, error: unknown) {
    const { config, logger } = this.options;
    logger.warn(`Cannot collect ${workflow.arn}: ${detailsOf(error)}`);
    const delay = retryDelayMs(error, workflow.failures, config);
    return {
      error: remedyOf(error),
      dueAt: (now: Date) => new Date(now.getTime() + delay),
    };
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
      // Busy lanes come back to it themselves.
      const busy = [...this.lanes.keys()];
      const wait = await this.options.queue.nextActiveIn(busy);
      if (wait !== undefined) {
        await this.pause(Math.min(activeMs, Math.max(LEASE_POLL_MS, wait)));
        await this.startLanes();
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
  /** Aborted when the lease is lost. */
  lost: AbortSignal;
  /** To be called when the work is done, whatever came of it. */
  settled: () => void;
}
