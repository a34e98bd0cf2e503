import { FleetRun } from '@glue-pipelines/backstage-plugin-common';
import { BarRun } from '../runs/bars';

/** A run that took some time has ended. */
export function endedAt(run: FleetRun): BarRun {
  const { startedAt, durationSeconds } = run;
  return startedAt && durationSeconds !== undefined
    ? {
        ...run,
        completedAt: new Date(
          Date.parse(startedAt) + durationSeconds * 1000,
        ).toISOString(),
      }
    : run;
}
