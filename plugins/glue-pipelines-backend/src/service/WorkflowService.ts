import { LoggerService } from '@backstage/backend-plugin-api';
import {
  ConflictError,
  InputError,
  NotAllowedError,
  NotFoundError,
} from '@backstage/errors';
import {
  CauseRule,
  DaysResponse,
  GridResponse,
  isActiveRunStatus,
  pendingRetryOf,
  RunChangesResponse,
  RunDetail,
  RunResponse,
  RunsResponse,
  RunSummary,
  tooLongAfter,
  WorkflowArn,
  WorkflowDetail,
  WorkflowsResponse,
} from '@glue-pipelines/backstage-plugin-common';
import { GlueApi } from '../aws/GlueApi';
import { explainedRun } from '../causes/explained';
import { Collector } from '../collector/Collector';
import { CostConfig } from '../config';
import { CollectionQueue } from '../database/CollectionQueue';
import { KnexRunConfigurations } from '../database/KnexRunConfigurations';
import { SchedulePauses, StoredPause } from '../database/SchedulePauses';
import { RunQuery, RunStore } from '../database/RunStore';
import {
  WorkflowSummaries,
  WorkflowSummary,
} from '../database/WorkflowSummaries';
import { checkResume } from './checkResume';
import { describeChanges } from './describeChanges';
import { describeWorkflow } from './describeWorkflow';
import { AuthorizedEntity } from './EntityWorkflows';
import { gridOf } from './gridOf';
import { toCursor } from './runCursor';
import { daysUntil, runDays } from './runDays';
import { OldRunGraphs } from './OldRunGraphs';
import { priceOf } from './priceOf';
import { shownProperties } from './runProperties';
import { RunStart, RunStarts } from './RunStarts';
import { withPause } from './Schedules';
import { tagProblem, WorkflowOwners } from './WorkflowOwners';

/** How long a page waits for a workflow that was never collected, in milliseconds. */
const FIRST_COLLECTION_MS = 3_000;
/** For how long pages do not wait for it again when it came too late, in milliseconds. */
const LATE_COLLECTION_MS = 60_000;
/** How many such workflows a page waits for: more are left to the collector's rounds. */
const MOST_FIRST_COLLECTIONS = 3;
/** How long the answer to a start or a stop waits until it can be read, in milliseconds. */
const START_COLLECTION_MS = 3_000;

/** What the REST API does, for callers that are authorized already. */
export class WorkflowService {
  /** When pages waited in vain for workflows that are still being collected. */
  private readonly lateAt = new Map<string, number>();

  constructor(
    private readonly options: {
      glue: GlueApi;
      store: RunStore;
      queue: CollectionQueue;
      configurations: KnexRunConfigurations;
      collector: Collector;
      owners: WorkflowOwners;
      pauses: SchedulePauses;
      starts: RunStarts;
      graphs: OldRunGraphs;
      price: CostConfig;
      summaries: WorkflowSummaries;
      /** Causes that an adopter knows besides. */
      causes?: readonly CauseRule[];
      logger: LoggerService;
    },
  ) {}

  /** All workflows of an entity; what was never collected is collected first, unless that is much. */
  async listWorkflows(
    entity: AuthorizedEntity,
    { withRuns }: { withRuns: boolean },
  ): Promise<WorkflowsResponse> {
    const { store, owners } = this.options;
    const { entityRef, workflows } = entity;
    if (workflows.length === 0 && entity.problems.length > 0) {
      throw new InputError(entity.problems.join('\n'));
    }
    const owned = await owners.ownedBy(entityRef, workflows);
    const shown = workflows.filter(
      ({ arn }) => owned.has(arn) || !owners.required.reads,
    );
    const problems = [
      ...entity.problems,
      ...workflows
        .filter(workflow => !shown.includes(workflow))
        .map(workflow => tagProblem(entityRef, workflow)),
    ];
    const arns = shown.map(workflow => workflow.arn);
    await this.collectIfNew(arns);
    const stored = await store.getWorkflows(arns);
    const pauses = await this.options.pauses.get(arns);
    const summaries = new Map(
      (await this.options.summaries.get(arns)).map(summary => [
        summary.arn,
        summary,
      ]),
    );
    const now = new Date();
    const items = await Promise.all(
      stored.map(async workflow => {
        const described = describeWorkflow(
          workflow,
          await store.lastRun(workflow.arn),
          now,
        );
        return shownWorkflow(
          entityRef,
          withRuns
            ? { ...described, ...usualDuration(summaries.get(workflow.arn)) }
            : { ...described, lastRun: undefined },
          {
            owned: owned.has(workflow.arn),
            pause: pauses.find(
              ({ workflowArn }) => workflowArn === workflow.arn,
            ),
          },
        );
      }),
    );
    return {
      items,
      ...(problems.length > 0 && { problems }),
      price: priceOf(this.options.price),
      servedAt: now.toISOString(),
    };
  }

