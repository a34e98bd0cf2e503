import { RunDetail, RunSummary } from '@glue-pipelines/backstage-plugin-common';
import {
  parseWorkflowArn,
  runConsoleUrl,
  WorkflowNode,
} from '@glue-pipelines/backstage-plugin-common';
import { CollectedRun, StoredWorkflow } from './RunStore';
import { storable } from './storable';

/** SQLite answers booleans as 0 and 1. */
type Flag = boolean | 0 | 1;

export interface WorkflowRow {
  arn: string;
  location: string;
  wanted: Flag;
  active: Flag;
  definition: string | null;
  last_run_id: string | null;
  collected_at: string | null;
  attempted_at: string | null;
  collection_error: string | null;
  failures: number;
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
  edges: string;
}

export interface RunNodeRow {
  workflow_arn: string;
  run_id: string;
  node_id: string;
  position: number;
  type: string;
  name: string;
  state: string;
  attempts: string;
  trigger: string | null;
}

export function toStoredWorkflow(row: WorkflowRow): StoredWorkflow {
  return {
    arn: row.arn,
    definition: row.definition ? JSON.parse(row.definition) : undefined,
    lastRunId: row.last_run_id ?? undefined,
    collectedAt: row.collected_at ?? undefined,
    attemptedAt: row.attempted_at ?? undefined,
    collectionError: row.collection_error ?? undefined,
    failures: row.failures,
  };
}

export function toRunRow(run: CollectedRun, firstSeen: string): RunRow {
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
    edges: JSON.stringify(run.graph.edges),
  };
}

export function toRunNodeRows(run: CollectedRun): RunNodeRow[] {
  return run.graph.nodes.map((node, position) => ({
    workflow_arn: run.workflowArn,
    run_id: storable(run.id),
    node_id: storable(node.id),
    position,
    type: node.type,
    name: storable(node.name),
    state: node.state,
    attempts: JSON.stringify(node.attempts),
    trigger: node.trigger ? JSON.stringify(node.trigger) : null,
  }));
}

export function toRunSummary(
  row: RunRow & { started_by: string | null },
): RunSummary {
  return {
    id: row.run_id,
    workflowArn: row.workflow_arn,
    health: row.health as RunSummary['health'],
    rawStatus: row.raw_status,
    startedAt: row.started_at ?? undefined,
    completedAt: row.completed_at ?? undefined,
    durationSeconds: secondsBetween(row.started_at, row.completed_at),
    previousRunId: row.previous_run_id ?? undefined,
    failure: row.failure ? JSON.parse(row.failure) : undefined,
    errorMessage: row.error_message ?? undefined,
    statistics: JSON.parse(row.statistics),
    properties: JSON.parse(row.properties),
    consoleUrl: runConsoleUrl(parseWorkflowArn(row.workflow_arn), row.run_id),
    startedBy: row.started_by ?? undefined,
  };
}

export function toRunDetail(
  row: RunRow & { started_by: string | null },
  nodes: RunNodeRow[],
): RunDetail {
  return {
    ...toRunSummary(row),
    graph: {
      nodes: nodes.map(node => ({
        id: node.node_id,
        type: node.type as WorkflowNode['type'],
        name: node.name,
        state: node.state as WorkflowNode['state'],
        attempts: JSON.parse(node.attempts),
        trigger: node.trigger ? JSON.parse(node.trigger) : undefined,
      })),
      edges: JSON.parse(row.edges),
    },
  };
}

function secondsBetween(from: string | null, to: string | null) {
  return from && to ? (Date.parse(to) - Date.parse(from)) / 1000 : undefined;
}
