import type { Job } from '@aws-sdk/client-glue';
import { capacity } from '../engine/capacity';
import { checkJob } from '../engine/jobRules';
import { DEFAULT_GLUE_VERSION, timeoutMinutes } from '../engine/jobSettings';
import type { StoredJob } from '../store/definitions';

/**
 * A job's definition with the values that Glue gives to what was left out.
 *
 * @throws AwsError InvalidInputException, see `checkJob`
 */
export function jobDefinition(given: Job & { Name: string }): StoredJob {
  const job: StoredJob = {
    ...given,
    // "Jobs that are created without specifying a Glue version default to
    // Glue 5.1" (CreateJob, AWS Glue API reference), said of Spark jobs.
    GlueVersion:
      given.GlueVersion ??
      (given.Command?.Name === 'glueetl' ? DEFAULT_GLUE_VERSION : undefined),
  };
  checkJob(job);
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
