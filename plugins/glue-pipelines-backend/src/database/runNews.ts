import { RunHealth } from '@glue-pipelines/backstage-plugin-common';
import { Knex } from 'knex';
import {
  DECISIVE,
  failureOf,
  isBeingRetried,
  NEWS_MS,
  RunChange,
} from '../changes/RunChange';
import { RunRow } from './rows';
import { CollectedRun } from './RunStore';

/** In place of the health that was told: this run is never news. */
const PAST = 'past';

/** What others were told of a run. */
export interface RunNewsRow {
  /** `null` until they were. */
  told_health: RunHealth | typeof PAST | null;
}

/** @param past it is no news if it has ended */
export function listedNews(
  { active, health }: CollectedRun,
  past: boolean,
): RunNewsRow {
  if (!past) {
    return { told_health: null };
  }
  return { told_health: active ? health : PAST };
}

/**
 * What is to be told of a run, in the transaction that stores it and holds its
 * row: of several replicas that read the same, one finds it untold.
 */
export async function newsOf(
  trx: Knex.Transaction,
  {
    run,
    row,
    told,
    now,
  }: {
    run: CollectedRun;
    /** As it will be stored. */
    row: RunRow;
    told: RunNewsRow['told_health'];
    now: Date;
  },
): Promise<RunNewsRow & { change?: RunChange }> {
  const { health } = run;
  if (
    told === PAST ||
    told === health ||
    isBeingRetried(run) ||
    // Only the list of runs was read, which does not tell.
    (health === 'unknown' && !row.detailed)
  ) {
    return { told_health: told };
  }
  const ended = run.completedAt ?? run.startedAt;
  if (!run.active && ended && Date.parse(ended) < now.getTime() - NEWS_MS) {
    return { told_health: PAST };
  }
  const decided = () =>
    trx<RunRow>('runs')
      .where({ workflow_arn: row.workflow_arn, active: false })
      .whereIn('health', DECISIVE);
  const place = [row.ordered_at, row.run_id];
  const previous = await decided()
    .whereRaw('(ordered_at, run_id) < (?, ?)', place)
    .orderBy([
      { column: 'ordered_at', order: 'desc' },
      { column: 'run_id', order: 'desc' },
    ])
    .first('health');
  const newer = await decided()
    .whereRaw('(ordered_at, run_id) > (?, ?)', place)
    .first('run_id');
  return {
    told_health: health,
    change: {
      workflowArn: run.workflowArn,
      runId: row.run_id,
      before: told ?? undefined,
      after: health,
      previous: previous?.health as RunHealth | undefined,
      superseded: newer !== undefined,
      at: now.toISOString(),
      startedAt: run.startedAt,
      completedAt: run.completedAt,
      failure: failureOf(
        run,
        row.failure ? JSON.parse(row.failure) : undefined,
      ),
    },
  };
}
