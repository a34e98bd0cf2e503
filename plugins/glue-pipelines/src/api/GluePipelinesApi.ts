import { createApiRef } from '@backstage/frontend-plugin-api';
import {
  BackfillBegun,
  BackfillPreview,
  BackfillRequest,
  BackfillsResponse,
  BadgeRequest,
  BadgeResponse,
  CollectorResponse,
  UnnamedWorkflowsResponse,
  BookmarkResponse,
  DaysResponse,
  FleetHeadroomResponse,
  FleetResponse,
  FleetRunsResponse,
  GluePipelinesPaths,
  GridResponse,
  HeadroomResponse,
  HygieneResponse,
  InsightsResponse,
  LineageResponse,
  LoadErrorsResponse,
  LogsResponse,
  PauseScheduleRequest,
  ResetBookmarkRequest,
  ResumeRunRequest,
  ResumeScheduleRequest,
  RunChangesResponse,
  RunResponse,
  RunsResponse,
  StartRunRequest,
  StartRunResponse,
  StopBackfillRequest,
  StopRunRequest,
  TablesResponse,
  WarehouseResponse,
  WarehouseRowsResponse,
  WorkflowsResponse,
} from '@glue-pipelines/backstage-plugin-common';

/**
 * Ends a request whose answer nobody waits for any more.
 *
 * @public
 */
export interface RequestOptions {
  signal?: AbortSignal;
}

/**
 * A workflow as an entity names it.
 *
 * @public
 */
export interface WorkflowOfEntity {
  entityRef: string;
  workflowArn: string;
}

/** Which workflows a list of all shows, and in which order. */
export type FleetQuery = NonNullable<
  GluePipelinesPaths['/v1/fleet']['get']['parameters']['query']
>;

/** Which runs a list of all workflows' runs shows. */
export type FleetRunsQuery =
  GluePipelinesPaths['/v1/fleet/runs']['get']['parameters']['query'];

/** Which workflows a list of what should be put right shows. */
export type HygieneQuery = NonNullable<
  GluePipelinesPaths['/v1/fleet/hygiene']['get']['parameters']['query']
>;

/** Which lines of the logs of an attempt to read. */
export type LogQuery =
  GluePipelinesPaths['/v1/runs/{runId}/logs']['get']['parameters']['query'];

/** Of which try of a job to read the insights. */
export type InsightsQuery =
  GluePipelinesPaths['/v1/runs/{runId}/insights']['get']['parameters']['query'];

/**
 * What the pages ask of the back end. All methods reject with a
 * `ResponseError` of `@backstage/errors` where the back end refuses.
 * @public
 */
export interface GluePipelinesApi {
  /** The workflows that an entity's annotation names, as last collected. */
  getWorkflows(
    entityRef: string,
    options?: RequestOptions,
  ): Promise<WorkflowsResponse>;

  /** All workflows that the user may see, page by page, the worst first unless the query says otherwise. */
  getFleet(query: FleetQuery, options?: RequestOptions): Promise<FleetResponse>;

  /** What ran in a window of time of at most seven days, of all workflows whose runs the user may read. */
  getFleetRuns(
    query: FleetRunsQuery,
    options?: RequestOptions,
  ): Promise<FleetRunsResponse>;

  /** A workflow's runs, newest first. */
  getRuns(
    workflow: WorkflowOfEntity & { limit: number; version?: string },
    options?: RequestOptions,
  ): Promise<RunsResponse>;

  /** What each job and crawler did in a workflow's newest runs. */
  getGrid(
    workflow: WorkflowOfEntity & { limit: number; cursor?: string },
    options?: RequestOptions,
  ): Promise<GridResponse>;

  /** How a workflow's runs went day by day. */
  getDays(
    workflow: WorkflowOfEntity & { days: number; timeZone: string },
    options?: RequestOptions,
  ): Promise<DaysResponse>;

  /** One run with the states of its nodes. */
  getRun(
    run: WorkflowOfEntity & { runId: string },
    options?: RequestOptions,
  ): Promise<RunResponse>;

  /** What an attempt of a run wrote. Needs the permission `glue-pipelines.logs.read` on the entity. */
  getLogs(
    attempt: LogQuery & { runId: string },
    options?: RequestOptions,
  ): Promise<LogsResponse>;

  /** What job run insights tell of a try of a job that failed. Needs the permission `glue-pipelines.logs.read` on the entity. */
  getInsights(
    attempt: InsightsQuery & { runId: string },
    options?: RequestOptions,
  ): Promise<InsightsResponse>;

  /** What is different in a run from another, or from the last run before it that succeeded. */
  getRunChanges(
    run: WorkflowOfEntity & { runId: string; since?: string },
    options?: RequestOptions,
  ): Promise<RunChangesResponse>;

  /** Starts a workflow. Needs the permission `glue-pipelines.run.start` on the entity. */
  startRun(request: StartRunRequest): Promise<StartRunResponse>;

