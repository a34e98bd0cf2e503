import type { Job } from '@aws-sdk/client-glue';
import { capacity } from '../engine/capacity';
import { timeoutMinutes } from '../engine/jobSettings';
import { invalidInput } from '../errors';
import type { StoredJob } from '../store/definitions';

/**
 * A job's definition with the values that Glue gives to what was left out.
 *
 * @throws AwsError InvalidInputException when the capacity is given twice
 */
export function jobDefinition(job: Job & { Name: string }): StoredJob {
  const isCapacityTwice =
    job.MaxCapacity !== undefined &&
    (job.WorkerType !== undefined || job.NumberOfWorkers !== undefined);
  if (isCapacityTwice) {
    throw invalidInput(
      `Job ${job.Name} has MaxCapacity and WorkerType or NumberOfWorkers. Give one or the other.`,
    );
  }
  const { MaxCapacity } = capacity(job, {
    MaxCapacity: job.MaxCapacity ?? job.AllocatedCapacity,
    WorkerType: job.WorkerType,
    NumberOfWorkers: job.NumberOfWorkers,
  });
  return {
    ...job,
    JobMode: job.JobMode ?? 'SCRIPT',
    ExecutionProperty: job.ExecutionProperty ?? { MaxConcurrentRuns: 1 },
    MaxRetries: job.MaxRetries ?? 0,
    Timeout: timeoutMinutes(job),
    AllocatedCapacity: Math.floor(MaxCapacity),
    MaxCapacity,
  };
}
