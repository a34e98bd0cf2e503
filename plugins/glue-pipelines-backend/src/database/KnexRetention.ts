import { Knex } from 'knex';
import { forgetBackfills } from '../backfills/BackfillStore';
import { databaseClock } from './databaseClock';
import { JobDefinitionsRow } from './KnexRunConfigurations';
import { GraphRow, RunRow, WorkflowRow } from './rows';
import { refreshSummary } from './WorkflowSummaries';

/** Rows that one transaction deletes: others wait no longer than it takes. */
const BATCH = 500;
/** A graph that no run has any more is kept for so long, in milliseconds: a run that is being stored may need it. */
const UNUSED_GRAPH_MS = 24 * 60 * 60_000;

/** What is kept, and for how long. */
export interface RetentionRules {
  /** Ended runs kept per workflow. */
  runsToKeep: number;
  /** How long ended runs are kept, in milliseconds. */
  keepRunsForMs: number;
  /** How long a workflow that no entity names is kept with its runs, in milliseconds. */
  keepUnnamedForMs: number;
}

/** Forgets what is too old or too much, of idle workflows and unnamed ones too. */
export class KnexRetention {
  /** @param clock the time, as all replicas have it */
  constructor(
    private readonly knex: Knex,
    private readonly clock: () => Promise<Date> = databaseClock(knex),
  ) {}

  /** Stops between two batches when the signal says so. */
  async prune(rules: RetentionRules, signal?: AbortSignal): Promise<void> {
    const now = await this.clock();
    const before = (ms: number) => new Date(now.getTime() - ms).toISOString();
    let after = '';
    for (;;) {
      const workflows = await this.knex<WorkflowRow>('workflows')
        .where('arn', '>', after)
        .orderBy('arn')
        .limit(BATCH)
        .select('arn', 'unnamed_since');
      for (const { arn, unnamed_since: unnamedSince } of workflows) {
        signal?.throwIfAborted();
        if (unnamedSince && unnamedSince < before(rules.keepUnnamedForMs)) {
          await this.forgetWorkflow(arn, signal);
        } else {
          await this.pruneWorkflow(arn, rules, before, signal);
        }
      }
      if (workflows.length < BATCH) {
        return;
      }
      after = workflows[workflows.length - 1].arn;
    }
  }

  private async pruneWorkflow(
    arn: string,
    { runsToKeep, keepRunsForMs }: RetentionRules,
    before: (ms: number) => string,
    signal: AbortSignal | undefined,
  ): Promise<void> {
    const ended = () =>
      this.knex<RunRow>('runs').where({ workflow_arn: arn, active: false });
    const oldest = before(keepRunsForMs);
    const tooOld = await this.deleteRuns(
      arn,
      () => ended().andWhere('ordered_at', '<', oldest),
      signal,
    );
    const tooMany = await this.deleteRuns(
      arn,
      () =>
        ended()
          .orderBy([
            { column: 'ordered_at', order: 'desc' },
            { column: 'run_id', order: 'desc' },
          ])
          .offset(runsToKeep),
      signal,
    );
    await this.knex('run_starts')
      .where('workflow_arn', arn)
      .andWhere('requested_at', '<', oldest)
      .delete();
    await forgetBackfills(this.knex, arn, { before: oldest, open: false });
    if (tooOld + tooMany > 0) {
      await this.knex<JobDefinitionsRow>('job_definitions')
        .where('workflow_arn', arn)
        .andWhere('used_at', '<', before(UNUSED_GRAPH_MS))
        .whereNotIn(
          'hash',
          this.knex('run_configurations')
            .where('workflow_arn', arn)
            .whereNotNull('definitions_hash')
            .distinct('definitions_hash'),
        )
        .delete();
      await this.knex<GraphRow>('graphs')
        .where('workflow_arn', arn)
        .andWhere('used_at', '<', before(UNUSED_GRAPH_MS))
        .whereNotIn(
          'hash',
          this.knex<RunRow>('runs')
            .where('workflow_arn', arn)
            .whereNotNull('graph_hash')
            .distinct('graph_hash'),
        )
        .delete();
    }
  }

  /** A workflow that an entity names again meanwhile stays, without the runs that have gone. */
  private async forgetWorkflow(
    arn: string,
    signal: AbortSignal | undefined,
  ): Promise<void> {
    await this.deleteRuns(
      arn,
      () => this.knex<RunRow>('runs').where('workflow_arn', arn),
      signal,
    );
    const gone = await this.knex('workflows')
      .where({ arn, wanted: false })
      .delete();
    if (gone > 0) {
      await this.knex('schedule_pauses').where('workflow_arn', arn).delete();
      await forgetBackfills(this.knex, arn, { before: '~', open: true });
    }
  }

  /** Answers how many there were. */
  private async deleteRuns(
    arn: string,
    runs: () => Knex.QueryBuilder,
    signal: AbortSignal | undefined,
  ): Promise<number> {
    let deleted = 0;
    for (;;) {
      signal?.throwIfAborted();
      const batch: { run_id: string }[] = await runs()
        .limit(BATCH)
        .select('run_id');
      const ids = batch.map(row => row.run_id);
      if (ids.length > 0) {
        const now = await this.clock();
        await this.knex.transaction(async trx => {
          for (const table of ['run_starts', 'runs']) {
            await trx(table)
              .where('workflow_arn', arn)
              .whereIn('run_id', ids)
              .delete();
          }
          await refreshSummary(trx, arn, now);
        });
      }
      deleted += ids.length;
      if (ids.length < BATCH) {
        return deleted;
      }
    }
  }
}
