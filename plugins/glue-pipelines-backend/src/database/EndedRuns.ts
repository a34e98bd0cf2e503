import { RunHealth } from '@glue-pipelines/backstage-plugin-common';
import { Knex } from 'knex';
import { RunRow, secondsBetween } from './rows';

/** ARNs per statement: well below the databases' limits on parameters. */
const CHUNK = 500;

/** A run that has ended. */
export interface EndedRun {
  arn: string;
  health: RunHealth;
  /** ISO 8601 in UTC. */
  completedAt: string;
  durationSeconds?: number;
  /** As far as Glue tells. */
  dpuHours?: number;
}

/**
 * The runs of some workflows that began since a time and ended before another,
 * ISO 8601 in UTC with milliseconds; those that ended first come first.
 */
export async function endedRuns(
  knex: Knex,
  arns: string[],
  since: string,
  until: string,
): Promise<EndedRun[]> {
  const found: EndedRun[] = [];
  for (let i = 0; i < arns.length; i += CHUNK) {
    const rows = await knex<RunRow>('runs')
      .whereIn('workflow_arn', arns.slice(i, i + CHUNK))
      .andWhere('ordered_at', '>=', since)
      .andWhere('completed_at', '<', until)
      .orderBy('completed_at')
      .select<RunRow[]>(
        'workflow_arn',
        'health',
        'started_at',
        'completed_at',
        'dpu_hours',
      );
    found.push(
      ...rows.map(row => ({
        arn: row.workflow_arn,
        health: row.health as RunHealth,
        completedAt: row.completed_at!,
        durationSeconds: secondsBetween(row.started_at, row.completed_at),
        dpuHours: row.dpu_hours ?? undefined,
      })),
    );
  }
  return found;
}
