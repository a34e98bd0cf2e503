import {
  PromiseTexts,
  RunHealth,
  skippedOf,
} from '@glue-pipelines/backstage-plugin-common';
import { Knex } from 'knex';
import { medianOf } from './medianOf';
import { RunRow, secondsBetween } from './rows';

/** Runs that the strip of a workflow shows. */
const RECENT = 10;
/** Newest runs that the median and the rate of success are of. */
const JUDGED = 50;
/** Days of which DPU hours are kept: whoever reads takes the last seven that there are then. */
const DPU_DAYS = 8;
const DAY_MS = 24 * 60 * 60_000;
/** ARNs per statement: well below the databases' limits on parameters. */
const CHUNK = 500;

/** A run as a strip shows it. */
export interface RecentRun {
  id: string;
  health: RunHealth;
  /** ISO 8601 in UTC. */
  startedAt?: string;
  /** Absent while it runs. */
  durationSeconds?: number;
  /** Why a run that ended well did nothing. */
  skipped?: string;
}

/** What is known of a workflow and its runs, without any run being read. */
export interface WorkflowSummary {
  arn: string;
  /** What signals call it. */
  signalKey: string;
  /** Its definition was read. */
  defined: boolean;
  collectedAt?: string;
  collectionError?: string;
  /** By its tags, as last read. */
  promises: PromiseTexts;
  /** Of the newest run; absent without runs, like all that follows. */
  lastHealth?: RunHealth;
  lastStartedAt?: string;
  /** Absent while it runs. */
  lastSeconds?: number;
  /** Of the successful ones among the newest runs that had something to do. */
  medianSeconds?: number;
  /** Of the newest runs: how many have ended, and how many of them with success. */
  ended: number;
  succeeded: number;
  /** When the newest successful run ended. */
  lastSuccessAt?: string;
  /** When the newest of those ended that had something to do. */
  lastLoadedAt?: string;
  /** DPU hours by the UTC day on which runs started, e.g. `2026-11-28`; at least of the last seven. */
  dpuDays: Record<string, number>;
}

/** A run that goes on, and how long runs of its workflow usually take, or are promised to. */
export interface ActiveRun {
  arn: string;
  id: string;
  health: RunHealth;
  /** ISO 8601 in UTC. */
  startedAt: string;
  /** When AWS was last read with success. */
  collectedAt?: string;
  /** By the workflow's tags, as last read. */
  promises: PromiseTexts;
  /** Of the successful ones among the newest runs, and how many those are. */
  medianSeconds?: number;
  succeeded: number;
}

interface SummaryRow {
  workflow_arn: string;
  recent: string;
  last_health: string | null;
  last_started_at: string | null;
  last_seconds: number | null;
  median_seconds: number | null;
  ended: number;
  succeeded: number;
  last_success_at: string | null;
  last_loaded_at: string | null;
  dpu_days: string;
}

/**
 * Brings the summary of a workflow up to date, in the transaction that changes
 * its runs. Changes of different runs wait here for each other: each sees what
 * the one before has stored.
 */
export async function refreshSummary(
  trx: Knex.Transaction,
  arn: string,
  now: Date,
): Promise<void> {
  const summary = () =>
    trx<SummaryRow>('workflow_summaries').where('workflow_arn', arn);
  await trx<SummaryRow>('workflow_summaries')
    .insert({ workflow_arn: arn })
    .onConflict('workflow_arn')
    .ignore();
  await summary().forUpdate().select('workflow_arn');
  const runs = () => trx<RunRow>('runs').where('workflow_arn', arn);
  const newest = await runs()
    .orderBy([
      { column: 'ordered_at', order: 'desc' },
      { column: 'run_id', order: 'desc' },
    ])
    .limit(JUDGED)
    .select(
      'run_id',
      'health',
      'active',
      'started_at',
      'completed_at',
      'properties',
    );
  // Of several at once the one that started last need not have ended last.
  const successes = await runs()
    .where('health', 'succeeded')
    .orderBy('ordered_at', 'desc')
    .limit(JUDGED)
    .select('run_id', 'health', 'completed_at', 'properties');
  const days = await runs()
    .andWhere(
      'ordered_at',
      '>=',
      new Date(now.getTime() - DPU_DAYS * DAY_MS).toISOString(),
    )
    .whereNotNull('dpu_hours')
    .groupByRaw('substr(ordered_at, 1, 10)')
    .select<{ day: string; hours: number }[]>(
      trx.raw('substr(ordered_at, 1, 10) AS day'),
      trx.raw('sum(dpu_hours) AS hours'),
    );
  const shown = newest.map((run): RecentRun => ({
    id: run.run_id,
    health: run.health as RunHealth,
    startedAt: run.started_at ?? undefined,
    durationSeconds: secondsBetween(run.started_at, run.completed_at),
    skipped: skippedFor(run),
  }));
  const loaded = newestEnd(successes.filter(run => !skippedFor(run)));
  const successful = shown.filter(({ health }) => health === 'succeeded');
  const last = shown.at(0);
  await summary().update({
    recent: JSON.stringify(shown.slice(0, RECENT)),
    last_health: last?.health ?? null,
    last_started_at: last?.startedAt ?? null,
    last_seconds: last?.durationSeconds ?? null,
    median_seconds:
      medianOf(
        successful.flatMap(run =>
          run.skipped ? [] : (run.durationSeconds ?? []),
        ),
      ) ?? null,
    // What became of the others is not known.
    ended: newest.filter(run => !run.active && run.health !== 'unknown').length,
    succeeded: successful.length,
    last_success_at: newestEnd(successes) ?? null,
    // Where all of these had nothing to do, what was known before still holds.
    ...(loaded !== undefined && { last_loaded_at: loaded }),
    dpu_days: JSON.stringify(
      Object.fromEntries(days.map(({ day, hours }) => [day, hours])),
    ),
  });
}