  /** Goes on from nodes of a run that has ended. Needs the permission `glue-pipelines.run.resume` on the entity. */
  resumeRun(
    run: ResumeRunRequest & { runId: string },
  ): Promise<StartRunResponse>;

  /** Ends a run early. Needs the permission `glue-pipelines.run.stop` on the entity. */
  stopRun(run: StopRunRequest & { runId: string }): Promise<void>;

  /** Nothing but people starts the workflow any more. Needs the permission `glue-pipelines.schedule.update` on the entity. */
  pauseSchedule(request: PauseScheduleRequest): Promise<void>;

  /** The workflow's schedule starts it again. Needs the permission `glue-pipelines.schedule.update` on the entity. */
  resumeSchedule(request: ResumeScheduleRequest): Promise<void>;

  /** How far a job of a workflow has read. */
  getBookmark(
    job: WorkflowOfEntity & { jobName: string },
    options?: RequestOptions,
  ): Promise<BookmarkResponse>;

  /** Lets the job's next run read again what was read before. Needs the permission `glue-pipelines.bookmark.reset` on the entity. */
  resetBookmark(
    job: ResetBookmarkRequest & { jobName: string },
  ): Promise<BookmarkResponse>;

  /** The last backfills of a workflow, newest first. */
  getBackfills(
    query: WorkflowOfEntity,
    options?: RequestOptions,
  ): Promise<BackfillsResponse>;

  /** What a backfill would start. Needs the permission `glue-pipelines.run.start` on the entity. */
  previewBackfill(
    request: BackfillRequest,
    options?: RequestOptions,
  ): Promise<BackfillPreview>;

  /** Starts a run for each value of a run property. Needs the permission `glue-pipelines.run.start` on the entity. */
  beginBackfill(request: BackfillRequest): Promise<BackfillBegun>;

  /** Begins no further runs of it. Needs the permission `glue-pipelines.run.start` on the entity. */
  stopBackfill(
    request: StopBackfillRequest & { backfillId: string },
  ): Promise<void>;

  /** Whether the badge of a workflow is shown to whoever has its link. */
  getBadge(
    workflow: WorkflowOfEntity,
    options?: RequestOptions,
  ): Promise<BadgeResponse>;

  /** Makes that link. Needs the permission `glue-pipelines.badge.share` on the entity. */
  shareBadge(request: BadgeRequest): Promise<BadgeResponse>;

  /** Ends it. Needs the permission `glue-pipelines.badge.share` on the entity. */
  revokeBadge(request: BadgeRequest): Promise<void>;

  /** How many more runs of a workflow and of its jobs can go on at once. */
  getHeadroom(
    workflow: WorkflowOfEntity,
    options?: RequestOptions,
  ): Promise<HeadroomResponse>;

  /** What goes on at once in each account and region. */
  getFleetHeadroom(options?: RequestOptions): Promise<FleetHeadroomResponse>;

  /** What should be put right of the workflows that the user may see. */
  getHygiene(
    query: HygieneQuery,
    options?: RequestOptions,
  ): Promise<HygieneResponse>;

  /** The tables of the Data Catalog that a workflow's crawlers write. Takes seconds. */
  getTables(
    workflow: WorkflowOfEntity,
    options?: RequestOptions,
  ): Promise<TablesResponse>;

  /** The warehouse that a workflow loads and its table there. Takes seconds, and wakes up a workgroup that sleeps. */
  getWarehouse(
    workflow: WorkflowOfEntity,
    options?: RequestOptions,
  ): Promise<WarehouseResponse>;

  /** First rows of that table. Needs the permission `glue-pipelines.warehouse.read` on the entity. */
  getWarehouseRows(
    workflow: WorkflowOfEntity & { limit: number },
    options?: RequestOptions,
  ): Promise<WarehouseRowsResponse>;

  /** What COPY could not load into that table, newest first. Needs the permission `glue-pipelines.warehouse.read` on the entity. */
  getLoadErrors(
    workflow: WorkflowOfEntity,
    options?: RequestOptions,
  ): Promise<LoadErrorsResponse>;

  /** The pipelines before and after an entity, and how they are. */
  getLineage(
    entityRef: string,
    options?: RequestOptions,
  ): Promise<LineageResponse>;

  /** How the collection of each account and region is. Needs the permission `glue-pipelines.collector.read`. */
  getCollector(options?: RequestOptions): Promise<CollectorResponse>;

  /** The workflows of AWS that no entity names. Needs the permission `glue-pipelines.collector.read`. */
  getUnnamedWorkflows(
    options?: RequestOptions,
  ): Promise<UnnamedWorkflowsResponse>;
}

/** @public */
export const gluePipelinesApiRef = createApiRef<GluePipelinesApi>({
  id: 'plugin.glue-pipelines.service',
});
