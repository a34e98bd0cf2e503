import {
  Crawl,
  JobRun,
  Node,
  Trigger,
  Workflow,
  WorkflowGraph as GlueGraph,
  WorkflowRun,
} from '@aws-sdk/client-glue';
import {
  deriveNodeStates,
  deriveRunHealth,
  firstFailure,
  isActiveRunStatus,
  mapStatistics,
  NodeAttempt,
  NodeType,
  TriggerPredicate,
  WorkflowArn,
  WorkflowGraph,
  WorkflowNode,
} from '@glue-pipelines/backstage-plugin-common';
import { NEVER } from '@glue-pipelines/pipeline';
import { CollectedRun, WorkflowDefinition } from '../database/RunStore';

const SECONDS_PER_HOUR = 3600;
const DEFAULT_BATCH_SIZE = 1;
const DEFAULT_BATCH_WINDOW_S = 900;

/** The graph of a workflow: its structure, with every node `never-run`. */
export function mapDefinition(
  workflow: Workflow,
  triggers: Map<string, Trigger>,
): WorkflowDefinition {
  const graph = mapStructure(workflow.Graph, triggers);
  const start = graph.nodes.find(
    ({ trigger }) => trigger && trigger.type !== 'CONDITIONAL',
  );
  return {
    description: workflow.Description,
    createdAt: workflow.CreatedOn?.toISOString(),
    graph,
    defaultRunProperties: workflow.DefaultRunProperties ?? {},
    maxConcurrentRuns: workflow.MaxConcurrentRuns,
    startTrigger: start?.trigger && {
      name: start.name,
      type: start.trigger.type as 'SCHEDULED' | 'ON_DEMAND' | 'EVENT',
      state: start.trigger.state,
      schedule: start.trigger.schedule,
      batch: batchOf(start, workflow.Graph, triggers),
    },
  };
}

/** Both have defaults ("EventBatchingCondition", AWS Glue API reference; a trigger without it starts a run by each event). */
function batchOf(
  { name, trigger }: WorkflowNode,
  graph: GlueGraph | undefined,
  triggers: Map<string, Trigger>,
) {
  if (trigger?.type !== 'EVENT') {
    return undefined;
  }
  const condition = (
    triggers.get(name) ??
    graph?.Nodes?.find(node => node.Name === name)?.TriggerDetails?.Trigger
  )?.EventBatchingCondition;
  return {
    size: condition?.BatchSize ?? DEFAULT_BATCH_SIZE,
    windowSeconds: condition?.BatchWindow ?? DEFAULT_BATCH_WINDOW_S,
  };
}

/** Names of the graph's triggers whose kind, schedule or predicate Glue left out of the graph. */
export function triggersWithoutDetails(graph: GlueGraph | undefined): string[] {
  return (graph?.Nodes ?? [])
    .filter(node => {
      const trigger = node.TriggerDetails?.Trigger;
      return (
        node.Type === 'TRIGGER' &&
        (!trigger?.Type ||
          (trigger.Type === 'SCHEDULED' && !trigger.Schedule) ||
          (trigger.Type === 'EVENT' && !trigger.EventBatchingCondition) ||
          (trigger.Type === 'CONDITIONAL' && !trigger.Predicate))
      );
    })
    .flatMap(node => node.Name ?? []);
}

/**
 * A run with the states of its nodes. What its graph lacks about triggers is
 * taken from one that is known, the run's own or the workflow's, if it is
 * built alike: node ids are the same in both.
 */
export function mapRun(
  workflow: WorkflowArn,
  run: WorkflowRun,
  known: WorkflowGraph | undefined,
): CollectedRun {
  const rawStatus = run.Status ?? 'RUNNING';
  const graph = mapStructure(run.Graph, new Map());
  const definedTriggers = new Map(
    known && isBuiltAlike(known, graph)
      ? known.nodes.map(node => [node.id, node.trigger])
      : [],
  );
  for (const node of graph.nodes) {
    const defined = definedTriggers.get(node.id);
    if (node.type === 'TRIGGER' && defined && !node.trigger?.predicate) {
      node.trigger = defined;
    }
  }
  const states = deriveNodeStates(graph, rawStatus);
  graph.nodes = graph.nodes.map(node => ({
    ...node,
    state: states.get(node.id) ?? 'never-run',
  }));
  const statistics = mapStatistics(run.Statistics);
  return {
    id: run.WorkflowRunId ?? '',
    workflowArn: workflow.arn,
    health: deriveRunHealth({
      rawStatus,
      errorMessage: run.ErrorMessage,
      statistics,
      graph: run.Graph && graph,
    }),
    rawStatus,
    startedAt: run.StartedOn?.toISOString(),
    completedAt: run.CompletedOn?.toISOString(),
    previousRunId: run.PreviousRunId,
    failure: firstFailure(graph),
    errorMessage: run.ErrorMessage,
    statistics,
    properties: run.WorkflowRunProperties ?? {},
    active: isActiveRunStatus(rawStatus),
    detailed: run.Graph !== undefined,
    graph,
  };
}

function isBuiltAlike(a: WorkflowGraph, b: WorkflowGraph): boolean {
  const structure = ({ nodes, edges }: WorkflowGraph) =>
    [
      ...nodes.map(node => node.id),
      ...edges.map(edge => `${edge.sourceId} ${edge.destinationId}`),
    ]
      .sort()
      .join('\n');
  return structure(a) === structure(b);
}

