import { Trigger, Workflow, WorkflowRun } from '@aws-sdk/client-glue';
import { NotAllowedError, NotFoundError } from '@backstage/errors';
import {
  GLUE_WORKFLOW_ARN_ANNOTATION,
  isActiveRunStatus,
  mapStatistics,
  WorkflowArn,
} from '@glue-pipelines/backstage-plugin-common';
import { ThrottledError, UnreachableError } from '../aws/awsErrors';
import { CollectorConfig } from '../config';
import {
  CollectedRun,
  OpenRuns,
  StoredWorkflow,
  WorkflowDefinition,
} from '../database/RunStore';
import {
  collectDefinitions,
  ConfigurationContext,
  jobArgumentsOf,
} from './collectConfigurations';
import { listNewRuns } from './listNewRuns';
import { mapDefinition, mapRun, triggersWithoutDetails } from './mapGlue';
import { FoundWorkflow } from './readBatch';

/** Graphs that are read in one look, and of a workflow's past at all: what a page shows. */
const GRAPHS_PER_LOOK = 25;
/** For how long a run that was started is looked for although Glue does not know it, in milliseconds. */
const ANNOUNCED_MS = 10 * 60 * 1000;

/** Its signal is aborted when the collector is closed or somebody else has the workflow. */
export interface CollectWorkflowContext extends ConfigurationContext {
  config: CollectorConfig;
}

/** What one look at a workflow has found. What is absent is as it was. */
export interface CollectedWorkflow {
  definition?: WorkflowDefinition;
  modifiedAt?: string;
  lastRunId?: string;
  active: boolean;
  /** Some run is new or looks different. */
  runsChanged: boolean;
  /** Why the look ended early. What was found before is stored. */
  error?: unknown;
}

/**
 * Brings one workflow's stored runs up to date. Runs are listed only when
 * Glue's LastRun is not the one of the last time, graphs read only of runs
 * that are new or changed. A run that AWS answers with an error is put off;
 * the others are read all the same.
 *
 * @param found what Glue says of it; `undefined` when it does not exist
 * @throws errors of GlueApi, and NotFoundError when the workflow does not exist
 */
export async function collectWorkflow(
  context: CollectWorkflowContext,
  workflow: WorkflowArn,
  stored: StoredWorkflow,
  found: FoundWorkflow | undefined,
): Promise<CollectedWorkflow> {
  const { store } = context;
  const announcedSince = new Date(Date.now() - ANNOUNCED_MS);
  const open = await store.openRuns(
    workflow.arn,
    announcedSince,
    GRAPHS_PER_LOOK,
  );
  if (!found) {
    await readRuns(context, workflow, stored.definition, {
      ids: open.active.map(run => run.id),
      summaries: new Map(),
    });
    throw new NotFoundError(
      `AWS Glue has no workflow '${workflow.name}' in account ${workflow.accountId}, region ${workflow.region}. Check that it is deployed there, and the annotation ${GLUE_WORKFLOW_ARN_ANNOTATION} of the entity`,
    );
  }
  const definition = found.graphRead
    ? await readDefinition(context, workflow, found.workflow)
    : undefined;
  const current = definition ?? stored.definition;
  const listed = await listRuns(context, workflow, stored, found.workflow);
  const { added, summaries } = await storeListed(
    context,
    workflow,
    listed,
    // Of the first look only what was started here meanwhile is news.
    run => stored.collectedAt === undefined && !open.announced.includes(run),
  );

  const ids = new Set([
    ...added.due,
    ...open.due,
    ...open.announced,
    ...open.active
      .filter(run => hasChanged(run, summaries.get(run.id)))
      .map(run => run.id),
  ]);
  const read = await readRuns(context, workflow, current, {
    ids: [...ids],
    summaries,
  });
  await collectDefinitions(context, workflow, [...ids]);
  const after =
    added.all.size > 0 || ids.size > 0
      ? await store.openRuns(workflow.arn, announcedSince, 1)
      : open;
  return {
    definition,
    modifiedAt: found.workflow.LastModifiedOn?.toISOString(),
    lastRunId: listed.isBehind(added.all) ? undefined : listed.lastRunId,
    active: after.active.length > 0 || after.announced.length > 0,
    runsChanged: added.all.size > 0 || read.changed,
    error: read.error,
  };
}

