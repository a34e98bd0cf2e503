import { WorkflowRun } from './runNodes';

/** COMPLETED alone does not tell whether anything failed: the numbers do. */
export function describeStatistics(
  statistics: WorkflowRun['Statistics'] = {},
): string {
  const counts: [number | undefined, string][] = [
    [statistics.SucceededActions, 'succeeded'],
    [statistics.FailedActions, 'failed'],
    [statistics.ErroredActions, 'in error'],
    [statistics.TimeoutActions, 'timed out'],
    [statistics.StoppedActions, 'stopped'],
    [statistics.RunningActions, 'running'],
    [statistics.WaitingActions, 'waiting'],
  ];
  const words = counts
    .filter(([count]) => count)
    .map(([count, word]) => `${count} ${word}`);
  return `${words.join(', ') || 'none started'} of ${statistics.TotalActions ?? 0}`;
}
