import { entityNotFound } from '../errors';
import type { GlueStore } from './GlueStore';
import type { StoredWorkflowRun } from './WorkflowRunStore';

/** @throws AwsError EntityNotFoundException that says which of the two is missing */
export function requireWorkflowRun(
  store: GlueStore,
  workflowName: string,
  runId: string,
): StoredWorkflowRun {
  if (!store.workflows.get(workflowName)) {
    throw entityNotFound('Workflow', workflowName);
  }
  const run = store.workflowRuns.get(workflowName, runId);
  if (!run) throw entityNotFound('Workflow run', runId);
  return run;
}
