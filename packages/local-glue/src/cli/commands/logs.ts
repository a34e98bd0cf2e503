import { CliError } from '../CliError';
import { CommandContext, examples, RegisterCommand } from '../Command';
import { newestRuns } from '../findRun';
import { getRun } from '../followRun';
import { runSteps } from '../format/runNodes';
import { GlobalOptions } from '../GlobalOptions';
import {
  findJobRun,
  getJobRun,
  isJobRunOver,
  JobRun,
  newestJobRun,
} from '../jobRuns';
import { JobRunLog } from '../logEvents';
import { LocalGlueClient } from '../LocalGlueClient';
import { nearest } from '../nearest';
import { colours } from '../palette';
import { poll } from '../poll';
import { resourceNames } from '../resourceNames';

interface LogsOptions extends GlobalOptions {
  follow?: boolean;
}

/** `logs <job-run-id|job|workflow>`: what a job run wrote, or each job of a workflow's newest run. */
export const registerLogs: RegisterCommand = (program, context) => {
  program
    .command('logs')
    .description('print what a job run wrote')
    .argument(
      '<job>',
      "a job run's id, a job (its newest run) or a workflow (each job of its newest run)",
    )
    .option('-f, --follow', 'go on until the job run ends')
    .addHelpText(
      'after',
      examples(
        'logs jr_0123...',
        'logs covid-hiring-load --follow',
        'logs covid-hiring',
        'logs jr_0123... --json',
      ),
    )
    .action(async (target: string, _options, command) => {
      const options: LogsOptions = command.optsWithGlobals();
      const client = context.client(options);
      const runs = await jobRunsOf(client, target);
      for (const run of runs) {
        if (runs.length > 1 && !options.json) {
          context.terminal.print(
            colours.bold(`── ${run.JobName} ${run.JobRunState}`),
          );
        }
        await printLogs(client, run, options, context);
      }
    });
};

/** What is meant: ids are told by their beginning, jobs go before workflows. */
async function jobRunsOf(
  client: LocalGlueClient,
  target: string,
): Promise<JobRun[]> {
  if (target.startsWith('jr_')) return [await findJobRun(client, target)];
  const jobs = await resourceNames(client, 'job');
  if (jobs.includes(target)) {
    const run = await newestJobRun(client, target);
    if (!run) throw new CliError(`${target} has not run yet.`);
    return [run];
  }
  const workflows = await resourceNames(client, 'workflow');
  if (!workflows.includes(target)) {
    const meant = nearest(target, [...jobs, ...workflows]);
    throw new CliError(
      `There is no job and no workflow "${target}". ${
        meant.length > 0
          ? `Did you mean ${meant.join(' or ')}?`
          : 'See what there is with "local-glue list jobs".'
      }`,
    );
  }
  const [newest] = await newestRuns(client, target, 1);
  if (!newest) throw new CliError(`${target} has not run yet.`);
  const run = await getRun(client, target, newest.WorkflowRunId);
  return Promise.all(
    runSteps(run)
      .filter(step => step.jobRunId)
      .map(step => getJobRun(client, step.name, step.jobRunId!)),
  );
}

/** Prints what a job run has written, and with `follow` what it writes until its end. */
export async function printLogs(
  client: LocalGlueClient,
  { JobName, Id }: JobRun,
  options: LogsOptions,
  { terminal, signal }: CommandContext,
): Promise<JobRun> {
  const log = new JobRunLog(client, Id);
  const look = async () => {
    // Asked before reading: what was written before the end is read after it.
    const run = await getJobRun(client, JobName, Id);
    for await (const event of log.newEvents(run)) {
      terminal.print(options.json ? JSON.stringify(event) : event.message);
    }
    if (!options.follow || isJobRunOver(run)) {
      if (log.isEmpty && !options.json) {
        terminal.note(`${JobName} has written nothing in this run.`);
      }
      return run;
    }
    return undefined;
  };
  return poll(look, {
    signal,
    interrupted: () =>
      `The job run goes on. Stop it with "local-glue stop ${Id}".`,
  });
}
