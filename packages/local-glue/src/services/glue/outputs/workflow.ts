import type { Workflow, WorkflowRun } from '@aws-sdk/client-glue';
import { workflowGraph } from '../engine/graph';
import { isActiveRunStatus, nodeStates, statistics } from '../engine/progress';
import type { StoredWorkflow } from '../store/definitions';
import type { GlueStore } from '../store/GlueStore';
import type { StoredWorkflowRun } from '../store/WorkflowRunStore';

/** A workflow as the API returns it; with `includeGraph` its last run has its graph, too. */
export function workflowOutput(
  store: GlueStore,
  workflow: StoredWorkflow,
  includeGraph: boolean = false,
): Workflow {
  const lastRun = store.workflowRuns.latest(workflow.Name);
  return {
    ...workflow,
    LastRun: lastRun && workflowRunOutput(store, lastRun, includeGraph),
    Graph: includeGraph
      ? workflowGraph(workflow.Name, store.triggers.ofWorkflow(workflow.Name))
      : undefined,
  };
}

/**
 * A run as the API returns it. Its graph has the triggers of the run's start;
 * while it is active its statistics are those of this moment.
 */
export function workflowRunOutput(
  store: GlueStore,
  run: StoredWorkflowRun,
  includeGraph: boolean = false,
): WorkflowRun {
  const isActive = isActiveRunStatus(run.Status);
  if (!includeGraph && !isActive) return run;
  const { triggers } = store.workflowRuns.state(run.WorkflowRunId)!;
  const history = store.runHistory.of(run.WorkflowRunId);
  return {
    ...run,
    Statistics: isActive
      ? statistics(triggers, nodeStates(history))
      : run.Statistics,
    Graph: includeGraph
      ? workflowGraph(run.Name, triggers, history)
      : undefined,
  };
}
