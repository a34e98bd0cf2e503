import { RunDetail, RunSummary } from '@glue-pipelines/backstage-plugin-common';
import { Knex } from 'knex';
import { RunChange } from '../changes/RunChange';
import { databaseClock } from './databaseClock';
import {
  GraphRow,
  JoinedRow,
  RunReadingRow,
  RunRow,
  toRunDetail,
  toRunRow,
  toRunSummary,
  toStoredWorkflow,
  VERSION_PART,
  WorkflowRow,
} from './rows';
import {
  CollectedRun,
  OpenRuns,
  RunPage,
  RunQuery,
  RunStore,
  RunTimes,
} from './RunStore';
import { listedNews } from './runNews';
import { saveRun } from './saveRun';
import { storable } from './storable';
import { refreshSummary } from './WorkflowSummaries';

/** Rows or ids per statement: SQLite allows 32,766 parameters in one. */
const CHUNK = 200;
/** Pauses before a run that AWS answered with an error is read again, in milliseconds. */
const FIRST_RETRY_MS = 60_000;
const LONGEST_RETRY_MS = 24 * 60 * 60_000;

export class KnexRunStore implements RunStore {
  private readonly clock: () => Promise<Date>;

  /** @param onChange hears of each change once, after it is stored */
  constructor(
    private readonly knex: Knex,
    private readonly onChange: (change: RunChange) => void = () => {},
  ) {
    this.clock = databaseClock(knex);
  }

  async getWorkflows(arns: string[]) {
    const rows = await this.knex<WorkflowRow>('workflows').whereIn(
      'arn',
      arns.map(storable),
    );
    const byArn = new Map(rows.map(row => [row.arn, toStoredWorkflow(row)]));
    return arns.flatMap(arn => byArn.get(arn) ?? []);
  }

  async listRuns(arn: string, limit: number): Promise<RunSummary[]> {
    return (await this.pageRuns(arn, { limit })).runs;
  }

  async pageRuns(arn: string, query: RunQuery): Promise<RunPage> {
    const { rows, last } = await this.pageRows(arn, query);
    return { runs: rows.map(toRunSummary), last };
  }

  async pageGraphs(arn: string, query: RunQuery): Promise<RunPage<RunDetail>> {
    const { rows, last } = await this.pageRows(arn, query);
    const graphs = await this.knex<GraphRow>('graphs')
      .where('workflow_arn', storable(arn))
      .whereIn('hash', [...new Set(rows.flatMap(row => row.graph_hash ?? []))]);
    const byHash = new Map(graphs.map(graph => [graph.hash, graph]));
    return {
      runs: rows.map(row => toRunDetail(row, byHash.get(row.graph_hash ?? ''))),
      last,
    };
  }

  private async pageRows(arn: string, query: RunQuery) {
    const { limit, after, health, startedFrom, startedBefore } = query;
    const { startedBy, version, properties = [] } = query;
    const found = this.runs(arn)
      .orderBy([
        { column: 'runs.ordered_at', order: 'desc' },
        { column: 'runs.run_id', order: 'desc' },
      ])
      .limit(limit + 1);
    if (after) {
      found.whereRaw('(runs.ordered_at, runs.run_id) < (?, ?)', [
        storable(after.orderedAt),
        storable(after.runId),
      ]);
    }
    if (health) {
      found.whereIn('runs.health', health);
    }
    if (startedFrom) {
      found.where('runs.ordered_at', '>=', startedFrom);
    }
    if (startedBefore) {
      found.where('runs.ordered_at', '<', startedBefore);
    }
    if (startedBy === 'elsewhere') {
      found.whereNull('run_starts.started_by');
    } else if (startedBy === 'portal') {
      found.whereNotNull('run_starts.started_by');
    } else if (startedBy !== undefined) {
      found.where('run_starts.started_by', storable(startedBy));
    }
    if (version !== undefined) {
      found.whereRaw('substr(runs.graph_hash, 1, ?) = ?', [
        VERSION_PART,
        version.slice(0, VERSION_PART),
      ]);
      found.whereRaw('substr(run_configurations.definitions_hash, 1, ?) = ?', [
        VERSION_PART,
        version.slice(VERSION_PART),
      ]);
    }
    for (const [name, value] of properties) {
      this.withProperty(found, name, value);
    }
    const rows = await found;
    const shown = rows.slice(0, limit);
    const last = shown.at(-1);
    return {
      rows: shown,
      last:
        rows.length > limit && last
          ? { orderedAt: last.ordered_at, runId: last.run_id }
          : undefined,
    };
  }

