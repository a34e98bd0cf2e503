import { CliError } from '../CliError';
import { CommandContext, examples, RegisterCommand } from '../Command';
import { exitCodes } from '../exitCodes';
import { activeRuns } from '../findRun';
import { followRun, WaitOptions } from '../followRun';
import { findJobRun } from '../jobRuns';
import { LocalGlueClient } from '../LocalGlueClient';

interface StopOptions extends WaitOptions {
  all?: boolean;
}

/** `stop <workflow> [run]`: ends a run, with the processes of its jobs; or one job run. */
export const registerStop: RegisterCommand = (program, context) => {
  program
    .command('stop')
    .description('stop a run of a workflow, or a job run')
    .argument('<workflow>', "the workflow's name, or the id of a job run")
    .argument('[run]', 'the run; by default the one that goes on')
    .option('--all', 'every run of the workflow that goes on')
    .option('-w, --wait', 'until its processes have ended')
    .addHelpText(
      'after',
      examples(
        'stop covid-hiring',
        'stop covid-hiring wr_0123... --wait',
        'stop covid-hiring --all',
        'stop jr_0123...',
      ),
    )
    .action(async (workflow: string, named, _options, command) => {
      const options: StopOptions = command.optsWithGlobals();
      const client = context.client(options);
      if (workflow.startsWith('jr_')) {
        await stopJobRun(client, workflow);
        print(context, options, [workflow]);
        return;
      }
      const runIds = named
        ? [named as string]
        : await runsToStop(client, workflow, options.all);
      for (const RunId of runIds) {
        await client.call('glue', 'StopWorkflowRun', { Name: workflow, RunId });
      }
      if (!options.wait) {
        print(context, options, runIds);
        return;
      }
      for (const runId of runIds) {
        await followRun(client, workflow, runId, options, context);
      }
      // A run that was to be stopped and did stop is no failure.
      context.setExitCode(exitCodes.success);
    });
};

async function runsToStop(
  client: LocalGlueClient,
  workflow: string,
  all: boolean | undefined,
): Promise<string[]> {
  const runs = await activeRuns(client, workflow);
  const ids = runs
    .filter(run => run.Status === 'RUNNING')
    .map(run => run.WorkflowRunId);
  if (ids.length === 0) {
    throw new CliError(`No run of ${workflow} goes on.`);
  }
  if (ids.length > 1 && !all) {
    throw new CliError(
      `${ids.length} runs of ${workflow} go on: ${ids.join(', ')}. Name one, or stop them with --all.`,
      exitCodes.usage,
      'Usage',
    );
  }
  return ids;
}

async function stopJobRun(
  client: LocalGlueClient,
  jobRunId: string,
): Promise<void> {
  const { JobName } = await findJobRun(client, jobRunId);
  const { Errors = [] } = await client.call('glue', 'BatchStopJobRun', {
    JobName,
    JobRunIds: [jobRunId],
  });
  for (const { ErrorDetail } of Errors) {
    throw new CliError(
      ErrorDetail.ErrorMessage,
      exitCodes.failed,
      ErrorDetail.ErrorCode,
    );
  }
}

function print(
  { terminal }: CommandContext,
  { json }: StopOptions,
  ids: readonly string[],
): void {
  if (json) terminal.print(JSON.stringify({ stopping: ids }));
  else ids.forEach(id => terminal.print(`stopping ${id}`));
}
