import {
  canFollowRunStatus,
  RunSummary,
} from '@glue-pipelines/backstage-plugin-common';
import { Knex } from 'knex';
import {
  RunNodeRow,
  RunRow,
  toRunDetail,
  toRunNodeRows,
  toRunRow,
  toRunSummary,
  toStoredWorkflow,
  WorkflowRow,
} from './rows';
import {
  CollectedRun,
  KnownRuns,
  RunPage,
  RunQuery,
  RunStore,
} from './RunStore';
import { storable } from './storable';

/** Rows per INSERT: SQLite allows 32,766 parameters in one statement. */
const INSERT_CHUNK = 200;

export class KnexRunStore implements RunStore {
  constructor(private readonly knex: Knex) {}

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
    const { limit, after, health, startedFrom, startedBefore } = query;
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
    const rows = await found;
    const shown = rows.slice(0, limit);
    const last = shown.at(-1);
    return {
      runs: shown.map(toRunSummary),
      last:
        rows.length > limit && last
          ? { orderedAt: last.ordered_at, runId: last.run_id }
          : undefined,
    };
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
    const nodes = await this.nodes(this.knex, arn, runId);
    return { run: toRunDetail(row, nodes), detailed: Boolean(row.detailed) };
  }

  async knownRuns(arn: string, since: Date): Promise<KnownRuns> {
    const rows = await this.knex<RunRow>('runs')
      .where('workflow_arn', arn)
      .select('run_id', 'active');
    const ids = (active: boolean) =>
      rows.filter(row => Boolean(row.active) === active).map(row => row.run_id);
    const stored = new Set(rows.map(row => row.run_id));
    const starts = await this.knex<{ run_id: string }>('run_starts')
      .where('workflow_arn', arn)
      .where('requested_at', '>=', since.toISOString())
      .select('run_id');
    return {
      active: ids(true),
      ended: ids(false),
      announced: starts
        .map(start => start.run_id)
        .filter(runId => !stored.has(runId)),
    };
  }

  async saveRun(run: CollectedRun): Promise<boolean> {
    return this.knex.transaction(async trx => {
      const stored = await trx<RunRow>('runs')
        .where({ workflow_arn: run.workflowArn, run_id: run.id })
        .forUpdate()
        .first();
      if (stored?.detailed && !run.detailed) {
        return false;
      }
      if (stored && !canFollowRunStatus(run.rawStatus, stored.raw_status)) {
        return false;
      }
      const row = toRunRow(run, stored?.ordered_at ?? new Date().toISOString());
      const nodes = toRunNodeRows(run);
      if (
        stored &&
        sameRow(stored, row) &&
        sameRows(await this.nodes(trx, run.workflowArn, run.id), nodes)
      ) {
        return false;
      }
      await trx<RunRow>('runs')
        .insert(row)
        .onConflict(['workflow_arn', 'run_id'])
        .merge();
      await trx<RunNodeRow>('run_nodes')
        .where({ workflow_arn: run.workflowArn, run_id: run.id })
        .delete();
      await trx.batchInsert('run_nodes', nodes, INSERT_CHUNK);
      return true;
    });
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

  async pruneRuns(arn: string, keep: number) {
    const oldest = await this.knex<RunRow>('runs')
      .where({ workflow_arn: arn, active: false })
      .orderBy('ordered_at', 'desc')
      .offset(keep)
      .limit(INSERT_CHUNK)
      .select('run_id');
    if (oldest.length === 0) {
      return;
    }
    const ids = oldest.map(row => row.run_id);
    for (const table of ['run_nodes', 'run_starts', 'runs']) {
      await this.knex(table)
        .where('workflow_arn', arn)
        .whereIn('run_id', ids)
        .delete();
    }
  }

  private runs(arn: string) {
    return this.knex<RunRow>('runs')
      .leftJoin('run_starts', join =>
        join
          .on('run_starts.workflow_arn', 'runs.workflow_arn')
          .andOn('run_starts.run_id', 'runs.run_id'),
      )
      .where('runs.workflow_arn', storable(arn))
      .select<(RunRow & { started_by: string | null })[]>(
        'runs.*',
        'run_starts.started_by',
      );
  }

  private nodes(knex: Knex, arn: string, runId: string): Promise<RunNodeRow[]> {
    return knex<RunNodeRow>('run_nodes')
      .where({ workflow_arn: arn, run_id: runId })
      .orderBy('position');
  }
}

/** Whether two rows mean the same; booleans as SQLite answers them included. */
function sameRow(a: RunRow | RunNodeRow, b: RunRow | RunNodeRow) {
  const comparable = (row: object) =>
    JSON.stringify(
      Object.entries(row)
        .map(([key, value]) => [
          key,
          typeof value === 'boolean' ? Number(value) : value,
        ])
        .sort(([x], [y]) => String(x).localeCompare(String(y))),
    );
  return comparable(a) === comparable(b);
}

function sameRows(a: RunNodeRow[], b: RunNodeRow[]) {
  return a.length === b.length && a.every((row, i) => sameRow(row, b[i]));
}