  /**
   * By the text of the column, which `JSON.stringify` has written: what stands
   * before a name in it, `{` or `,` and an unescaped quote, stands nowhere
   * else. Postgres could not even read a JSON with NUL as such.
   */
  private withProperty(
    found: Knex.QueryBuilder,
    name: string,
    value?: string,
  ): void {
    const pair = `${JSON.stringify(name)}:${value === undefined ? '' : JSON.stringify(value)}`;
    const isPostgres = this.knex.client.config.client === 'pg';
    const position = isPostgres ? 'strpos' : 'instr';
    found.whereRaw(
      `(${position}(runs.properties, ?) > 0 OR ${position}(runs.properties, ?) > 0)`,
      [`{${pair}`, `,${pair}`],
    );
  }

  async runTimes(arn: string, since: string): Promise<RunTimes[]> {
    const rows = await this.knex<RunRow>('runs')
      .where('workflow_arn', storable(arn))
      .andWhere('ordered_at', '>=', since)
      .orderBy('ordered_at')
      .select('run_id', 'health', 'ordered_at', 'completed_at');
    return rows.map(row => ({
      id: row.run_id,
      health: row.health as RunTimes['health'],
      startedAt: row.ordered_at,
      completedAt: row.completed_at ?? undefined,
    }));
  }

  async lastRunsBy(arn: string, property: string) {
    const found = this.knex<RunRow>('runs')
      .where('workflow_arn', storable(arn))
      .orderBy('ordered_at')
      .select('run_id', 'health', 'ordered_at', 'properties');
    this.withProperty(found, property);
    return new Map(
      (await found).map(row => [
        JSON.parse(row.properties)[property] as string,
        {
          id: row.run_id,
          health: row.health as RunTimes['health'],
          startedAt: row.ordered_at,
        },
      ]),
    );
  }

  async lastRun(arn: string) {
    const [last] = await this.listRuns(arn, 1);
    return last && (await this.getRun(arn, last.id))?.run;
  }

  async getRun(arn: string, runId: string) {
    const row = await this.runs(arn)
      .where('runs.run_id', storable(runId))
      .first();
    if (!row) {
      return undefined;
    }
    const graph = await this.knex<GraphRow>('graphs')
      .where({ workflow_arn: storable(arn), hash: row.graph_hash ?? '' })
      .first();
    return { run: toRunDetail(row, graph), detailed: Boolean(row.detailed) };
  }

  async openRuns(arn: string, since: Date, limit: number): Promise<OpenRuns> {
    const now = await this.clock();
    const runs = () => this.knex<RunRow>('runs').where('workflow_arn', arn);
    // As a literal: SQLite uses a partial index only for the text of its condition.
    const active = await runs()
      .andWhereRaw('active = true')
      .select('run_id', 'raw_status', 'statistics');
    const due = await runs()
      .whereNotNull('read_due_at')
      .andWhere('read_due_at', '<=', now.toISOString())
      .orderBy('ordered_at', 'desc')
      .limit(limit)
      .select('run_id');
    const announced = await this.knex('run_starts')
      .leftJoin('runs', join =>
        join
          .on('runs.workflow_arn', 'run_starts.workflow_arn')
          .andOn('runs.run_id', 'run_starts.run_id'),
      )
      .where('run_starts.workflow_arn', arn)
      .andWhere('run_starts.requested_at', '>=', since.toISOString())
      .whereNull('runs.run_id')
      .select<{ run_id: string }[]>('run_starts.run_id');
    return {
      active: active.map(row => ({
        id: row.run_id,
        rawStatus: row.raw_status,
        statistics: JSON.parse(row.statistics),
      })),
      due: due.map(row => row.run_id),
      announced: announced.map(row => row.run_id),
    };
  }

