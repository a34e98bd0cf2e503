import { CommandContext, examples, RegisterCommand } from '../Command';
import { exitCodes } from '../exitCodes';
import { WaitOptions } from '../followRun';
import { formatDuration } from '../format/time';
import { getJobRun, isJobRunOver, JobRun } from '../jobRuns';
import { collectKeyValue, parseSeconds } from '../keyValue';
import { LocalGlueClient } from '../LocalGlueClient';
import { colours } from '../palette';
import { poll } from '../poll';
import { withSuggestions } from '../resourceNames';
import { printLogs } from './logs';

interface StartJobOptions extends WaitOptions {
  arg?: Record<string, string>;
  logs?: boolean;
}

/** `start-job <job>`: runs a job alone. */
export const registerStartJob: RegisterCommand = (program, context) => {
  program
    .command('start-job')
    .description('run one job, outside of any workflow')
    .argument('<job>', "the job's name")
    .option(
      '-a, --arg <key=value>',
      'argument, with or without its leading "--"; may be given several times',
      collectKeyValue,
    )
    .option('-w, --wait', 'until it has ended; exit code 1 unless it succeeds')
    .option(
      '--logs',
      'print what it writes while it runs; waits as --wait does',
    )
    .option(
      '--timeout <seconds>',
      'with --wait: exit code 4 when it takes longer',
      parseSeconds,
    )
    .addHelpText(
      'after',
      examples(
        'start-job covid-hiring-load --wait',
        'start-job covid-hiring-load --logs',
        'start-job covid-hiring-load --arg DATA_BUCKET=other --wait --json',
      ),
    )
    .action(async (job: string, _options, command) => {
      const options: StartJobOptions = command.optsWithGlobals();
      const client = context.client(options);
      const { JobRunId } = await withSuggestions(client, 'job', job, () =>
        client.call('glue', 'StartJobRun', {
          JobName: job,
          Arguments: options.arg && withDashes(options.arg),
        }),
      );
      const { terminal } = context;
      if (!options.wait && !options.logs) {
        terminal.print(options.json ? JSON.stringify({ JobRunId }) : JobRunId);
        return;
      }
      const started = await getJobRun(client, job, JobRunId);
      const run =
        options.logs && !options.json
          ? await printLogs(
              client,
              started,
              { ...options, follow: true },
              context,
            )
          : await followJobRun(client, started, options, context);
      if (options.json) terminal.print(JSON.stringify(run));
      else printEnd(run, context);
      context.setExitCode(
        run.JobRunState === 'SUCCEEDED' ? exitCodes.success : exitCodes.failed,
      );
    });
};

/** Glue's own way to write the names of arguments. */
function withDashes(args: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(args).map(([key, value]) => [
      key.startsWith('--') ? key : `--${key}`,
      value,
    ]),
  );
}

async function followJobRun(
  client: LocalGlueClient,
  started: JobRun,
  options: StartJobOptions,
  { terminal, signal }: CommandContext,
): Promise<JobRun> {
  const { JobName, Id } = started;
  const goesOn = `The job run goes on. Stop it with "local-glue stop ${Id}".`;
  let told = '';
  const look = async () => {
    const run = await getJobRun(client, JobName, Id);
    const state = `${run.JobRunState}${run.StateDetail ? `: ${run.StateDetail}` : ''}`;
    if (options.json) {
      // Only its end is told.
    } else if (terminal.isInteractive) {
      const took = Date.now() / 1000 - (run.StartedOn ?? 0);
      terminal.redraw([
        colours.cyan(`● ${JobName} ${state}  ${formatDuration(took)}`),
      ]);
    } else if (state !== told && !isJobRunOver(run)) {
      terminal.print(`${JobName} (job) ${state}`);
    }
    told = state;
    return isJobRunOver(run) ? run : undefined;
  };
  return poll(look, {
    timeout: options.timeout,
    signal,
    interrupted: () => goesOn,
    timedOut: () =>
      `${JobName} has not ended after ${options.timeout} s. ${goesOn}`,
  });
}

function printEnd(run: JobRun, { terminal }: CommandContext): void {
  const took = formatDuration((run.CompletedOn ?? 0) - (run.StartedOn ?? 0));
  const line = `${run.JobName} ${run.JobRunState} after ${took}${run.ErrorMessage ? `: ${run.ErrorMessage}` : ''}`;
  terminal.print(
    run.JobRunState === 'SUCCEEDED' ? colours.green(line) : colours.red(line),
  );
  if (run.JobRunState !== 'SUCCEEDED') {
    terminal.print(colours.dim(`  local-glue logs ${run.Id}`));
  }
}
