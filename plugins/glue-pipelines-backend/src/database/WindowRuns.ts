import { RunHealth } from '@glue-pipelines/backstage-plugin-common';
import { Knex } from 'knex';
import { RunRow, secondsBetween } from './rows';
import { RecentRun } from './WorkflowSummaries';

/** ARNs per statement: well below the databases' limits on parameters. */
const CHUNK = 500;
/** Runs that began earlier than this before a window are looked for only while they go on, in milliseconds. */
const LOOK_BACK_MS = 24 * 60 * 60_000;

/** A window of time, ISO 8601 in UTC with milliseconds. */
export interface RunWindow {
  from: string;
  /** Later than `from`, and not in it. */
  to: string;
}

/** How many runs of a workflow are in a window, by what became of them. */
export type WindowCounts = Partial<Record<RunHealth, number>>;

/**
 * The runs of many workflows in a window of time: those of which a part is in
 * it. Each workflow's runs are found by their index.
 */
export class WindowRuns {
  constructor(private readonly knex: Knex) {}

  /** Of those workflows that ran in the window. */
  async count(
    arns: string[],
    window: RunWindow,
  ): Promise<Map<string, WindowCounts>> {
    const found = new Map<string, WindowCounts>();
    for (let i = 0; i < arns.length; i += CHUNK) {
      for (const ages of [this.young, this.old]) {
        const rows = await ages(arns.slice(i, i + CHUNK), window)
          .groupBy('workflow_arn', 'health')
          .select<{ workflow_arn: string; health: RunHealth; runs: number }[]>(
            'workflow_arn',
            'health',
            this.knex.raw('count(*) AS runs'),
          );
        for (const { workflow_arn, health, runs } of rows) {
          const counts = found.get(workflow_arn) ?? {};
          counts[health] = (counts[health] ?? 0) + Number(runs);
          found.set(workflow_arn, counts);
        }
      }
    }
    return found;
  }

  /**
   * The newest of each workflow, newest first.
   * @param most runs of one workflow
   */
  async newest(
    arns: string[],
    window: RunWindow,
    most: number,
  ): Promise<Map<string, RecentRun[]>> {
    const found = new Map<string, RecentRun[]>();
    for (const ages of [this.young, this.old]) {
      const placed = ages(arns, window).select(
        'workflow_arn',
        'run_id',
        'health',
        'started_at',
        'completed_at',
        this.knex.raw(
          'row_number() OVER (PARTITION BY workflow_arn ORDER BY ordered_at DESC, run_id DESC) AS place',
        ),
      );
      const rows = await this.knex
        .from(placed.as('placed'))
        .where('place', '<=', most)
        .orderBy(['workflow_arn', 'place'])
        .select<RunRow[]>(
          'workflow_arn',
          'run_id',
          'health',
          'started_at',
          'completed_at',
        );
      for (const row of rows) {
        const runs = found.get(row.workflow_arn) ?? [];
        if (runs.length < most) {
          runs.push({
            id: row.run_id,
            health: row.health as RunHealth,
            startedAt: row.started_at ?? undefined,
            durationSeconds: secondsBetween(row.started_at, row.completed_at),
          });
        }
        found.set(row.workflow_arn, runs);
      }
    }
    return found;
  }

  /** Those that began in the window, or not long before it and were not over when it began. */
  private readonly young = (arns: string[], { from, to }: RunWindow) =>
    this.knex<RunRow>('runs')
      .whereIn('workflow_arn', arns)
      .andWhere('ordered_at', '>=', lookedBack(from))
      .andWhere('ordered_at', '<', to)
      .andWhere(began =>
        began
          .where('ordered_at', '>=', from)
          .orWhere('completed_at', '>', from)
          .orWhereRaw('active = true'),
      );

  /** Those that began long before it and still go on. */
  private readonly old = (arns: string[], { from }: RunWindow) =>
    this.knex<RunRow>('runs')
      .whereIn('workflow_arn', arns)
      .andWhere('ordered_at', '<', lookedBack(from))
      // As a literal: SQLite uses a partial index only for the text of its condition.
      .andWhereRaw('active = true');
}

function lookedBack(from: string): string {
  return new Date(Date.parse(from) - LOOK_BACK_MS).toISOString();
}