async function readDefinition(
  context: CollectWorkflowContext,
  workflow: WorkflowArn,
  found: Workflow,
): Promise<WorkflowDefinition> {
  return mapDefinition(found, await readTriggers(context, workflow, found));
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

interface ListedRuns {
  lastRunId?: string;
  /** Newest first; the last run is among them even where the list is behind. */
  runs: WorkflowRun[];
  /** All of them are stored. */
  areKnown: boolean;
  /** Whether the list lacked the last run, which is one of those just added: it is to be read again. */
  isBehind: (added: Set<string>) => boolean;
}

/** The runs that may be new: none are listed as long as the last run is the one of the last time. */
async function listRuns(
  { glue, config, signal }: CollectWorkflowContext,
  workflow: WorkflowArn,
  stored: StoredWorkflow,
  { LastRun }: Workflow,
): Promise<ListedRuns> {
  const lastRunId = LastRun?.WorkflowRunId;
  if (!LastRun || !lastRunId || lastRunId === stored.lastRunId) {
    return {
      lastRunId,
      runs: LastRun ? [LastRun] : [],
      areKnown: true,
      isBehind: () => false,
    };
  }
  const runs = await listNewRuns(glue, workflow, {
    since: stored.lastRunId,
    most: config.runsToKeep,
    signal,
  });
  const isListed = runs.some(run => run.WorkflowRunId === lastRunId);
  return {
    lastRunId,
    runs: isListed ? runs : [LastRun, ...runs],
    areKnown: false,
    isBehind: added => !isListed && added.has(lastRunId),
  };
}

/** Stores those that are new, without graphs, and which of their graphs are to be read. */
async function storeListed(
  { store }: CollectWorkflowContext,
  workflow: WorkflowArn,
  { runs, areKnown }: ListedRuns,
  isPast: (runId: string) => boolean,
) {
  const summaries = new Map(
    runs.flatMap(({ Graph, ...run }) =>
      run.WorkflowRunId ? [[run.WorkflowRunId, run] as const] : [],
    ),
  );
  if (areKnown) {
    return { summaries, added: { all: new Set<string>(), due: [] } };
  }
  const due = new Set(
    [...summaries.values()]
      .filter(
        (run, index) =>
          index < GRAPHS_PER_LOOK || isActiveRunStatus(run.Status ?? ''),
      )
      .flatMap(run => run.WorkflowRunId ?? []),
  );
  const all = await store.saveListed(
    workflow.arn,
    [...summaries.values()].map(run => mapRun(workflow, run, undefined)),
    due,
    new Set([...summaries.keys()].filter(isPast)),
  );
  return {
    summaries,
    added: { all, due: [...due].filter(id => all.has(id)) },
  };
}

/** Whether an active run is not as it was last seen, or nobody knows. */
function hasChanged(
  seen: OpenRuns['active'][number],
  now: WorkflowRun | undefined,
): boolean {
  return (
    !now?.Statistics ||
    now.Status !== seen.rawStatus ||
    JSON.stringify(mapStatistics(now.Statistics)) !==
      JSON.stringify(seen.statistics)
  );
}

/** Reads runs with their graphs and stores them. */
async function readRuns(
  context: CollectWorkflowContext,
  workflow: WorkflowArn,
  definition: WorkflowDefinition | undefined,
  runs: { ids: string[]; summaries: Map<string, WorkflowRun> },
): Promise<{ changed: boolean; error?: unknown }> {
  const { store, configurations, signal } = context;
  let changed = false;
  for (const id of runs.ids) {
    signal.throwIfAborted();
    try {
      const { run, jobArguments } =
        (await readRun(context, workflow, id, definition)) ?? {};
      if (run && (await store.saveRun(run))) {
        changed = true;
      }
      if (run?.detailed && jobArguments) {
        await configurations.saveArguments(workflow.arn, id, jobArguments);
      }
      if (run && !run.detailed) {
        await store.giveUpReading(workflow.arn, id);
      }
    } catch (error) {
      if (signal.aborted) {
        throw error;
      }
      if (concernsAll(error)) {
        return { changed, error };
      }
      const summary = runs.summaries.get(id);
      if (
        summary &&
        (await store.saveRun(mapRun(workflow, summary, undefined)))
      ) {
        changed = true;
      }
      await store.recordReadError(workflow.arn, id, String(error));
    }
  }
  return { changed };
}

/** Whether other runs would be answered alike. */
function concernsAll(error: unknown): boolean {
  return (
    error instanceof ThrottledError ||
    error instanceof UnreachableError ||
    error instanceof NotAllowedError
  );
}

/**
 * A run as Glue has it. What Glue has forgotten is as it was stored, without
 * its graph where that was never read. Runs vanish with a deleted workflow:
 * one that was active before ends here, or it would be followed for ever;
 * `undefined` for one that was never seen.
 */
async function readRun(
  { glue, store, signal }: CollectWorkflowContext,
  workflow: WorkflowArn,
  runId: string,
  definition: WorkflowDefinition | undefined,
): Promise<
  | { run: CollectedRun; jobArguments?: Record<string, Record<string, string>> }
  | undefined
> {
  const stored = await store.getRun(workflow.arn, runId);
  // A run keeps the triggers that it had, whatever became of the workflow.
  const graph = stored?.detailed ? stored.run.graph : definition?.graph;
  try {
    const run = await glue.readRun(workflow, runId, signal);
    return {
      run: mapRun(workflow, run, graph),
      jobArguments: jobArgumentsOf(run),
    };
  } catch (error) {
    if (!(error instanceof NotFoundError)) {
      throw error;
    }
    if (!stored) {
      return undefined;
    }
    if (!isActiveRunStatus(stored.run.rawStatus)) {
      // What the list said of it is all there will ever be.
      return {
        run: { ...stored.run, detailed: stored.detailed, active: false },
      };
    }
    return {
      run: {
        ...stored.run,
        detailed: stored.detailed,
        active: false,
        health: 'failed',
        errorMessage:
          'AWS Glue no longer knows this run: its workflow was deleted while it ran',
      },
    };
  }
}
