import { randomUUID } from 'node:crypto';
import { Knex } from 'knex';
import { StartLimits } from '../config';

/** A start that somebody asked for. Glue has refused it once its key is gone. */
export interface StartIntent {
  id: string;
  workflowArn: string;
  /** Of the request: unique for the workflow. */
  key: string;
  /** User entity ref. */
  startedBy: string;
  propertiesHash: string;
  /** Absent until it is known that the run has begun. */
  runId?: string;
  /** When Glue was asked last. */
  attemptedAt: Date;
}

interface IntentRow {
  id: string;
  workflow_arn: string;
  start_key: string | null;
  started_by: string;
  properties_hash: string;
  run_id: string | null;
  requested_at: string;
  attempted_at: string;
}

const MINUTE_MS = 60_000;

/**
 * Starts as they were asked for. They are stored before Glue is asked, so that
 * one key starts one run, however often and on however many replicas it comes
 * in, and so that a run whose answer was lost finds its starter.
 */
export class StartIntents {
  constructor(
    private readonly knex: Knex,
    private readonly limits: StartLimits,
  ) {}

  /**
   * Stores an intent unless its key has one already, or the last minute has as
   * many starts of this user or workflow as are allowed.
   */
  async begin(
    start: Pick<
      StartIntent,
      'workflowArn' | 'key' | 'startedBy' | 'propertiesHash'
    >,
    now: Date,
  ): Promise<
    | { intent: StartIntent; isNew: boolean }
    | { exceeded: 'user' | 'workflow'; limit: number }
  > {
    return this.knex.transaction(async trx => {
      if (trx.client.config.client === 'pg') {
        // One at a time, or simultaneous starts would count each other out of sight.
        await trx.raw('LOCK TABLE start_intents IN SHARE ROW EXCLUSIVE MODE');
      }
      const stored = await trx<IntentRow>('start_intents')
        .where({ workflow_arn: start.workflowArn, start_key: start.key })
        .first();
      if (stored) {
        return { intent: toIntent(stored), isNew: false };
      }
      const since = new Date(now.getTime() - MINUTE_MS).toISOString();
      const count = async (where: Partial<IntentRow>) => {
        const row = await trx<IntentRow>('start_intents')
          .where(where)
          .andWhere('requested_at', '>', since)
          .count({ starts: '*' })
          .first();
        return Number(row?.starts);
      };
      const { perUser, perWorkflow } = this.limits;
      if ((await count({ started_by: start.startedBy })) >= perUser) {
        return { exceeded: 'user', limit: perUser };
      }
      if ((await count({ workflow_arn: start.workflowArn })) >= perWorkflow) {
        return { exceeded: 'workflow', limit: perWorkflow };
      }
      const row: IntentRow = {
        id: randomUUID(),
        workflow_arn: start.workflowArn,
        start_key: start.key,
        started_by: start.startedBy,
        properties_hash: start.propertiesHash,
        run_id: null,
        requested_at: now.toISOString(),
        attempted_at: now.toISOString(),
      };
      await trx<IntentRow>('start_intents').insert(row);
      return { intent: toIntent(row), isNew: true };
    });
  }

  async get(
    workflowArn: string,
    key: string,
  ): Promise<StartIntent | undefined> {
    const row = await this.knex<IntentRow>('start_intents')
      .where({ workflow_arn: workflowArn, start_key: key })
      .first();
    return row && toIntent(row);
  }

  async started(intent: StartIntent, runId: string): Promise<void> {
    await this.knex<IntentRow>('start_intents')
      .where({ id: intent.id })
      .update({ run_id: runId });
  }

  /** Frees the key: the same start may be asked for again. */
  async refused(intent: StartIntent): Promise<void> {
    await this.knex<IntentRow>('start_intents')
      .where({ id: intent.id })
      .update({ start_key: null });
  }

  /** Answers whether the caller may ask Glue again: of several exactly one. */
  async takeOver(intent: StartIntent, now: Date): Promise<boolean> {
    const taken = await this.knex<IntentRow>('start_intents')
      .where({
        id: intent.id,
        run_id: null,
        attempted_at: intent.attemptedAt.toISOString(),
      })
      .update({ attempted_at: now.toISOString() });
    return taken === 1;
  }

  /** Those of which it is not known whether the run has begun, although Glue was asked before `attemptedBefore`. */
  async lost(attemptedBefore: Date, limit: number): Promise<StartIntent[]> {
    const rows = await this.knex<IntentRow>('start_intents')
      .whereNull('run_id')
      .whereNotNull('start_key')
      .andWhere('attempted_at', '<', attemptedBefore.toISOString())
      .orderBy('requested_at')
      .limit(limit);
    return rows.map(toIntent);
  }

  async prune(requestedBefore: Date): Promise<void> {
    await this.knex<IntentRow>('start_intents')
      .where('requested_at', '<', requestedBefore.toISOString())
      .delete();
  }
}

function toIntent(row: IntentRow): StartIntent {
  return {
    id: row.id,
    workflowArn: row.workflow_arn,
    key: row.start_key ?? '',
    startedBy: row.started_by,
    propertiesHash: row.properties_hash,
    runId: row.run_id ?? undefined,
    attemptedAt: new Date(row.attempted_at),
  };
}
