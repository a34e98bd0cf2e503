import { PendingRetry, WorkflowNode } from './types';

/** States after which Glue starts a job again ("Job", MaxRetries, AWS Glue API reference). */
const RETRIED: readonly string[] = ['FAILED', 'ERROR'];

/**
 * That Glue will try a failed job again by itself; `undefined` where it will
 * not, or has not to.
 *
 * @param run the state of the run in Glue's words
 * @param maxRetries of the job's definition
 *
 * @public
 */
export function pendingRetryOf(
  { type, attempts }: Pick<WorkflowNode, 'type' | 'attempts'>,
  run: { rawStatus: string },
  maxRetries: number | undefined,
): PendingRetry | undefined {
  const newest = attempts.at(-1);
  const isPending =
    type === 'JOB' &&
    run.rawStatus === 'RUNNING' &&
    newest !== undefined &&
    RETRIED.includes(newest.rawState) &&
    newest.attempt < (maxRetries ?? 0);
  return isPending
    ? { attempt: newest.attempt + 2, of: (maxRetries ?? 0) + 1 }
    : undefined;
}
