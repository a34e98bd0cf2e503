import { CliError } from './CliError';
import { isOver, WorkflowRun } from './format/runNodes';
import { LocalGlueClient } from './LocalGlueClient';
import { withSuggestions } from './resourceNames';

/** The newest runs of a workflow, newest first, without their graphs. */
export async function newestRuns(
  client: LocalGlueClient,
  workflow: string,
  most: number,
): Promise<WorkflowRun[]> {
  const runs: WorkflowRun[] = [];
  await withSuggestions(client, 'workflow', workflow, async () => {
    for await (const page of client.pages<{ Runs?: WorkflowRun[] }>(
      'glue',
      'GetWorkflowRuns',
      { Name: workflow, MaxResults: Math.min(most, 1000) },
    )) {
      runs.push(...(page.Runs ?? []));
      if (runs.length >= most) break;
    }
  });
  return runs.slice(0, most);
}

/** The run that was named, or else the newest one. */
export async function runIdOrNewest(
  client: LocalGlueClient,
  workflow: string,
  runId: string | undefined,
): Promise<string> {
  if (runId) return runId;
  const [newest] = await newestRuns(client, workflow, 1);
  if (!newest) {
    throw new CliError(
      `${workflow} has not run yet. Start it with "local-glue start ${workflow}".`,
    );
  }
  return newest.WorkflowRunId;
}

/** The runs that go on; of the newest hundred, as MaxConcurrentRuns is at most that. */
export async function activeRuns(
  client: LocalGlueClient,
  workflow: string,
): Promise<WorkflowRun[]> {
  const runs = await newestRuns(client, workflow, 100);
  return runs.filter(run => !isOver(run));
}