  /** Newest first. */
  async listRuns(
    entityRef: string,
    workflow: WorkflowArn,
    query: RunQuery,
  ): Promise<RunsResponse> {
    const { store, owners } = this.options;
    const owned = await owners.requireForReading(entityRef, workflow);
    if (query.properties && !owned) {
      // What is not shown could be guessed by filters.
      throw new NotAllowedError(
        `property: runs cannot be filtered by it. ${tagProblem(entityRef, workflow)}`,
      );
    }
    await this.collectIfNew([workflow.arn]);
    // Before the runs: they may be newer than it says, never older.
    const age = await this.ageOf(workflow);
    const { runs, last } = await store.pageRuns(workflow.arn, query);
    return {
      items: runs.map(run => shownRun(run, owned)),
      nextCursor: last && toCursor(last),
      ...age,
    };
  }

  /** What the jobs and crawlers did in a page of the runs, newest first. */
  async getGrid(
    entityRef: string,
    workflow: WorkflowArn,
    page: Pick<RunQuery, 'limit' | 'after'>,
  ): Promise<GridResponse> {
    const { store, owners } = this.options;
    const owned = await owners.requireForReading(entityRef, workflow);
    await this.collectIfNew([workflow.arn]);
    const age = await this.ageOf(workflow);
    const { runs, last } = await store.pageGraphs(workflow.arn, page);
    return {
      runs: runs.map(({ graph, ...run }) => shownRun(run, owned)),
      nodes: gridOf(runs),
      nextCursor: last && toCursor(last),
      ...age,
    };
  }

  /**
   * How the runs went day by day.
   * @throws InputError for a time zone that there is not
   */
  async getDays(
    entityRef: string,
    workflow: WorkflowArn,
    asked: { days: number; timeZone: string },
  ): Promise<DaysResponse> {
    const { store, owners } = this.options;
    await owners.requireForReading(entityRef, workflow);
    const range = daysUntil(new Date(), asked);
    await this.collectIfNew([workflow.arn]);
    const age = await this.ageOf(workflow);
    const runs = await store.runTimes(workflow.arn, range.since);
    return {
      from: range.from,
      until: range.until,
      timeZone: asked.timeZone,
      days: runDays(runs, range),
      ...age,
    };
  }

  /** @throws NotFoundError for a run that was never collected */
  async getRun(
    entityRef: string,
    workflow: WorkflowArn,
    runId: string,
  ): Promise<RunResponse> {
    const { owners } = this.options;
    const owned = await owners.requireForReading(entityRef, workflow);
    const age = await this.ageOf(workflow);
    const run = await this.withRetries(
      workflow,
      await this.readRun(workflow, runId),
    );
    return {
      ...explainedRun(shownRun(run, owned), this.options.causes),
      ...age,
    };
  }

