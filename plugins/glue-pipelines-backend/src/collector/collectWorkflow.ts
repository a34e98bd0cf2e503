import { Trigger, Workflow, WorkflowRun } from '@aws-sdk/client-glue';
import { NotFoundError } from '@backstage/errors';
import {
  GLUE_WORKFLOW_ARN_ANNOTATION,
  GluePipelinesSignal,
  isActiveRunStatus,
  WorkflowArn,
} from '@glue-pipelines/backstage-plugin-common';
import { GlueApi } from '../aws/GlueApi';
import { CollectorConfig } from '../config';
import {
  CollectedRun,
  RunStore,
  StoredWorkflow,
  WorkflowDefinition,
} from '../database/RunStore';
import { mapDefinition, mapRun, triggersWithoutDetails } from './mapGlue';

/** Runs of a workflow's past whose graphs are read when it is first collected: what a page shows. */
const DETAILED_PAST_RUNS = 25;
/** For how long a run that was started is looked for although Glue does not know it, in milliseconds. */
const ANNOUNCED_MS = 10 * 60 * 1000;

export interface CollectWorkflowContext {
  glue: GlueApi;
  store: RunStore;
  config: CollectorConfig;
  publish: (signal: GluePipelinesSignal) => Promise<void>;
  /** Aborted when the collector is closed or somebody else has the workflow. */
  signal: AbortSignal;
}

/**
 * Brings one workflow's stored runs up to date. Runs are listed only when
 * Glue's LastRun is not the one of the last time; otherwise only active runs
 * are read.
 *
 * @param found what Glue says of it; `undefined` when it does not exist
 * @throws errors of GlueApi, and NotFoundError when the workflow does not exist
 */
export async function collectWorkflow(
  context: CollectWorkflowContext,
  workflow: WorkflowArn,
  stored: StoredWorkflow,
  found: Workflow | undefined,
): Promise<{
  definition: WorkflowDefinition;
  lastRunId?: string;
  active: boolean;
}> {
  const { store, config } = context;
  if (!found) {
    await endVanishedRuns(context, workflow);
    throw new NotFoundError(
      `AWS Glue has no workflow '${workflow.name}' in account ${workflow.accountId}, region ${workflow.region}. Check that it is deployed there, and the annotation ${GLUE_WORKFLOW_ARN_ANNOTATION} of the entity`,
    );
  }
  const definition = mapDefinition(
    found,
    await readTriggers(context, workflow, found),
  );
  const known = await store.knownRuns(
    workflow.arn,
    new Date(Date.now() - ANNOUNCED_MS),
  );
  const lastRunId = found.LastRun?.WorkflowRunId;
  const toRead = new Set([...known.active, ...known.announced]);
  const ended = new Set(known.ended);
  /** The last run, where the list is behind: it is read by itself, the list again next time. */
  let unlisted: string | undefined;
  const isNew = (run: WorkflowRun) => !ended.has(run.WorkflowRunId ?? '');

  if (lastRunId !== stored.lastRunId || !stored.collectedAt) {
    const listed = newestFirst(
      await context.glue.listRuns(workflow, context.signal),
    );
    if (
      lastRunId &&
      !ended.has(lastRunId) &&
      !toRead.has(lastRunId) &&
      !listed.some(run => run.WorkflowRunId === lastRunId)
    ) {
      unlisted = lastRunId;
      toRead.add(lastRunId);
    }
    const unknown = listed.slice(0, config.runsToKeep).filter(isNew);
    for (const [index, run] of unknown.entries()) {
      const active = isActiveRunStatus(run.Status ?? '');
      if (run.WorkflowRunId && (index < DETAILED_PAST_RUNS || active)) {
        toRead.add(run.WorkflowRunId);
      } else if (run.WorkflowRunId) {
        const { Graph, ...summary } = run;
        await save(context, mapRun(workflow, summary, definition));
      }
    }
  }

  let active = false;
  for (const runId of toRead) {
    context.signal.throwIfAborted();
    const run = await readRun(context, workflow, runId, definition);
    if (run) {
      await save(context, run);
      active ||= run.active;
    } else {
      active ||= known.announced.includes(runId);
      unlisted = unlisted === runId ? undefined : unlisted;
    }
  }
  if (toRead.size > 0) {
    await store.pruneRuns(workflow.arn, config.runsToKeep);
  }
  return {
    definition,
    lastRunId: unlisted ? stored.lastRunId : lastRunId,
    active,
  };
}

/** The runs of a workflow that does not exist any more; they would be followed for ever. */
async function endVanishedRuns(
  context: CollectWorkflowContext,
  workflow: WorkflowArn,
): Promise<void> {
  const { active } = await context.store.knownRuns(workflow.arn, new Date());
  for (const runId of active) {
    const run = await readRun(context, workflow, runId, undefined);
    if (run) {
      await save(context, run);
    }
  }
}

/** Details that Glue's graph lacks. A trigger that vanished meanwhile stays without. */
async function readTriggers(
  { glue, signal }: CollectWorkflowContext,
  workflow: WorkflowArn,
  found: Workflow,
): Promise<Map<string, Trigger>> {
  const triggers = new Map<string, Trigger>();
  for (const name of triggersWithoutDetails(found.Graph)) {
    try {
      triggers.set(name, await glue.readTrigger(workflow, name, signal));
    } catch (error) {
      if (!(error instanceof NotFoundError)) {
        throw error;
      }
    }
  }
  return triggers;
}

/**
 * A run as Glue has it. Runs vanish with a deleted workflow: one that was
 * active before ends here, or it would be followed forever; `undefined` for
 * one that was never seen.
 */
async function readRun(
  { glue, store, signal }: CollectWorkflowContext,
  workflow: WorkflowArn,
  runId: string,
  definition: WorkflowDefinition | undefined,
): Promise<CollectedRun | undefined> {
  try {
    const run = await glue.readRun(workflow, runId, signal);
    return mapRun(workflow, run, definition);
  } catch (error) {
    if (!(error instanceof NotFoundError)) {
      throw error;
    }
    const stored = await store.getRun(workflow.arn, runId);
    return (
      stored && {
        ...stored.run,
        detailed: stored.detailed,
        active: false,
        health: 'failed',
        errorMessage:
          'AWS Glue no longer knows this run: its workflow was deleted while it ran',
      }
    );
  }
}

async function save(
  { store, publish }: CollectWorkflowContext,
  run: CollectedRun,
): Promise<void> {
  if (await store.saveRun(run)) {
    await publish({
      action: 'workflow-changed',
      workflowArn: run.workflowArn,
      runId: run.id,
    });
  }
}

function newestFirst(runs: WorkflowRun[]): WorkflowRun[] {
  const start = (run: WorkflowRun) =>
    run.StartedOn?.getTime() ?? Number.MAX_SAFE_INTEGER;
  return [...runs].sort((a, b) => start(b) - start(a));
}
