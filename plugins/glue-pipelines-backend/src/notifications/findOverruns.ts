import { tooLongAfter } from '@glue-pipelines/backstage-plugin-common';
import { ActiveRun } from '../database/WorkflowSummaries';
import { Notice } from './Notice';

/**
 * Runs that go on and take longer than promised, or else unusually long, as far
 * as AWS was read since: they may have ended after the last look.
 *
 * @param promised the longest that runs take by promise, in seconds by the ARN of their workflow
 * @param now the time, as all replicas have it
 */
export function findOverruns(
  runs: readonly ActiveRun[],
  promised: ReadonlyMap<string, number>,
  now: Date,
): Notice[] {
  return runs.flatMap(run => {
    const promisedSeconds = promised.get(run.arn);
    const limit = tooLongAfter(run, promisedSeconds);
    const due =
      limit === undefined ? Infinity : Date.parse(run.startedAt) + limit * 1000;
    const read = run.collectedAt ? Date.parse(run.collectedAt) : 0;
    return due < Math.min(read, now.getTime())
      ? {
          workflowArn: run.arn,
          kind: 'overrun' as const,
          occasion: run.id,
          happenedAt: now.toISOString(),
          details: {
            runId: run.id,
            health: run.health,
            startedAt: run.startedAt,
            medianSeconds: run.medianSeconds,
            ...(promisedSeconds !== undefined && { promisedSeconds }),
          },
        }
      : [];
  });
}
