import {
  parseWorkflowArn,
  RunDetail,
  RunHealth,
  RunSummary,
  WorkflowDetail,
  WorkflowGraph,
  WorkflowHealth,
  workflowConsoleUrl,
} from '@glue-pipelines/backstage-plugin-common';
import {
  InvalidScheduleError,
  lastRunAt,
  nextRunAt,
} from '@glue-pipelines/pipeline/cron';
import { StoredWorkflow, WorkflowDefinition } from '../database/RunStore';

/** For how long a run that is due is not missed yet, in milliseconds: AWS and the collector take their time. */
const GRACE_MS = 10 * 60_000;

const EMPTY_GRAPH: WorkflowGraph = { nodes: [], edges: [] };

/** A workflow as its entity's page shows it, from what is stored of it and of its last run. */
export function describeWorkflow(
  stored: StoredWorkflow,
  lastRun: RunDetail | undefined,
  now: Date,
): WorkflowDetail {
  const arn = parseWorkflowArn(stored.arn);
  const { definition } = stored;
  return {
    arn: arn.arn,
    signalKey: stored.signalKey,
    name: arn.name,
    accountId: arn.accountId,
    region: arn.region,
    description: definition?.description,
    createdAt: definition?.createdAt,
    health: workflowHealth(lastRun?.health, definition !== undefined),
    lastRun: lastRun && summaryOf(lastRun),
    graph: withStatesOf(definition?.graph ?? EMPTY_GRAPH, lastRun?.graph),
    startTrigger: startTriggerAt(definition, now),
    defaultRunProperties: definition?.defaultRunProperties ?? {},
    maxConcurrentRuns: definition?.maxConcurrentRuns,
    consoleUrl: workflowConsoleUrl(arn),
    collectedAt: stored.collectedAt,
    collectionError: stored.collectionError,
    missing: stored.missing || undefined,
  };
}

/** @param defined its definition was read */
export function workflowHealth(
  lastRun: RunHealth | undefined,
  defined: boolean,
): WorkflowHealth {
  return lastRun ?? (defined ? 'never-run' : 'unknown');
}

function summaryOf({ graph: _, ...summary }: RunDetail): RunSummary {
  return summary;
}

/** The workflow's nodes with what they did in the run; those that the run does not have never ran. */
function withStatesOf(
  graph: WorkflowGraph,
  run: WorkflowGraph | undefined,
): WorkflowGraph {
  const ran = new Map(run?.nodes.map(node => [node.id, node]));
  return {
    edges: graph.edges,
    nodes: graph.nodes.map(node => ({
      ...node,
      state: ran.get(node.id)?.state ?? 'never-run',
      attempts: ran.get(node.id)?.attempts ?? [],
    })),
  };
}

/** What starts a workflow, when it does next, and when it was to do so last. */
export function startTriggerAt(
  definition: WorkflowDefinition | undefined,
  now: Date,
): WorkflowDetail['startTrigger'] {
  const trigger = definition?.startTrigger;
  if (
    !trigger ||
    trigger.type !== 'SCHEDULED' ||
    trigger.state !== 'ACTIVATED' ||
    !trigger.schedule
  ) {
    return trigger;
  }
  const { schedule } = trigger;
  return {
    ...trigger,
    ...whereReadable(() => ({
      nextRunAt: nextRunAt(schedule, now)?.toISOString(),
      lastDueAt: lastRunAt(
        schedule,
        new Date(now.getTime() - GRACE_MS),
      )?.toISOString(),
    })),
  };
}

/** Glue has accepted the schedule: where this version cannot read it, the page shows the expression alone. */
function whereReadable<T>(times: () => T): T | undefined {
  try {
    return times();
  } catch (error) {
    if (error instanceof InvalidScheduleError) {
      return undefined;
    }
    throw error;
  }
}
