import { components } from './api/schema.generated';

// The types of the API, which its document describes: see there what each field means.
type Schemas = components['schemas'];

/** @public */
export type NodeState = Schemas['NodeState'];
/** @public */
export type RunHealth = Schemas['RunHealth'];
/** @public */
export type WorkflowHealth = Schemas['WorkflowHealth'];
/** @public */
export type NodeType = Schemas['NodeType'];
/** @public */
export type NodeAttempt = Schemas['NodeAttempt'];
/** @public */
export type TriggerPredicate = Schemas['TriggerPredicate'];
/** @public */
export type PendingRetry = Schemas['PendingRetry'];
/** @public */
export type WorkflowNode = Schemas['WorkflowNode'];
/** @public */
export type WorkflowEdge = Schemas['WorkflowEdge'];
/** @public */
export type WorkflowGraph = Schemas['WorkflowGraph'];
/** @public */
export type RunStatistics = Schemas['RunStatistics'];
/** @public */
export type RunSummary = Schemas['RunSummary'];
/** @public */
export type RunDetail = Schemas['RunDetail'];
/** @public */
export type RunQuality = Schemas['RunQuality'];
/** @public */
export type QualityFinding = Schemas['QualityFinding'];
/** @public */
export type RunResponse = Schemas['RunResponse'];
/** @public */
export type RunDifference = Schemas['RunDifference'];
/** @public */
export type UnknownChange = Schemas['UnknownChange'];
/** @public */
export type RunChangesResponse = Schemas['RunChangesResponse'];
/** @public */
export type WorkflowDetail = Schemas['WorkflowDetail'];
/** @public */
export type WorkflowsResponse = Schemas['WorkflowsResponse'];
/** @public */
export type RunsResponse = Schemas['RunsResponse'];
/** @public */
export type GridNode = Schemas['GridNode'];
/** @public */
export type GridResponse = Schemas['GridResponse'];
/** @public */
export type RunDay = Schemas['RunDay'];
/** @public */
export type DaysResponse = Schemas['DaysResponse'];
/** @public */
export type Price = Schemas['Price'];
/** @public */
export type NeighbourPipeline = Schemas['NeighbourPipeline'];
/** @public */
export type LineageResponse = Schemas['LineageResponse'];
/** @public */
export type FleetTile = Schemas['FleetTile'];
/** @public */
export type FleetSort = Schemas['FleetSort'];
/** @public */
export type FleetGrouping = Schemas['FleetGrouping'];
/** @public */
export type FleetLack = Schemas['FleetLack'];
/** @public */
export type FleetCounts = Schemas['FleetCounts'];
/** @public */
export type PromiseState = Schemas['PromiseState'];
/** @public */
export type FleetGroup = Schemas['FleetGroup'];
/** @public */
export type FleetRun = Schemas['FleetRun'];
/** @public */
export type FleetItem = Schemas['FleetItem'];
/** @public */
export type FleetFilters = Schemas['FleetFilters'];
/** @public */
export type FleetRunsItem = Schemas['FleetRunsItem'];
/** @public */
export type FleetRunsResponse = Schemas['FleetRunsResponse'];
/** @public */
export type FleetResponse = Schemas['FleetResponse'];
/** @public */
export type LogLine = Schemas['LogLine'];
/** @public */
export type LogStream = Schemas['LogStream'];
/** @public */
export type EmptyLog = Schemas['EmptyLog'];
/** @public */
export type LogsResponse = Schemas['LogsResponse'];
/** @public */
export type ScriptLine = Schemas['ScriptLine'];
/** @public */
export type InsightEvent = Schemas['InsightEvent'];
/** @public */
export type InsightsResponse = Schemas['InsightsResponse'];
/** @public */
export type FailureCause = Schemas['FailureCause'];
/** @public */
export type StartRunRequest = Schemas['StartRunRequest'];
/** @public */
export type StartRunResponse = Schemas['StartRunResponse'];
/** @public */
export type StopRunRequest = Schemas['StopRunRequest'];
/** @public */
export type ResumeRunRequest = Schemas['ResumeRunRequest'];
/** @public */
export type StartTrigger = Schemas['StartTrigger'];
/** @public */
export type SchedulePause = Schemas['SchedulePause'];
/** @public */
export type PauseScheduleRequest = Schemas['PauseScheduleRequest'];
/** @public */
export type ResumeScheduleRequest = Schemas['ResumeScheduleRequest'];
/** @public */
export type Backfill = Schemas['Backfill'];
/** @public */
export type BackfillBegun = Schemas['BackfillBegun'];
/** @public */
export type BackfillItem = Schemas['BackfillItem'];
/** @public */
export type BackfillPreview = Schemas['BackfillPreview'];
/** @public */
export type BackfillRange = Schemas['BackfillRange'];
/** @public */
export type BackfillRequest = Schemas['BackfillRequest'];
/** @public */
export type BackfillsResponse = Schemas['BackfillsResponse'];
/** @public */
export type StopBackfillRequest = Schemas['StopBackfillRequest'];
/** @public */
export type BadgeLink = Schemas['BadgeLink'];
/** @public */
export type BadgeResponse = Schemas['BadgeResponse'];
/** @public */
export type BadgeRequest = Schemas['BadgeRequest'];
/** @public */
export type HygieneFinding = Schemas['HygieneFinding'];
/** @public */
export type HygieneItem = Schemas['HygieneItem'];
/** @public */
export type HygieneResponse = Schemas['HygieneResponse'];
/** @public */
export type HeadroomResponse = Schemas['HeadroomResponse'];
/** @public */
export type HeadroomJob = Schemas['HeadroomJob'];
/** @public */
export type LocationLoad = Schemas['LocationLoad'];
/** @public */
export type FleetHeadroomResponse = Schemas['FleetHeadroomResponse'];
/** @public */
export type BookmarkOption = Schemas['BookmarkOption'];
/** @public */
export type BookmarkResponse = Schemas['BookmarkResponse'];
/** @public */
export type ResetBookmarkRequest = Schemas['ResetBookmarkRequest'];
/** @public */
export type WarehouseTable = Schemas['WarehouseTable'];
/** @public */
export type WarehouseResponse = Schemas['WarehouseResponse'];
/** @public */
export type WarehouseRowsResponse = Schemas['WarehouseRowsResponse'];
/** @public */
export type LoadError = Schemas['LoadError'];
/** @public */
export type LoadErrorsResponse = Schemas['LoadErrorsResponse'];
/** @public */
export type CatalogColumn = Schemas['CatalogColumn'];
/** @public */
export type ColumnChange = Schemas['ColumnChange'];
/** @public */
export type CrawlerSummary = Schemas['CrawlerSummary'];
/** @public */
export type CatalogTable = Schemas['CatalogTable'];
/** @public */
export type TablesResponse = Schemas['TablesResponse'];
/** @public */
export type CallOutcome = Schemas['CallOutcome'];
/** @public */
export type CallCount = Schemas['CallCount'];
/** @public */
export type CollectorLocation = Schemas['CollectorLocation'];
/** @public */
export type CollectorResponse = Schemas['CollectorResponse'];
/** @public */
export type UnnamedLocation = Schemas['UnnamedLocation'];
/** @public */
export type UnnamedWorkflowsResponse = Schemas['UnnamedWorkflowsResponse'];
export type { paths as GluePipelinesPaths } from './api/schema.generated';

/**
 * The signals channel on which the back end says that something changed.
 *
 * @public
 */
export const GLUE_PIPELINES_SIGNAL_CHANNEL = 'glue-pipelines';

/**
 * What a signal carries: which workflow to read again. Everybody hears it,
 * even without a token; the key means something only to who may read the
 * workflow.
 *
 * @public
 */
export type GluePipelinesSignal = {
  action: 'workflow-changed';
  /** The `signalKey` of the workflow. */
  key: string;
};
