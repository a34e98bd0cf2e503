import { SchedulePause } from '@glue-pipelines/backstage-plugin-common';
import { Knex } from 'knex';
import { databaseClock } from './databaseClock';
import { WorkflowDefinition } from './RunStore';
import { storable } from './storable';

/** What Glue said of a trigger before so many milliseconds after a pause says nothing of it. */
const SETTLED_MS = 60_000;

interface PauseRow {
  workflow_arn: string;
  trigger_name: string;
  paused_by: string;
  reason: string;
  paused_at: string;
  ended_at: string | null;
}

/** A pause of the schedule of a workflow, by the trigger that has it. */
export interface StoredPause extends SchedulePause {
  workflowArn: string;
  triggerName: string;
  /** Absent while it goes on. */
  endedAt?: string;
}

/**
 * Who paused schedules, and why. Whether a schedule is paused is Glue's word
 * alone: a pause here only explains it.
 */
export class SchedulePauses {
  /** @param clock the time, as all replicas have it */
  constructor(
    private readonly knex: Knex,
    private readonly clock: () => Promise<Date> = databaseClock(knex),
  ) {}

  /** The last one of each workflow. */
  async get(arns: string[]): Promise<StoredPause[]> {
    const rows = await this.knex<PauseRow>('schedule_pauses').whereIn(
      'workflow_arn',
      arns,
    );
    return rows.map(row => ({
      workflowArn: row.workflow_arn,
      triggerName: row.trigger_name,
      pausedBy: row.paused_by,
      pausedAt: row.paused_at,
      reason: row.reason,
      endedAt: row.ended_at ?? undefined,
    }));
  }

  async save(pause: Omit<StoredPause, 'pausedAt' | 'endedAt'>): Promise<void> {
    const row: PauseRow = {
      workflow_arn: pause.workflowArn,
      trigger_name: pause.triggerName,
      paused_by: pause.pausedBy,
      reason: storable(pause.reason),
      paused_at: (await this.clock()).toISOString(),
      ended_at: null,
    };
    await this.knex<PauseRow>('schedule_pauses')
      .insert(row)
      .onConflict('workflow_arn')
      .merge();
  }

  async end(workflowArn: string): Promise<void> {
    const now = await this.clock();
    await this.knex<PauseRow>('schedule_pauses')
      .where({ workflow_arn: workflowArn, ended_at: null })
      .update({ ended_at: now.toISOString() });
  }

  async delete(workflowArn: string): Promise<void> {
    await this.knex<PauseRow>('schedule_pauses')
      .where({ workflow_arn: workflowArn })
      .delete();
  }
}

/**
 * Ends a pause that has ended elsewhere, or it would explain the next one that
 * somebody makes there.
 * @param readAt when the definition began to be read
 */
export async function endSeenPause(
  trx: Knex.Transaction,
  workflowArn: string,
  { startTrigger }: WorkflowDefinition,
  readAt: Date,
): Promise<void> {
  if (startTrigger?.state === 'ACTIVATED') {
    const settled = new Date(readAt.getTime() - SETTLED_MS).toISOString();
    await trx<PauseRow>('schedule_pauses')
      .where({ workflow_arn: workflowArn, ended_at: null })
      .andWhere('paused_at', '<', settled)
      .update({ ended_at: readAt.toISOString() });
  }
}