type Ended = Pick<RunRow, 'run_id' | 'health' | 'completed_at' | 'properties'>;

function skippedFor({ run_id: id, health, properties }: Ended) {
  return skippedOf({
    id,
    health: health as RunHealth,
    properties: JSON.parse(properties),
  });
}

function newestEnd(runs: Ended[]): string | undefined {
  return runs
    .flatMap(run => run.completed_at ?? [])
    .sort()
    .at(-1);
}

/** What lists of many workflows show, of tables that have a row for each. */
export class WorkflowSummaries {
  constructor(private readonly knex: Knex) {}

  /** In no particular order; without those that are not known. */
  async get(arns: string[]): Promise<WorkflowSummary[]> {
    const summaries: WorkflowSummary[] = [];
    for (let i = 0; i < arns.length; i += CHUNK) {
      const rows = await this.knex('workflows')
        .leftJoin<SummaryRow>(
          'workflow_summaries',
          'workflow_summaries.workflow_arn',
          'workflows.arn',
        )
        .leftJoin(
          'workflow_tags',
          'workflow_tags.workflow_arn',
          'workflows.arn',
        )
        .whereIn('workflows.arn', arns.slice(i, i + CHUNK))
        .select<Joined[]>(
          'workflows.arn',
          'workflows.signal_key',
          'workflows.collected_at',
          'workflows.collection_error',
          this.knex.raw(
            'CASE WHEN workflows.definition IS NULL THEN 0 ELSE 1 END AS defined',
          ),
          'workflow_summaries.last_health',
          'workflow_summaries.last_started_at',
          'workflow_summaries.last_seconds',
          'workflow_summaries.median_seconds',
          'workflow_summaries.ended',
          'workflow_summaries.succeeded',
          'workflow_summaries.last_success_at',
          'workflow_summaries.last_loaded_at',
          'workflow_summaries.dpu_days',
          'workflow_tags.promise_tags',
        );
      summaries.push(...rows.map(toSummary));
    }
    return summaries;
  }

  /** All runs that go on, as far as Glue has dated them. */
  async activeRuns(): Promise<ActiveRun[]> {
    const rows = await this.knex<RunRow>('runs')
      .join<SummaryRow>(
        'workflow_summaries',
        'workflow_summaries.workflow_arn',
        'runs.workflow_arn',
      )
      .join('workflows', 'workflows.arn', 'runs.workflow_arn')
      .leftJoin(
        'workflow_tags',
        'workflow_tags.workflow_arn',
        'runs.workflow_arn',
      )
      // As a literal: SQLite uses a partial index only for the text of its condition.
      .whereRaw('runs.active = true')
      .whereNotNull('runs.started_at')
      .select<
        (RunRow &
          SummaryRow & {
            collected_at: string | null;
            promise_tags: string | null;
          })[]
      >(
        'runs.workflow_arn',
        'runs.run_id',
        'runs.health',
        'runs.started_at',
        'workflows.collected_at',
        'workflow_summaries.median_seconds',
        'workflow_summaries.succeeded',
        'workflow_tags.promise_tags',
      );
    return rows.map(row => ({
      arn: row.workflow_arn,
      id: row.run_id,
      health: row.health as RunHealth,
      startedAt: row.started_at!,
      collectedAt: row.collected_at ?? undefined,
      promises: JSON.parse(row.promise_tags ?? '{}'),
      medianSeconds: row.median_seconds ?? undefined,
      succeeded: row.succeeded ?? 0,
    }));
  }

  /** The newest runs of each, newest first. */
  async recentRuns(arns: string[]): Promise<Map<string, RecentRun[]>> {
    const rows = await this.knex<SummaryRow>('workflow_summaries')
      .whereIn('workflow_arn', arns)
      .select('workflow_arn', 'recent');
    return new Map(rows.map(row => [row.workflow_arn, JSON.parse(row.recent)]));
  }
}

type Joined = {
  arn: string;
  signal_key: string | null;
  collected_at: string | null;
  collection_error: string | null;
  promise_tags: string | null;
  defined: number;
} & { [Column in keyof SummaryRow]: SummaryRow[Column] | null };

function toSummary(row: Joined): WorkflowSummary {
  return {
    arn: row.arn,
    signalKey: row.signal_key ?? '',
    defined: Number(row.defined) === 1,
    collectedAt: row.collected_at ?? undefined,
    collectionError: row.collection_error ?? undefined,
    promises: JSON.parse(row.promise_tags ?? '{}'),
    lastHealth: (row.last_health as RunHealth | null) ?? undefined,
    lastStartedAt: row.last_started_at ?? undefined,
    lastSeconds: row.last_seconds ?? undefined,
    medianSeconds: row.median_seconds ?? undefined,
    ended: row.ended ?? 0,
    succeeded: row.succeeded ?? 0,
    lastSuccessAt: row.last_success_at ?? undefined,
    lastLoadedAt: row.last_loaded_at ?? undefined,
    dpuDays: JSON.parse(row.dpu_days ?? '{}'),
  };
}
