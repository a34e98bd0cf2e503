import { InputError, NotAllowedError } from '@backstage/errors';
import {
  CauseRule,
  DaysResponse,
  GridResponse,
  isActiveRunStatus,
  judgePromises,
  longestRunOf,
  pendingRetryOf,
  PromiseTexts,
  promiseTexts,
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
import { explainedRun } from '../causes/explained';
import { CostConfig } from '../config';
import { KnexRunConfigurations } from '../database/KnexRunConfigurations';
import { SchedulePauses, StoredPause } from '../database/SchedulePauses';
import { RunQuery, RunStore } from '../database/RunStore';
import {
  WorkflowSummaries,
  WorkflowSummary,
} from '../database/WorkflowSummaries';
import { describeChanges } from './describeChanges';
import { describeWorkflow } from './describeWorkflow';
import { AuthorizedEntity } from './EntityWorkflows';
import { gridOf } from './gridOf';
import { toCursor } from './runCursor';
import { daysUntil, runDays } from './runDays';
import { priceOf } from './priceOf';
import { shownProperties } from './runProperties';
import { StoredRuns } from './StoredRuns';
import { withPause } from './Schedules';
import { tagProblem, WorkflowOwners } from './WorkflowOwners';

/** What the REST API tells of workflows and runs, to callers that are authorized already. */
export class WorkflowService {
  constructor(
    private readonly options: {
      store: RunStore;
      runs: StoredRuns;
      configurations: KnexRunConfigurations;
      owners: WorkflowOwners;
      pauses: SchedulePauses;
      price: CostConfig;
      summaries: WorkflowSummaries;
      /** Causes that an adopter knows besides. */
      causes?: readonly CauseRule[];
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
    await this.options.runs.collectIfNew(arns);
    const stored = await store.getWorkflows(arns);
    const pauses = await this.options.pauses.get(arns);
    const annotated = promiseTexts(entity.annotations);
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
            ? {
                ...described,
                ...promised(summaries.get(workflow.arn), annotated, now),
              }
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
    await this.options.runs.collectIfNew([workflow.arn]);
    // Before the runs: they may be newer than it says, never older.
    const age = await this.options.runs.ageOf(workflow);
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
    await this.options.runs.collectIfNew([workflow.arn]);
    const age = await this.options.runs.ageOf(workflow);
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
    await this.options.runs.collectIfNew([workflow.arn]);
    const age = await this.options.runs.ageOf(workflow);
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
    const age = await this.options.runs.ageOf(workflow);
    const run = await this.withRetries(
      workflow,
      await this.options.runs.read(workflow, runId),
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
    const run = await this.options.runs.read(workflow, runId);
    const otherId = since ?? (await this.successBefore(workflow, run));
    return {
      ...describeChanges(
        await configured(run),
        otherId === undefined
          ? undefined
          : await configured(await this.options.runs.read(workflow, otherId)),
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
}

/** How long runs usually take, from when on one takes too long, and what is promised. */
function promised(
  summary: WorkflowSummary | undefined,
  annotated: PromiseTexts,
  now: Date,
) {
  const promises = { ...summary?.promises, ...annotated };
  const promisedSeconds = longestRunOf(promises);
  const [freshness] = judgePromises(promises, summary ?? {}, now);
  return {
    freshness,
    ...(summary && {
      medianSeconds: summary.medianSeconds,
      tooLongAfterSeconds: tooLongAfter(summary, promisedSeconds),
      promisedSeconds,
    }),
  };
}

/** Run properties may be secret against the rules: they are for who owns the workflow. */
function shownRun<T extends RunSummary>(run: T, owned: boolean): T {
  return owned
    ? { ...run, properties: shownProperties(run.properties) }
    : {
        ...run,
        properties: {},
        rowsLoaded: undefined,
        quality: undefined,
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
