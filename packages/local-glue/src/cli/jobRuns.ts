import { CliError } from './CliError';
import { LocalGlueClient } from './LocalGlueClient';
import { isNotFound, resourceNames } from './resourceNames';

/** The parts of Glue's JobRun that the command line reads; times are epoch seconds. */
export interface JobRun {
  Id: string;
  JobName: string;
  JobRunState: string;
  Attempt?: number;
  StartedOn?: number;
  CompletedOn?: number;
  StateDetail?: string;
  ErrorMessage?: string;
  /** A prefix: the streams are in `<prefix>/output` and `<prefix>/error`. */
  LogGroupName?: string;
}

const finalStates = [
  'SUCCEEDED',
  'FAILED',
  'STOPPED',
  'TIMEOUT',
  'ERROR',
  'EXPIRED',
];

export function isJobRunOver({ JobRunState }: JobRun): boolean {
  return finalStates.includes(JobRunState);
}

export async function getJobRun(
  client: LocalGlueClient,
  JobName: string,
  RunId: string,
): Promise<JobRun> {
  const { JobRun: run } = await client.call<{ JobRun: JobRun }>(
    'glue',
    'GetJobRun',
    { JobName, RunId },
  );
  return run;
}

/** The newest run of a job; undefined when it has not run. Rejects when there is no such job. */
export async function newestJobRun(
  client: LocalGlueClient,
  JobName: string,
): Promise<JobRun | undefined> {
  const { JobRuns } = await client.call<{ JobRuns?: JobRun[] }>(
    'glue',
    'GetJobRuns',
    { JobName, MaxResults: 1 },
  );
  return JobRuns?.[0];
}

/** Job run ids are unique, but the API asks for the job's name as well. */
export async function findJobRun(
  client: LocalGlueClient,
  jobRunId: string,
): Promise<JobRun> {
  const names = await resourceNames(client, 'job');
  const atOnce = 25;
  for (let from = 0; from < names.length; from += atOnce) {
    const found = await Promise.all(
      names.slice(from, from + atOnce).map(async name => {
        try {
          return await getJobRun(client, name, jobRunId);
        } catch (error) {
          if (isNotFound(error)) return undefined;
          throw error;
        }
      }),
    );
    const run = found.find(candidate => candidate !== undefined);
    if (run) return run;
  }
  throw new CliError(`No job has a run ${jobRunId}.`);
}