function mapStructure(
  graph: GlueGraph | undefined,
  triggers: Map<string, Trigger>,
): WorkflowGraph {
  return {
    nodes: (graph?.Nodes ?? []).map(node => mapNode(node, triggers)),
    edges: (graph?.Edges ?? []).map(edge => ({
      sourceId: edge.SourceId ?? '',
      destinationId: edge.DestinationId ?? '',
    })),
  };
}

function mapNode(node: Node, triggers: Map<string, Trigger>): WorkflowNode {
  const name = node.Name ?? '';
  return {
    id: node.UniqueId ?? '',
    type: (node.Type ?? 'JOB') as NodeType,
    name,
    state: 'never-run',
    attempts: [
      ...(node.JobDetails?.JobRuns ?? []).map(mapJobRun),
      ...(node.CrawlerDetails?.Crawls ?? []).map(mapCrawl),
    ].sort(byStart),
    trigger: mapTrigger(triggers.get(name) ?? node.TriggerDetails?.Trigger),
  };
}

/** Several triggers may start a job, so numbers alone give no order. What has no start yet is the newest. */
function byStart(a: NodeAttempt, b: NodeAttempt) {
  const start = ({ startedAt }: NodeAttempt) =>
    startedAt ? Date.parse(startedAt) : Number.MAX_SAFE_INTEGER;
  return start(a) - start(b) || a.attempt - b.attempt;
}

function mapJobRun(run: JobRun): NodeAttempt {
  return {
    id: run.Id,
    attempt: run.Attempt ?? 0,
    rawState: run.JobRunState ?? 'STARTING',
    startedAt: run.StartedOn?.toISOString(),
    completedAt: run.CompletedOn?.toISOString(),
    durationSeconds:
      run.CompletedOn && run.ExecutionTime
        ? run.ExecutionTime
        : secondsBetween(run.StartedOn, run.CompletedOn),
    errorMessage: run.ErrorMessage,
    stateDetail: run.StateDetail,
    triggerName: run.TriggerName,
    dpuHours: dpuHours(run),
    dpuSeconds: run.DPUSeconds,
    maxCapacity: run.MaxCapacity,
    logGroupName: run.LogGroupName,
    workerType: run.WorkerType,
    numberOfWorkers: run.NumberOfWorkers,
    glueVersion: run.GlueVersion,
    executionClass: run.ExecutionClass,
    timeoutMinutes: run.Timeout,
    predecessors: mapPredecessors(run),
  };
}

function mapPredecessors({ PredecessorRuns }: JobRun) {
  const known = (PredecessorRuns ?? []).flatMap(({ JobName, RunId }) =>
    JobName && RunId ? { jobName: JobName, runId: RunId } : [],
  );
  return known.length > 0 ? known : undefined;
}

function mapCrawl(crawl: Crawl): NodeAttempt {
  return {
    attempt: 0,
    rawState: crawl.State ?? 'RUNNING',
    startedAt: crawl.StartedOn?.toISOString(),
    completedAt: crawl.CompletedOn?.toISOString(),
    durationSeconds: secondsBetween(crawl.StartedOn, crawl.CompletedOn),
    errorMessage: crawl.ErrorMessage,
    logGroupName: crawl.LogGroup,
    logStream: crawl.LogStream,
  };
}

/**
 * DPU hours of a job run. Glue gives DPUSeconds for FLEX and auto-scaling runs
 * only; otherwise it is capacity times time ("JobRun", AWS Glue API reference).
 */
export function dpuHours(
  run: Pick<JobRun, 'DPUSeconds' | 'MaxCapacity' | 'ExecutionTime'>,
): number | undefined {
  if (run.DPUSeconds !== undefined) {
    return run.DPUSeconds / SECONDS_PER_HOUR;
  }
  return run.MaxCapacity !== undefined && run.ExecutionTime
    ? (run.MaxCapacity * run.ExecutionTime) / SECONDS_PER_HOUR
    : undefined;
}

function mapTrigger(trigger: Trigger | undefined): WorkflowNode['trigger'] {
  if (!trigger?.Type) {
    return undefined;
  }
  const predicate = mapPredicate(trigger);
  // A schedule that never fires is how a pipeline without one is deployed.
  const isNever = trigger.Schedule === NEVER;
  return {
    type: isNever ? 'ON_DEMAND' : trigger.Type,
    state: trigger.State ?? '',
    schedule: isNever ? undefined : trigger.Schedule,
    condition: predicate && conditionInWords(predicate),
    predicate,
  };
}

function mapPredicate({ Predicate }: Trigger): TriggerPredicate | undefined {
  if (!Predicate?.Conditions?.length) {
    return undefined;
  }
  return {
    logical: Predicate.Logical === 'ANY' ? 'ANY' : 'AND',
    conditions: Predicate.Conditions.map(condition =>
      condition.CrawlerName
        ? {
            nodeType: 'CRAWLER' as const,
            nodeName: condition.CrawlerName,
            state: condition.CrawlState ?? '',
          }
        : {
            nodeType: 'JOB' as const,
            nodeName: condition.JobName ?? '',
            state: condition.State ?? '',
          },
    ),
  };
}

function conditionInWords({ logical, conditions }: TriggerPredicate) {
  const list = conditions
    .map(({ nodeName, state }) => `${nodeName} ${state}`)
    .join(', ');
  return `${logical === 'ANY' ? 'any' : 'all'} of: ${list}`;
}

function secondsBetween(from: Date | undefined, to: Date | undefined) {
  return from && to ? (to.getTime() - from.getTime()) / 1000 : undefined;
}
