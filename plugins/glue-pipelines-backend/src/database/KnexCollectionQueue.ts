import { randomUUID } from 'node:crypto';
import { Knex } from 'knex';
import { CollectionOutcome, CollectionQueue, Lease } from './CollectionQueue';
import { databaseClock } from './databaseClock';
import { saveWorkflowNodes } from './KnexWorkflowNodes';
import { endSeenPause } from './SchedulePauses';
import { toStoredWorkflow, WorkflowRow } from './rows';
import { WorkflowDefinition } from './RunStore';
import { storable } from './storable';

/** ARNs per statement: well below the databases' limits on parameters. */
const CHUNK = 500;
/** How long a workflow stays reserved for a collector that has died, in milliseconds. */
export const LEASE_MS = 30_000;

export class KnexCollectionQueue implements CollectionQueue {
  /** @param clock the time, as all replicas have it */
  constructor(
    private readonly knex: Knex,
    private readonly clock: () => Promise<Date> = databaseClock(knex),
  ) {}

  async addWorkflows(arns: string[]) {
    const now = (await this.clock()).toISOString();
    for (const chunk of chunksOf([...new Set(arns)])) {
      await this.knex('workflows')
        .insert(
          chunk.map(arn => ({
            arn,
            location: locationOf(arn),
            signal_key: randomUUID(),
            wanted: true,
            due_at: now,
          })),
        )
        .onConflict('arn')
        .ignore();
      // An entity names them again: what was not collected meanwhile is due.
      await this.knex('workflows')
        .whereIn('arn', chunk)
        .where('wanted', false)
        .update({
          wanted: true,
          unnamed_since: null,
          due_at: now,
        });
    }
  }

  async setWantedWorkflows(arns: string[]) {
    await this.addWorkflows(arns);
    const wanted = new Set(arns);
    const rows = await this.knex<WorkflowRow>('workflows')
      .where('wanted', true)
      .select('arn');
    const dropped = rows.map(row => row.arn).filter(arn => !wanted.has(arn));
    const now = await this.clock();
    for (const chunk of chunksOf(dropped)) {
      await this.knex('workflows')
        .whereIn('arn', chunk)
        .update({ wanted: false, unnamed_since: now.toISOString() });
    }
  }

  async requestCollection(
    arn: string,
    { definition = false }: { definition?: boolean } = {},
  ) {
    const now = await this.clock();
    await this.knex('workflows')
      .where({ arn })
      .update({
        requested: true,
        ...(definition && { definition_read_at: null }),
      });
    return now;
  }

  async dueLocations() {
    const now = (await this.clock()).toISOString();
    const rows = await this.knex<WorkflowRow>('workflows')
      .where('wanted', true)
      .andWhere(due(now))
      .andWhere(free(now))
      .distinct('location');
    return rows.map(row => row.location);
  }

  async lease(options: {
    limit: number;
    location?: string;
    arn?: string;
  }): Promise<Lease[]> {
    const time = await this.clock();
    const now = time.toISOString();
    const until = leaseEnd(time);
    const { location, arn } = options;
    const candidates = await this.knex<WorkflowRow>('workflows')
      .where('wanted', true)
      .modify(query => {
        if (location) {
          query.where({ location });
        }
        if (arn) {
          query.where({ arn });
        }
      })
      .andWhere(due(now))
      .andWhere(free(now))
      .orderBy('requested', 'desc')
      .orderBy('due_at')
      .limit(options.limit);

    const leases: Lease[] = [];
    for (const row of candidates) {
      const id = randomUUID();
      // The conditions are repeated: of several replicas exactly one succeeds.
      const taken = await this.knex('workflows')
        .where({ arn: row.arn, wanted: true })
        .andWhere(due(now))
        .andWhere(free(now))
        .update({ lease_id: id, lease_until: until, requested: false });
      if (taken === 1) {
        leases.push({ id, workflow: toStoredWorkflow(row), takenAt: time });
      }
    }
    return leases;
  }

