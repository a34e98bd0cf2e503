import { components } from './api/schema.generated';

// The types of the API, which its document describes: see there what each field means.
type Schemas = components['schemas'];

export type NodeState = Schemas['NodeState'];
export type RunHealth = Schemas['RunHealth'];
export type WorkflowHealth = Schemas['WorkflowHealth'];
export type NodeType = Schemas['NodeType'];
export type NodeAttempt = Schemas['NodeAttempt'];
export type TriggerPredicate = Schemas['TriggerPredicate'];
export type PendingRetry = Schemas['PendingRetry'];
export type WorkflowNode = Schemas['WorkflowNode'];
export type WorkflowEdge = Schemas['WorkflowEdge'];
export type WorkflowGraph = Schemas['WorkflowGraph'];
export type RunStatistics = Schemas['RunStatistics'];
export type RunSummary = Schemas['RunSummary'];
export type RunDetail = Schemas['RunDetail'];
export type RunQuality = Schemas['RunQuality'];
export type QualityFinding = Schemas['QualityFinding'];
export type RunResponse = Schemas['RunResponse'];
export type RunDifference = Schemas['RunDifference'];
export type UnknownChange = Schemas['UnknownChange'];
export type RunChangesResponse = Schemas['RunChangesResponse'];
export type WorkflowDetail = Schemas['WorkflowDetail'];
export type WorkflowsResponse = Schemas['WorkflowsResponse'];
export type RunsResponse = Schemas['RunsResponse'];
export type GridNode = Schemas['GridNode'];
export type GridResponse = Schemas['GridResponse'];
export type RunDay = Schemas['RunDay'];
export type DaysResponse = Schemas['DaysResponse'];
export type Price = Schemas['Price'];
export type NeighbourPipeline = Schemas['NeighbourPipeline'];
export type LineageResponse = Schemas['LineageResponse'];
export type FleetTile = Schemas['FleetTile'];
export type FleetSort = Schemas['FleetSort'];
export type FleetGrouping = Schemas['FleetGrouping'];
export type FleetLack = Schemas['FleetLack'];
export type FleetCounts = Schemas['FleetCounts'];
export type PromiseState = Schemas['PromiseState'];
export type FleetGroup = Schemas['FleetGroup'];
export type FleetRun = Schemas['FleetRun'];
export type FleetItem = Schemas['FleetItem'];
export type FleetFilters = Schemas['FleetFilters'];
export type FleetRunsItem = Schemas['FleetRunsItem'];
export type FleetRunsResponse = Schemas['FleetRunsResponse'];
export type FleetResponse = Schemas['FleetResponse'];
export type LogLine = Schemas['LogLine'];
export type LogStream = Schemas['LogStream'];
export type EmptyLog = Schemas['EmptyLog'];
export type LogsResponse = Schemas['LogsResponse'];
export type ScriptLine = Schemas['ScriptLine'];
export type InsightEvent = Schemas['InsightEvent'];
export type InsightsResponse = Schemas['InsightsResponse'];
export type FailureCause = Schemas['FailureCause'];
export type StartRunRequest = Schemas['StartRunRequest'];
export type StartRunResponse = Schemas['StartRunResponse'];
export type StopRunRequest = Schemas['StopRunRequest'];
export type ResumeRunRequest = Schemas['ResumeRunRequest'];
export type StartTrigger = Schemas['StartTrigger'];
export type SchedulePause = Schemas['SchedulePause'];
export type PauseScheduleRequest = Schemas['PauseScheduleRequest'];
export type ResumeScheduleRequest = Schemas['ResumeScheduleRequest'];
export type Backfill = Schemas['Backfill'];
export type BackfillBegun = Schemas['BackfillBegun'];
export type BackfillItem = Schemas['BackfillItem'];
export type BackfillPreview = Schemas['BackfillPreview'];
export type BackfillRange = Schemas['BackfillRange'];
export type BackfillRequest = Schemas['BackfillRequest'];
export type BackfillsResponse = Schemas['BackfillsResponse'];
export type StopBackfillRequest = Schemas['StopBackfillRequest'];
export type BadgeLink = Schemas['BadgeLink'];
export type BadgeResponse = Schemas['BadgeResponse'];
export type BadgeRequest = Schemas['BadgeRequest'];
export type HygieneFinding = Schemas['HygieneFinding'];
export type HygieneItem = Schemas['HygieneItem'];
export type HygieneResponse = Schemas['HygieneResponse'];
export type HeadroomResponse = Schemas['HeadroomResponse'];
export type HeadroomJob = Schemas['HeadroomJob'];
export type LocationLoad = Schemas['LocationLoad'];
export type FleetHeadroomResponse = Schemas['FleetHeadroomResponse'];
export type BookmarkOption = Schemas['BookmarkOption'];
export type BookmarkResponse = Schemas['BookmarkResponse'];
export type ResetBookmarkRequest = Schemas['ResetBookmarkRequest'];
export type WarehouseTable = Schemas['WarehouseTable'];
export type WarehouseResponse = Schemas['WarehouseResponse'];
export type WarehouseRowsResponse = Schemas['WarehouseRowsResponse'];
export type LoadError = Schemas['LoadError'];
export type LoadErrorsResponse = Schemas['LoadErrorsResponse'];
export type CatalogColumn = Schemas['CatalogColumn'];
export type ColumnChange = Schemas['ColumnChange'];
export type CrawlerSummary = Schemas['CrawlerSummary'];
export type CatalogTable = Schemas['CatalogTable'];
export type TablesResponse = Schemas['TablesResponse'];
export type CallOutcome = Schemas['CallOutcome'];
export type CallCount = Schemas['CallCount'];
export type CollectorLocation = Schemas['CollectorLocation'];
export type CollectorResponse = Schemas['CollectorResponse'];
export type UnnamedLocation = Schemas['UnnamedLocation'];
export type UnnamedWorkflowsResponse = Schemas['UnnamedWorkflowsResponse'];
export type { paths as GluePipelinesPaths } from './api/schema.generated';

/** The signals channel on which the back end says that something changed. */
export const GLUE_PIPELINES_SIGNAL_CHANNEL = 'glue-pipelines';

/**
 * What a signal carries: which workflow to read again. Everybody hears it,
 * even without a token; the key means something only to who may read the
 * workflow.
 */
export type GluePipelinesSignal = {
  action: 'workflow-changed';
  /** The `signalKey` of the workflow. */
  key: string;
};
