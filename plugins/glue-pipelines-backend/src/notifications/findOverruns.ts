import { tooLongAfter } from '@glue-pipelines/backstage-plugin-common';
import { ActiveRun } from '../database/WorkflowSummaries';
import { Notice } from './Notice';

/**
 * Runs that go on and take unusually long, as far as AWS was read since: they
 * may have ended after the last look.
 *
 * @param now the time, as all replicas have it
 */
export function findOverruns(runs: readonly ActiveRun[], now: Date): Notice[] {
  return runs.flatMap(run => {
    const limit = tooLongAfter(run);
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
          },
        }
      : [];
  });
}