  /**
   * What is different in a run from another one, or from the last one before
   * it that succeeded.
   * @throws NotFoundError for a run that was never collected
   */
  async getChanges(
    entityRef: string,
    workflow: WorkflowArn,
    runId: string,
    since?: string,
  ): Promise<RunChangesResponse> {
    const { owners, configurations } = this.options;
    const { arn } = workflow;
    const owned = await owners.requireForReading(entityRef, workflow);
    const configured = async (run: RunDetail) => ({
      run,
      configuration: await configurations.get(arn, run.id),
    });
    const run = await this.readRun(workflow, runId);
    const otherId = since ?? (await this.successBefore(workflow, run));
    return {
      ...describeChanges(
        await configured(run),
        otherId === undefined
          ? undefined
          : await configured(await this.readRun(workflow, otherId)),
        { owned, isNamed: since !== undefined },
      ),
      servedAt: new Date().toISOString(),
    };
  }

  private async successBefore({ arn }: WorkflowArn, run: RunSummary) {
    // A run that Glue has not dated yet is the newest.
    const { runs } = await this.options.store.pageRuns(arn, {
      limit: 2,
      health: ['succeeded'],
      startedBefore: run.startedAt,
    });
    return runs.find(({ id }) => id !== run.id)?.id;
  }

  /** The run, with what Glue will try again by itself while it goes on. */
  private async withRetries(
    { arn }: WorkflowArn,
    run: RunDetail,
  ): Promise<RunDetail> {
    const mayRetry =
      isActiveRunStatus(run.rawStatus) &&
      run.graph.nodes.some(({ state }) => state === 'failed');
    if (!mayRetry) {
      return run;
    }
    const { configurations } = this.options;
    const jobs = (await configurations.get(arn, run.id))?.jobs ?? {};
    const nodes = run.graph.nodes.map(node => {
      const definition = Object.hasOwn(jobs, node.name)
        ? jobs[node.name]
        : undefined;
      return {
        ...node,
        pendingRetry: pendingRetryOf(node, run, definition?.maxRetries),
      };
    });
    return { ...run, graph: { ...run.graph, nodes } };
  }

  /** How old an answer about a workflow is. */
  private async ageOf({ arn }: WorkflowArn) {
    const [stored] = await this.options.store.getWorkflows([arn]);
    return {
      collectedAt: stored?.collectedAt,
      servedAt: new Date().toISOString(),
    };
  }

  private async readRun(
    workflow: WorkflowArn,
    runId: string,
  ): Promise<RunDetail> {
    const { store, graphs } = this.options;
    const stored = await store.getRun(workflow.arn, runId);
    if (!stored) {
      throw unknownRun(workflow, runId);
    }
    if (stored.detailed) {
      return stored.run;
    }
    await graphs.read(workflow, runId);
    const detailed = await store.getRun(workflow.arn, runId);
    return (detailed ?? stored).run;
  }

  /**
   * Starts a run, once for each key, and answers with its id.
   * @throws errors of WorkflowOwners and RunStarts
   */
  async startRun(entityRef: string, start: RunStart): Promise<string> {
    const { queue, collector, owners, starts, logger } = this.options;
    const { arn } = start.workflow;
    await owners.requireForWriting(entityRef, start.workflow);
    await queue.addWorkflows([arn]);
    const runId = await starts.start(start);
    try {
      await collector.collectNow(arn, START_COLLECTION_MS);
    } catch (error) {
      // The run has begun: to report an error would invite a second start.
      logger.error(`Run ${runId} of ${arn} is not collected yet: ${error}`);
    }
    return runId;
  }

  /**
   * Ends a run before it has ended by itself. Nothing of it is taken back.
   * @throws NotFoundError for a run that was never collected, ConflictError for
   * one that has ended; errors of WorkflowOwners and GlueApi
   */
  async stopRun(
    entityRef: string,
    workflow: WorkflowArn,
    runId: string,
  ): Promise<void> {
    const { glue, store, collector, owners } = this.options;
    const stored = await store.getRun(workflow.arn, runId);
    if (!stored) {
      throw unknownRun(workflow, runId);
    }
    if (!isActiveRunStatus(stored.run.rawStatus)) {
      throw new ConflictError(
        `Run ${runId} of workflow '${workflow.name}' has ended already, so there is nothing to stop`,
      );
    }
    await owners.requireForWriting(entityRef, workflow);
    await glue.stopRun(workflow, runId);
    await collector.collectNow(workflow.arn, START_COLLECTION_MS);
  }

