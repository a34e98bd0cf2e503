import type { Job, StartJobRunRequest } from '@aws-sdk/client-glue';
import { invalidInput } from '../errors';

/** "Jobs must have timeout values less than 7 days or 10080 minutes" (CreateJob, Timeout). */
const MAX_TIMEOUT_MINUTES = 10_080;

/** What of its job's definition a run may replace. */
type Settings = Pick<
  StartJobRunRequest,
  | 'Timeout'
  | 'MaxCapacity'
  | 'AllocatedCapacity'
  | 'WorkerType'
  | 'NumberOfWorkers'
  | 'ExecutionClass'
>;

type Definition = Settings & Pick<Job, 'Name' | 'Command' | 'GlueVersion'>;

/**
 * The rules that a job keeps in itself, beyond the constraints of its members
 * (CreateJob, AWS Glue API reference).
 *
 * @throws AwsError InvalidInputException
 */
export function checkJob(job: Definition): void {
  checkSettings(job, job);
}

/**
 * The same rules for a run of the job (StartJobRun, AWS Glue API reference).
 *
 * @throws AwsError InvalidInputException
 */
export function checkJobRun(run: Settings, job: Definition): void {
  checkSettings(run, job);
}

function checkSettings(
  settings: Settings,
  { Name, Command, GlueVersion }: Definition,
): void {
  checkTimeout(settings.Timeout, `job ${Name}`);
  const { MaxCapacity, WorkerType, NumberOfWorkers, ExecutionClass } = settings;
  if (MaxCapacity !== undefined && (WorkerType || NumberOfWorkers)) {
    throw invalidInput(
      `Job ${Name} has MaxCapacity and WorkerType or NumberOfWorkers. Give one or the other.`,
    );
  }
  const isPythonShell = Command?.Name === 'pythonshell';
  if (isPythonShell && MaxCapacity !== undefined) {
    if (MaxCapacity !== 0.0625 && MaxCapacity !== 1) {
      throw invalidInput(
        `MaxCapacity of job ${Name} is ${MaxCapacity}. A Python shell job takes 0.0625 or 1 DPU.`,
      );
    }
  }
  if (ExecutionClass === 'FLEX') {
    if (Command?.Name !== 'glueetl' || parseFloat(GlueVersion ?? '5.1') < 3) {
      throw invalidInput(
        `ExecutionClass of job ${Name} is FLEX, which is for glueetl jobs of Glue 3.0 and later.`,
      );
    }
  }
}

/**
 * @param whose - for the message, e.g. `job load`
 * @throws AwsError InvalidInputException
 */
export function checkTimeout(minutes: number | undefined, whose: string): void {
  if (minutes !== undefined && minutes > MAX_TIMEOUT_MINUTES) {
    throw invalidInput(
      `Timeout of ${whose} is ${minutes} minutes. The most is ${MAX_TIMEOUT_MINUTES}, 7 days.`,
    );
  }
}