  async saveListed(
    arn: string,
    runs: CollectedRun[],
    toRead: Set<string>,
    past: ReadonlySet<string> = new Set(),
  ) {
    const added = new Set<string>();
    for (let i = 0; i < runs.length; i += CHUNK) {
      const chunk = runs.slice(i, i + CHUNK);
      const stored = await this.knex<RunRow>('runs')
        .where('workflow_arn', arn)
        .whereIn(
          'run_id',
          chunk.map(run => run.id),
        )
        .select('run_id');
      const known = new Set(stored.map(row => row.run_id));
      const fresh = chunk.filter(run => !known.has(run.id));
      if (fresh.length > 0) {
        const time = await this.clock();
        const now = time.toISOString();
        await this.knex.transaction(async trx => {
          await trx('runs')
            .insert(
              fresh.map(run => ({
                ...toRunRow(run, now, undefined),
                ...listedNews(run, past.has(run.id)),
                read_due_at: toRead.has(run.id) ? now : null,
              })),
            )
            .onConflict(['workflow_arn', 'run_id'])
            .ignore();
          await refreshSummary(trx, arn, time);
        });
        fresh.forEach(run => added.add(run.id));
      }
    }
    return added;
  }

  async recordReadError(arn: string, runId: string, error: string) {
    const now = await this.clock();
    const run = () =>
      this.knex<RunRow & RunReadingRow>('runs').where({
        workflow_arn: arn,
        run_id: runId,
      });
    const failures = (await run().first())?.read_failures ?? 0;
    const pause = Math.min(
      LONGEST_RETRY_MS,
      FIRST_RETRY_MS * 2 ** Math.min(failures, 20),
    );
    await run().update({
      read_failures: failures + 1,
      read_error: storable(error),
      read_due_at: new Date(now.getTime() + pause).toISOString(),
    });
  }

  async giveUpReading(arn: string, runId: string) {
    await this.knex<RunRow & RunReadingRow>('runs')
      .where({ workflow_arn: arn, run_id: runId })
      .update({ read_due_at: null });
  }

  async saveRun(run: CollectedRun): Promise<boolean> {
    const now = await this.clock();
    const { isNew, change } = await saveRun(this.knex, run, now);
    if (change) {
      this.onChange(change);
    }
    return isNew;
  }

  async recordStart(start: {
    workflowArn: string;
    runId: string;
    startedBy: string;
    at: Date;
  }) {
    await this.knex('run_starts')
      .insert({
        workflow_arn: start.workflowArn,
        run_id: start.runId,
        started_by: start.startedBy,
        requested_at: start.at.toISOString(),
      })
      .onConflict(['workflow_arn', 'run_id'])
      .ignore();
  }

  private runs(arn: string) {
    return this.knex<RunRow>('runs')
      .leftJoin('run_starts', join =>
        join
          .on('run_starts.workflow_arn', 'runs.workflow_arn')
          .andOn('run_starts.run_id', 'runs.run_id'),
      )
      .leftJoin('run_configurations', join =>
        join
          .on('run_configurations.workflow_arn', 'runs.workflow_arn')
          .andOn('run_configurations.run_id', 'runs.run_id'),
      )
      .where('runs.workflow_arn', storable(arn))
      .select<(RunRow & JoinedRow)[]>(
        'runs.*',
        'run_starts.started_by',
        'run_configurations.definitions_hash',
      );
  }
}
