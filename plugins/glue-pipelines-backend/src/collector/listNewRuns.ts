import { WorkflowRun } from '@aws-sdk/client-glue';
import { WorkflowArn } from '@glue-pipelines/backstage-plugin-common';
import { GlueApi } from '../aws/GlueApi';

/** Runs that are listed at once where few are new. */
const SMALL_PAGE = 50;

/**
 * Lists the runs of a workflow since the last run that was known, newest
 * first; when none was, the newest `most`.
 *
 * In which order Glue lists runs is not documented ("GetWorkflowRuns", AWS Glue
 * API reference). Pages are left out only as long as those that were read come
 * newest first; otherwise all are read.
 *
 * @throws errors of GlueApi
 */
export async function listNewRuns(
  glue: GlueApi,
  workflow: WorkflowArn,
  {
    since,
    most,
    signal,
  }: { since?: string; most: number; signal: AbortSignal },
): Promise<WorkflowRun[]> {
  const runs = await glue.listRuns(workflow, {
    pageSize: since === undefined ? undefined : SMALL_PAGE,
    enough: listed =>
      isNewestFirst(listed) &&
      (listed.length >= most ||
        (since !== undefined &&
          listed.some(run => run.WorkflowRunId === since))),
    signal,
  });
  return runs.sort((a, b) => startOf(b) - startOf(a)).slice(0, most);
}

function isNewestFirst(runs: WorkflowRun[]): boolean {
  return (
    // Of a single run nobody can tell.
    runs.length > 1 &&
    runs.every((run, i) => i === 0 || startOf(runs[i - 1]) >= startOf(run))
  );
}

/** A run that has not begun yet is the newest. */
function startOf({ StartedOn }: WorkflowRun): number {
  return StartedOn?.getTime() ?? Number.MAX_SAFE_INTEGER;
}