  /**
   * Begins a run that goes on from nodes of one that has ended. What succeeded
   * before them is not done again.
   * @throws NotFoundError for a run that was never collected, InputError naming
   * what is no node to go on from, ConflictError for a run that goes on or was
   * resumed already; errors of WorkflowOwners and GlueApi
   */
  async resumeRun(
    entityRef: string,
    workflow: WorkflowArn,
    run: { runId: string; nodeIds: string[]; startedBy: string },
  ): Promise<string> {
    const { glue, store, queue, collector, owners, logger } = this.options;
    const { runId, nodeIds, startedBy } = run;
    const { arn } = workflow;
    const before = await this.readRun(workflow, runId);
    checkResume(before, nodeIds);
    await owners.requireForWriting(entityRef, workflow);
    // Another click, or another person, may have been faster.
    await collector.collectNow(arn, START_COLLECTION_MS);
    const { runs } = await store.pageRuns(arn, { limit: 25 });
    const resumed = runs.find(
      ({ previousRunId, rawStatus }) =>
        previousRunId === runId && isActiveRunStatus(rawStatus),
    );
    if (resumed) {
      throw new ConflictError(
        `Run ${runId} was resumed already: ${resumed.id} goes on from it`,
      );
    }
    await queue.addWorkflows([arn]);
    const newRunId = await glue.resumeRun(workflow, runId, nodeIds);
    try {
      await store.recordStart({
        workflowArn: arn,
        runId: newRunId,
        startedBy,
        at: new Date(),
      });
      await collector.collectNow(arn, START_COLLECTION_MS);
    } catch (error) {
      // The run has begun: to report an error would invite a second one.
      logger.error(`Run ${newRunId} of ${arn} is not collected yet: ${error}`);
    }
    return newRunId;
  }

  private async collectIfNew(arns: string[]): Promise<void> {
    const { store, queue, collector } = this.options;
    const attempted = new Set(
      (await store.getWorkflows(arns))
        .filter(workflow => workflow.attemptedAt)
        .map(workflow => workflow.arn),
    );
    const now = Date.now();
    const unseen = arns.filter(
      arn =>
        !attempted.has(arn) &&
        (this.lateAt.get(arn) ?? 0) < now - LATE_COLLECTION_MS,
    );
    if (unseen.length > MOST_FIRST_COLLECTIONS) {
      await queue.addWorkflows(unseen);
      return;
    }
    await Promise.all(
      unseen.map(async arn => {
        if (await collector.collectNow(arn, FIRST_COLLECTION_MS)) {
          this.lateAt.delete(arn);
        } else {
          this.lateAt.set(arn, Date.now());
        }
      }),
    );
  }
}

/** How long runs usually take, and from when on one takes too long. */
function usualDuration(summary: WorkflowSummary | undefined) {
  return (
    summary && {
      medianSeconds: summary.medianSeconds,
      tooLongAfterSeconds: tooLongAfter(summary),
    }
  );
}

function unknownRun({ name }: WorkflowArn, runId: string) {
  return new NotFoundError(
    `Workflow '${name}' has no run ${runId}, or it is older than the portal's history of it`,
  );
}

/** Run properties may be secret against the rules: they are for who owns the workflow. */
function shownRun<T extends RunSummary>(run: T, owned: boolean): T {
  return owned
    ? { ...run, properties: shownProperties(run.properties) }
    : {
        ...run,
        properties: {},
        rowsLoaded: undefined,
        propertiesWithheld: true,
      };
}

function shownWorkflow(
  entityRef: string,
  workflow: WorkflowDetail,
  { owned, pause }: { owned: boolean; pause: StoredPause | undefined },
): WorkflowDetail {
  const lastRun = workflow.lastRun && shownRun(workflow.lastRun, owned);
  return owned
    ? {
        ...workflow,
        lastRun,
        startTrigger: withPause(workflow.startTrigger, pause),
      }
    : {
        ...workflow,
        lastRun,
        defaultRunProperties: {},
        propertiesWithheld: `Run properties are not shown. ${tagProblem(entityRef, workflow)}`,
      };
}