  async renew(leases: Lease[]) {
    const ids = leases.map(lease => lease.id);
    const held = () => this.knex('workflows').whereIn('lease_id', ids);
    await held().update({ lease_until: leaseEnd(await this.clock()) });
    const rows = await held().select<{ lease_id: string }[]>('lease_id');
    return new Set(rows.map(row => row.lease_id));
  }

  async finish(lease: Lease, outcome: CollectionOutcome) {
    const { workflow } = lease;
    const now = await this.clock();
    const error = outcome.error && storable(outcome.error);
    const definition = outcome.definition && JSON.stringify(outcome.definition);
    const columns = {
      attempted_at: now.toISOString(),
      due_at: outcome.dueAt(now).toISOString(),
      lease_id: null,
      lease_until: null,
      collection_error: error ?? null,
      // Of an attempt that failed otherwise nothing follows.
      ...((!error || outcome.missing) && { missing: Boolean(outcome.missing) }),
      ...(error
        ? { failures: workflow.failures + 1 }
        : { failures: 0, collected_at: now.toISOString() }),
      ...(definition && {
        definition,
        // Whoever asked meanwhile is told by the next look, also of the definition.
        definition_read_at: this.knex.raw(
          'CASE WHEN requested THEN NULL ELSE ? END',
          now.toISOString(),
        ),
        modified_at: outcome.modifiedAt ?? null,
      }),
      ...(outcome.lastRunId && { last_run_id: outcome.lastRunId }),
      ...(outcome.active !== undefined && { active: outcome.active }),
    };
    const stored = outcome.definition
      ? await this.storeWithNodes(lease, columns, outcome.definition)
      : await this.held(lease).update(columns);
    return (
      stored === 1 &&
      (workflow.collectionError !== error ||
        (definition !== undefined &&
          JSON.stringify(workflow.definition) !== definition))
    );
  }

  async release(lease: Lease) {
    await this.held(lease).update({ lease_id: null, lease_until: null });
  }

  async nextActiveIn(except: string[]) {
    const rows = await this.knex<WorkflowRow>('workflows')
      .where('wanted', true)
      .andWhere(query => query.where('requested', true).orWhere('active', true))
      .whereNotIn('location', except)
      .select('due_at', 'requested', 'lease_until');
    if (rows.length === 0) {
      return undefined;
    }
    const times = rows.map(row =>
      Math.max(
        row.requested || !row.due_at ? 0 : Date.parse(row.due_at),
        row.lease_until ? Date.parse(row.lease_until) : 0,
      ),
    );
    const now = await this.clock();
    return Math.max(0, Math.min(...times) - now.getTime());
  }

  /** Answers whether the lease was held, as 1 or 0. */
  private async storeWithNodes(
    lease: Lease,
    columns: object,
    definition: WorkflowDefinition,
  ): Promise<number> {
    const { arn } = lease.workflow;
    return this.knex.transaction(async trx => {
      const stored = await this.held(lease, trx).update(columns);
      if (stored === 1) {
        const location = locationOf(arn);
        await saveWorkflowNodes(trx, { arn, location }, definition);
        await endSeenPause(trx, arn, definition, lease.takenAt);
      }
      return stored;
    });
  }

  private held(lease: Lease, knex: Knex = this.knex) {
    return knex('workflows').where({
      arn: lease.workflow.arn,
      lease_id: lease.id,
    });
  }
}

/** Account and region, as ARNs begin: `arn:aws:glue:eu-west-1:123456789012`. */
function locationOf(arn: string) {
  return arn.split(':').slice(0, 5).join(':');
}

function leaseEnd(now: Date) {
  return new Date(now.getTime() + LEASE_MS).toISOString();
}

function due(now: string) {
  return (query: Knex.QueryBuilder) =>
    query.where('requested', true).orWhere('due_at', '<=', now);
}

/** Nobody collects it, or who did has not come back in time. */
function free(now: string) {
  return (query: Knex.QueryBuilder) =>
    query.whereNull('lease_until').orWhere('lease_until', '<=', now);
}

function chunksOf(arns: string[]): string[][] {
  const chunks: string[][] = [];
  for (let i = 0; i < arns.length; i += CHUNK) {
    chunks.push(arns.slice(i, i + CHUNK));
  }
  return chunks;
}
