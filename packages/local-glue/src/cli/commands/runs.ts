import { examples, RegisterCommand } from '../Command';
import { WorkflowRun } from '../format/runNodes';
import { formatTable } from '../format/table';
import { formatDuration, formatTime } from '../format/time';
import { GlobalOptions } from '../GlobalOptions';
import { LocalGlueClient } from '../LocalGlueClient';

/** `runs <workflow>`: the runs of a workflow, newest first. */
export const registerRuns: RegisterCommand = (program, context) => {
  program
    .command('runs')
    .description('list the runs of a workflow, newest first')
    .argument('<workflow>', "the workflow's name")
    .addHelpText(
      'after',
      examples('runs covid-hiring', 'runs covid-hiring --json'),
    )
    .action(async (workflow: string, _options, command) => {
      const options: GlobalOptions = command.optsWithGlobals();
      const runs = await allRuns(context.client(options), workflow);
      const { terminal } = context;
      if (options.json) {
        terminal.print(JSON.stringify(runs));
      } else if (runs.length === 0) {
        terminal.note(`${workflow} has not run yet.`);
      } else {
        formatRuns(runs).forEach(line => terminal.print(line));
      }
    });
};

async function allRuns(
  client: LocalGlueClient,
  workflow: string,
): Promise<WorkflowRun[]> {
  const runs: WorkflowRun[] = [];
  let NextToken: string | undefined;
  do {
    const page = await client.call<{
      Runs?: WorkflowRun[];
      NextToken?: string;
    }>('glue', 'GetWorkflowRuns', { Name: workflow, NextToken });
    runs.push(...(page.Runs ?? []));
    NextToken = page.NextToken;
  } while (NextToken);
  return runs.sort((a, b) => b.StartedOn - a.StartedOn);
}

function formatRuns(runs: readonly WorkflowRun[]): string[] {
  return formatTable(
    ['RUN', 'STATUS', 'STARTED', 'DURATION', 'JOBS AND CRAWLERS'],
    runs.map(run => [
      run.WorkflowRunId,
      run.Status,
      formatTime(run.StartedOn),
      run.CompletedOn === undefined
        ? ''
        : formatDuration(run.CompletedOn - run.StartedOn),
      describeStatistics(run.Statistics),
    ]),
  );
}

/** COMPLETED alone does not tell whether anything failed: the numbers do. */
export function describeStatistics(
  statistics: WorkflowRun['Statistics'] = {},
): string {
  const counts: [number | undefined, string][] = [
    [statistics.SucceededActions, 'succeeded'],
    [statistics.FailedActions, 'failed'],
    [statistics.ErroredActions, 'in error'],
    [statistics.TimeoutActions, 'timed out'],
    [statistics.StoppedActions, 'stopped'],
    [statistics.RunningActions, 'running'],
    [statistics.WaitingActions, 'waiting'],
  ];
  const words = counts
    .filter(([count]) => count)
    .map(([count, word]) => `${count} ${word}`);
  return `${words.join(', ') || 'none started'} of ${statistics.TotalActions ?? 0}`;
}
