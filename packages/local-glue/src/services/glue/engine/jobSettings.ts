import { logGroupPrefix } from '../../../jobs/capture/logGroupPrefix';
import type { StoredJob } from '../store/definitions';

/**
 * What a script receives: the job's defaults, over them the run's, over all
 * the ones that no run may override ("Using job parameters in AWS Glue jobs").
 */
export function effectiveArguments(
  job: StoredJob,
  runArguments: Record<string, string> = {},
): Record<string, string> {
  return {
    ...job.DefaultArguments,
    ...runArguments,
    ...job.NonOverridableArguments,
  };
}

/** The arguments of a job run that a trigger starts inside a workflow. */
export function workflowArguments(
  actionArguments: Record<string, string> | undefined,
  workflowName: string,
  workflowRunId: string,
): Record<string, string> {
  return {
    ...actionArguments,
    '--WORKFLOW_NAME': workflowName,
    '--WORKFLOW_RUN_ID': workflowRunId,
  };
}

/** Of Spark jobs that name none (CreateJob, GlueVersion). */
export const DEFAULT_GLUE_VERSION = '5.1';

/**
 * Minutes. Where neither run nor job says: 480 from Glue 5.0 on, 2,880 before
 * (CreateJob, Timeout).
 */
export function timeoutMinutes(job: StoredJob, requested?: number): number {
  const explicit = requested ?? job.Timeout;
  if (explicit) return explicit;
  const isSpark = job.Command?.Name !== 'pythonshell';
  const version = parseFloat(job.GlueVersion ?? DEFAULT_GLUE_VERSION);
  return isSpark && version >= 5 ? 480 : 2880;
}

/** JobRun.LogGroupName: a prefix, to which Glue adds `/output` and `/error`. */
export function logGroupName(
  job: StoredJob,
  requested?: Record<string, string>,
): string {
  return logGroupPrefix(job.Command?.Name, effectiveArguments(job, requested));
}

/** How many runs of the job may be active at once; 1 unless told otherwise. */
export function maxConcurrentRuns(job: StoredJob): number {
  return job.ExecutionProperty?.MaxConcurrentRuns ?? 1;
}

/**
 * A job run is tried again after FAILED, not after TIMEOUT ("Number of
 * retries" among the job properties in the AWS Glue Developer Guide). Its
 * FAILED is seen by triggers only when no attempt is left (whether Glue shows
 * it to them before is not documented).
 */
export function mayRetry(
  job: StoredJob,
  run: { JobRunState: string; Attempt: number },
): boolean {
  return run.JobRunState === 'FAILED' && run.Attempt < (job.MaxRetries ?? 0);
}
