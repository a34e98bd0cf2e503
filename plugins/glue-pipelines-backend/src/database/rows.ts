import {
  parseWorkflowArn,
  qualityOf,
  rowsLoadedOf,
  skippedOf,
  runConsoleUrl,
  RunDetail,
  RunSummary,
  WorkflowGraph,
  WorkflowNode,
} from '@glue-pipelines/backstage-plugin-common';
import { createHash } from 'node:crypto';
import { CollectedRun, StoredWorkflow } from './RunStore';
import { storable } from './storable';

/** SQLite answers booleans as 0 and 1. */
type Flag = boolean | 0 | 1;

export interface WorkflowRow {
  arn: string;
  location: string;
  signal_key: string | null;
  wanted: Flag;
  unnamed_since: string | null;
  active: Flag;
  definition: string | null;
  last_run_id: string | null;
  collected_at: string | null;
  attempted_at: string | null;
  collection_error: string | null;
  missing: Flag;
  failures: number;
  modified_at: string | null;
  definition_read_at: string | null;
  due_at: string | null;
  requested: Flag;
  lease_id: string | null;
  lease_until: string | null;
}

export interface RunRow {
  workflow_arn: string;
  run_id: string;
  raw_status: string;
  health: string;
  active: Flag;
  detailed: Flag;
  started_at: string | null;
  completed_at: string | null;
  ordered_at: string;
  previous_run_id: string | null;
  error_message: string | null;
  failure: string | null;
  statistics: string;
  properties: string;
  graph_hash: string | null;
  node_states: string | null;
  dpu_hours: number | null;
}

/** What other tables know of a run. */
export interface JoinedRow {
  started_by: string | null;
  definitions_hash: string | null;
}

/** Characters of a hash that make it up to a version: enough for all of one workflow. */
export const VERSION_PART = 8;

/** When to read a run's graph, and what came of the last attempt: no news for pages. */
export interface RunReadingRow {
  read_due_at: string | null;
  read_failures: number;
  read_error: string | null;
}

/** What is the same in all runs of one version of a workflow. */
export interface GraphRow {
  workflow_arn: string;
  hash: string;
  body: string;
  used_at: string | null;
}

type GraphBody = {
  nodes: Pick<WorkflowNode, 'id' | 'type' | 'name' | 'trigger'>[];
  edges: WorkflowGraph['edges'];
};
type NodeStates = [WorkflowNode['state'], WorkflowNode['attempts']][];

export function toStoredWorkflow(row: WorkflowRow): StoredWorkflow {
  return {
    arn: row.arn,
    signalKey: row.signal_key ?? '',
    definition: row.definition ? JSON.parse(row.definition) : undefined,
    lastRunId: row.last_run_id ?? undefined,
    collectedAt: row.collected_at ?? undefined,
    attemptedAt: row.attempted_at ?? undefined,
    collectionError: row.collection_error ?? undefined,
    missing: Boolean(row.missing),
    failures: row.failures,
    modifiedAt: row.modified_at ?? undefined,
    definitionReadAt: row.definition_read_at ?? undefined,
  };
}

export function toRunRow(
  run: CollectedRun,
  firstSeen: string,
  graph: GraphRow | undefined,
): RunRow {
  const states: NodeStates = run.graph.nodes.map(node => [
    node.state,
    node.attempts,
  ]);
  return {
    workflow_arn: run.workflowArn,
    run_id: storable(run.id),
    raw_status: storable(run.rawStatus),
    health: run.health,
    active: run.active,
    detailed: run.detailed,
    started_at: run.startedAt ?? null,
    completed_at: run.completedAt ?? null,
    ordered_at: run.startedAt ?? firstSeen,
    previous_run_id: run.previousRunId ?? null,
    error_message: run.errorMessage ? storable(run.errorMessage) : null,
    failure: run.failure ? JSON.stringify(run.failure) : null,
    statistics: JSON.stringify(run.statistics),
    properties: JSON.stringify(run.properties),
    graph_hash: graph?.hash ?? null,
    node_states: graph ? JSON.stringify(states) : null,
    dpu_hours: dpuHoursOf(run.graph),
  };
}

/** `undefined` for a run whose graph was not read. */
export function toGraphRow(run: CollectedRun, now: Date): GraphRow | undefined {
  const { nodes, edges } = run.graph;
  if (nodes.length === 0) {
    return undefined;
  }
  const graph: GraphBody = {
    nodes: nodes.map(({ id, type, name, trigger }) => ({
      id,
      type,
      name,
      trigger,
    })),
    edges,
  };
  const body = JSON.stringify(graph);
  const hash = createHash('sha256').update(body).digest('base64url');
  return {
    workflow_arn: run.workflowArn,
    hash,
    body,
    used_at: now.toISOString(),
  };
}

export function toRunSummary(row: RunRow & JoinedRow): RunSummary {
  const properties = JSON.parse(row.properties);
  return {
    id: row.run_id,
    workflowArn: row.workflow_arn,
    health: row.health as RunSummary['health'],
    rawStatus: row.raw_status,
    startedAt: row.started_at ?? undefined,
    completedAt: row.completed_at ?? undefined,
    durationSeconds: secondsBetween(row.started_at, row.completed_at),
    dpuHours: row.dpu_hours ?? undefined,
    version: versionOf(row),
    previousRunId: row.previous_run_id ?? undefined,
    failure: row.failure ? JSON.parse(row.failure) : undefined,
    errorMessage: row.error_message ?? undefined,
    statistics: JSON.parse(row.statistics),
    properties,
    rowsLoaded: rowsLoadedOf({ id: row.run_id, properties }),
    skipped: skippedOf({
      id: row.run_id,
      health: row.health as RunSummary['health'],
      properties,
    }),
    consoleUrl: runConsoleUrl(parseWorkflowArn(row.workflow_arn), row.run_id),
    startedBy: row.started_by ?? undefined,
  };
}

function versionOf({
  graph_hash: graph,
  definitions_hash: definitions,
}: RunRow & JoinedRow): string | undefined {
  return graph && definitions
    ? graph.slice(0, VERSION_PART) + definitions.slice(0, VERSION_PART)
    : undefined;
}

export function toRunDetail(
  row: RunRow & JoinedRow,
  graph: GraphRow | undefined,
): RunDetail {
  const run = toRunSummary(row);
  return { ...run, graph: toGraph(row, graph), quality: qualityOf(run) };
}

export function toGraph(
  row: Pick<RunRow, 'node_states'>,
  graph: GraphRow | undefined,
): WorkflowGraph {
  if (!graph) {
    return { nodes: [], edges: [] };
  }
  const { nodes, edges }: GraphBody = JSON.parse(graph.body);
  const states: NodeStates = JSON.parse(row.node_states ?? '[]');
  return {
    nodes: nodes.map((node, i) => ({
      ...node,
      state: states[i]?.[0] ?? 'never-run',
      attempts: states[i]?.[1] ?? [],
    })),
    edges,
  };
}

/** Of all attempts that tell; `null` where none does. */
function dpuHoursOf({ nodes }: WorkflowGraph): number | null {
  const hours = nodes.flatMap(node =>
    node.attempts.flatMap(attempt => attempt.dpuHours ?? []),
  );
  return hours.length > 0 ? hours.reduce((a, b) => a + b) : null;
}

export function secondsBetween(from: string | null, to: string | null) {
  return from && to ? (Date.parse(to) - Date.parse(from)) / 1000 : undefined;
}
