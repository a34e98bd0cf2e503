import { CliError } from '../CliError';
import { CommandContext, examples, RegisterCommand } from '../Command';
import { GlobalOptions } from '../GlobalOptions';
import { LocalGlueClient, ServiceError } from '../LocalGlueClient';
import { pause } from '../pause';

interface LogsOptions extends GlobalOptions {
  follow?: boolean;
}

interface JobRun {
  Id: string;
  JobRunState: string;
  /** A prefix: the streams are in `<prefix>/output` and `<prefix>/error`. */
  LogGroupName?: string;
}

interface Stream {
  group: string;
  name: string;
  token?: string;
}

const finalStates = [
  'SUCCEEDED',
  'FAILED',
  'STOPPED',
  'TIMEOUT',
  'ERROR',
  'EXPIRED',
];
const pollMilliseconds = 500;

/** `logs <job-run-id>`: what a job run wrote. */
export const registerLogs: RegisterCommand = (program, context) => {
  program
    .command('logs')
    .description('print what a job run wrote')
    .argument('<job-run-id>', 'jr_ and 64 hexadecimal digits')
    .option('-f, --follow', 'go on until the job run ends')
    .addHelpText(
      'after',
      examples('logs jr_0123...', 'logs jr_0123... --follow'),
    )
    .action(async (jobRunId: string, _options, command) => {
      const options: LogsOptions = command.optsWithGlobals();
      const client = context.client(options);
      const jobName = await findJob(client, jobRunId);
      await printLogs(client, jobName, jobRunId, options, context);
    });
};

/** Job run ids are unique, but the API asks for the job's name as well. */
async function findJob(
  client: LocalGlueClient,
  jobRunId: string,
): Promise<string> {
  let NextToken: string | undefined;
  do {
    const page = await client.call<{
      Jobs?: { Name: string }[];
      NextToken?: string;
    }>('glue', 'GetJobs', { NextToken });
    for (const { Name } of page.Jobs ?? []) {
      if (await jobRun(client, Name, jobRunId)) return Name;
    }
    NextToken = page.NextToken;
  } while (NextToken);
  throw new CliError(`No job has a run ${jobRunId}.`);
}

async function jobRun(
  client: LocalGlueClient,
  JobName: string,
  RunId: string,
): Promise<JobRun | undefined> {
  return ifFound(async () => {
    const output = await client.call<{ JobRun: JobRun }>('glue', 'GetJobRun', {
      JobName,
      RunId,
    });
    return output.JobRun;
  });
}

async function printLogs(
  client: LocalGlueClient,
  jobName: string,
  jobRunId: string,
  options: LogsOptions,
  { terminal, signal }: CommandContext,
): Promise<void> {
  const streams = new Map<string, Stream>();
  for (;;) {
    // Asked before reading: what was written before the end is read after it.
    const run = await jobRun(client, jobName, jobRunId);
    const prefix = run?.LogGroupName ?? '/aws-glue/jobs';
    for (const group of [`${prefix}/output`, `${prefix}/error`]) {
      for (const name of await streamNames(client, group, jobRunId)) {
        const key = `${group}:${name}`;
        if (!streams.has(key)) streams.set(key, { group, name });
      }
    }
    for (const stream of streams.values()) {
      for (const event of await newEvents(client, stream)) {
        terminal.print(
          options.json
            ? JSON.stringify({ ...event, logGroup: stream.group })
            : event.message,
        );
      }
    }
    const over = !run || finalStates.includes(run.JobRunState);
    if (!options.follow || over || signal.aborted) break;
    await pause(pollMilliseconds, signal);
  }
  if (streams.size === 0) {
    terminal.note(`${jobName} has written nothing in this run.`);
  }
}

async function streamNames(
  client: LocalGlueClient,
  logGroupName: string,
  jobRunId: string,
): Promise<string[]> {
  const output = await ifFound(() =>
    client.call<{ logStreams?: { logStreamName: string }[] }>(
      'logs',
      'DescribeLogStreams',
      { logGroupName, logStreamNamePrefix: jobRunId },
    ),
  );
  return (output?.logStreams ?? []).map(stream => stream.logStreamName);
}

/** The events after those that were read before; moves the stream's token. */
async function newEvents(
  client: LocalGlueClient,
  stream: Stream,
): Promise<{ timestamp: number; message: string }[]> {
  const events: { timestamp: number; message: string }[] = [];
  for (;;) {
    const page = await client.call<{
      events?: { timestamp: number; message: string }[];
      nextForwardToken?: string;
    }>('logs', 'GetLogEvents', {
      logGroupName: stream.group,
      logStreamName: stream.name,
      startFromHead: true,
      nextToken: stream.token,
    });
    events.push(...(page.events ?? []));
    // At the end of a stream the token stays the same (GetLogEvents, CloudWatch Logs API).
    if (page.nextForwardToken === stream.token || !page.nextForwardToken) {
      return events;
    }
    stream.token = page.nextForwardToken;
  }
}

async function ifFound<Output>(
  call: () => Promise<Output>,
): Promise<Output | undefined> {
  try {
    return await call();
  } catch (error) {
    const code = error instanceof ServiceError ? error.code : '';
    if (/^(EntityNotFound|ResourceNotFound)Exception$/.test(code)) {
      return undefined;
    }
    throw error;
  }
}
