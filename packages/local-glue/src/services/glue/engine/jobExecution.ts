import type { JobExecution } from '../../../jobs/JobExecutor';
import type { StoredJob } from '../store/definitions';
import type { StoredJobRun } from '../store/JobRunStore';
import {
  DEFAULT_GLUE_VERSION,
  effectiveArguments,
  timeoutMinutes,
} from './jobSettings';

/**
 * What the process of a job run needs.
 *
 * @throws Error when the job is of a kind that cannot be executed here
 */
export function jobExecution(run: StoredJobRun, job: StoredJob): JobExecution {
  const commandName = job.Command?.Name;
  if (commandName !== 'glueetl' && commandName !== 'pythonshell') {
    throw new Error(
      `Job ${job.Name} has the command ${commandName}. local-glue runs glueetl and pythonshell jobs.`,
    );
  }
  const scriptLocation = job.Command?.ScriptLocation;
  if (!scriptLocation) {
    throw new Error(
      `Job ${job.Name} has no Command.ScriptLocation. Set it to the s3:// location of its script.`,
    );
  }
  return {
    jobRunId: run.Id,
    jobName: job.Name,
    commandName,
    scriptLocation,
    glueVersion: job.GlueVersion ?? DEFAULT_GLUE_VERSION,
    arguments: effectiveArguments(job, run.Arguments),
    timeoutMinutes: run.Timeout ?? timeoutMinutes(job),
    workerType: run.WorkerType,
    maxCapacity: run.MaxCapacity,
  };
}
