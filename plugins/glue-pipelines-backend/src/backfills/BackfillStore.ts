import { RunHealth } from '@glue-pipelines/backstage-plugin-common';
import { Knex } from 'knex';
import { randomUUID } from 'node:crypto';
import { databaseClock } from '../database/databaseClock';
import { RunRow } from '../database/rows';
import { storable } from '../database/storable';

/** How long one replica has a backfill in its hands, in milliseconds: longer than it takes to start its runs. */
const LEASE_MS = 5 * 60_000;
/** Values per statement: well below the databases' limits on parameters. */
const CHUNK = 100;

interface BackfillRow {
  id: string;
  workflow_arn: string;
  entity_ref: string;
  open_arn: string | null;
  property: string;
  properties: string;
  at_once: number;
  started_by: string;
  created_at: string;
  ended_at: string | null;
  stopped_by: string | null;
  problem: string | null;
  lease_until: string | null;
}

interface ItemRow {
  backfill_id: string;
  position: number;
  value: string;
  run_id: string | null;
}

export interface NewBackfill {
  workflowArn: string;
  entityRef: string;
  /** The run property whose values tell its runs apart. */
  property: string;
  values: string[];
  /** The other properties of its runs. */
  properties: Record<string, string>;
  /** Runs that go on at the same time, at most. */
  atOnce: number;
  /** User entity ref. */
  startedBy: string;
}

export interface StoredBackfill extends Omit<NewBackfill, 'values'> {
  id: string;
  /** ISO 8601 in UTC. */
  createdAt: string;
  /** Absent while it goes on. */
  endedAt?: string;
  /** User entity ref of who stopped it. */
  stoppedBy?: string;
  /** Why it waits, or why it has ended before its end. */
  problem?: string;
}

export interface BackfillItem {
  position: number;
  value: string;
  /** The run of the value, as last seen: `running` until it was seen at all. */
  run?: { id: string; health: RunHealth };
}

/** Series of runs, at most one of each workflow that goes on. */
export class BackfillStore {
  /** @param clock the time, as all replicas have it */
  constructor(
    private readonly knex: Knex,
    private readonly clock: () => Promise<Date> = databaseClock(knex),
  ) {}

  /** Answers with its id; `undefined` where one of the workflow goes on already. */
  async create(backfill: NewBackfill): Promise<string | undefined> {
    const id = randomUUID();
    const row: BackfillRow = {
      id,
      workflow_arn: backfill.workflowArn,
      entity_ref: backfill.entityRef,
      open_arn: backfill.workflowArn,
      property: storable(backfill.property),
      properties: JSON.stringify(backfill.properties),
      at_once: backfill.atOnce,
      started_by: backfill.startedBy,
      created_at: (await this.clock()).toISOString(),
      ended_at: null,
      stopped_by: null,
      problem: null,
      lease_until: null,
    };
    const items = backfill.values.map((value, position) => ({
      backfill_id: id,
      position,
      value: storable(value),
      run_id: null,
    }));
    return this.knex.transaction(async trx => {
      await trx('backfills').insert(row).onConflict('open_arn').ignore();
      const made = await trx('backfills').where({ id }).first();
      if (!made) {
        return undefined;
      }
      for (let i = 0; i < items.length; i += CHUNK) {
        await trx('backfill_items').insert(items.slice(i, i + CHUNK));
      }
      return id;
    });
  }

  /** Those of a workflow that an entity began, newest first. */
  async list(
    entityRef: string,
    workflowArn: string,
    limit: number,
  ): Promise<StoredBackfill[]> {
    const rows = await this.rows()
      .where({ entity_ref: entityRef, workflow_arn: workflowArn })
      .orderBy('created_at', 'desc')
      .limit(limit);
    return rows.map(toBackfill);
  }

  /** All that go on, or that of one workflow. */
  async open(workflowArn?: string): Promise<StoredBackfill[]> {
    const rows = await this.rows()
      .whereNotNull('open_arn')
      .andWhere(query => workflowArn && query.where('open_arn', workflowArn))
      .orderBy('created_at');
    return rows.map(toBackfill);
  }

  /** The values in order, with their runs as the collector has seen them. */
  async items({ id, workflowArn }: StoredBackfill): Promise<BackfillItem[]> {
    const rows = await this.knex<ItemRow>('backfill_items')
      .leftJoin('runs', join =>
        join
          .on('runs.run_id', 'backfill_items.run_id')
          .andOnVal('runs.workflow_arn', workflowArn),
      )
      .where('backfill_id', id)
      .orderBy('position')
      .select<(ItemRow & Pick<RunRow, 'health'>)[]>(
        'backfill_items.*',
        'runs.health',
      );
    return rows.map(row => ({
      position: row.position,
      value: row.value,
      run: row.run_id
        ? { id: row.run_id, health: (row.health ?? 'running') as RunHealth }
        : undefined,
    }));
  }

  /** Takes one that goes on in hand; of several replicas one does. */
  async take(id: string): Promise<boolean> {
    const now = await this.clock();
    const taken = await this.rows()
      .where({ id })
      .whereNotNull('open_arn')
      .andWhere(query =>
        query
          .whereNull('lease_until')
          .orWhere('lease_until', '<', now.toISOString()),
      )
      .update({
        lease_until: new Date(now.getTime() + LEASE_MS).toISOString(),
      });
    return taken === 1;
  }

  async release(id: string): Promise<void> {
    await this.rows().where({ id }).update({ lease_until: null });
  }

  async started(id: string, position: number, runId: string): Promise<void> {
    await this.knex<ItemRow>('backfill_items')
      .where({ backfill_id: id, position })
      .update({ run_id: runId });
    await this.waits(id, undefined);
  }

  /** @param problem why the next run cannot begin yet */
  async waits(id: string, problem: string | undefined): Promise<void> {
    await this.rows()
      .where({ id })
      .whereNotNull('open_arn')
      .update({ problem: problem === undefined ? null : storable(problem) });
  }

  /** Answers whether it went on until now. */
  async end(
    id: string,
    { problem, stoppedBy }: { problem?: string; stoppedBy?: string } = {},
  ): Promise<boolean> {
    const ended = await this.rows()
      .where({ id })
      .whereNotNull('open_arn')
      .update({
        open_arn: null,
        ended_at: (await this.clock()).toISOString(),
        problem: problem === undefined ? null : storable(problem),
        stopped_by: stoppedBy ?? null,
      });
    return ended === 1;
  }

  private rows() {
    return this.knex<BackfillRow>('backfills');
  }
}

/** Deletes those of a workflow that have ended, or all, that began before a time, ISO 8601 in UTC. */
export async function forgetBackfills(
  knex: Knex,
  workflowArn: string,
  { before, open }: { before: string; open: boolean },
): Promise<void> {
  const rows = await knex<BackfillRow>('backfills')
    .where('workflow_arn', workflowArn)
    .andWhere('created_at', '<', before)
    .andWhere(query => (open ? query : query.whereNull('open_arn')))
    .select('id');
  const ids = rows.map(({ id }) => id);
  await knex('backfill_items').whereIn('backfill_id', ids).delete();
  await knex('backfills').whereIn('id', ids).delete();
}

function toBackfill(row: BackfillRow): StoredBackfill {
  return {
    id: row.id,
    workflowArn: row.workflow_arn,
    entityRef: row.entity_ref,
    property: row.property,
    properties: JSON.parse(row.properties),
    atOnce: row.at_once,
    startedBy: row.started_by,
    createdAt: row.created_at,
    endedAt: row.ended_at ?? undefined,
    stoppedBy: row.stopped_by ?? undefined,
    problem: row.problem ?? undefined,
  };
}
