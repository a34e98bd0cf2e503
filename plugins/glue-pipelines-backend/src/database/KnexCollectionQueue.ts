import { randomUUID } from 'node:crypto';
import { Knex } from 'knex';
import { CollectionOutcome, CollectionQueue, Lease } from './CollectionQueue';
import { toStoredWorkflow, WorkflowRow } from './rows';
import { storable } from './storable';

/** ARNs per statement: well below the databases' limits on parameters. */
const CHUNK = 500;

export class KnexCollectionQueue implements CollectionQueue {
  constructor(private readonly knex: Knex) {}

  async addWorkflows(arns: string[]) {
    for (const chunk of chunksOf([...new Set(arns)])) {
      await this.knex('workflows')
        .insert(
          chunk.map(arn => ({
            arn,
            wanted: true,
            due_at: new Date(0).toISOString(),
          })),
        )
        .onConflict('arn')
        .ignore();
      // An entity names them again: what was not collected meanwhile is due.
      await this.knex('workflows')
        .whereIn('arn', chunk)
        .where('wanted', false)
        .update({ wanted: true, due_at: new Date(0).toISOString() });
    }
  }

  async setWantedWorkflows(arns: string[]) {
    await this.addWorkflows(arns);
    const wanted = new Set(arns);
    const rows = await this.knex<WorkflowRow>('workflows')
      .where('wanted', true)
      .select('arn');
    const dropped = rows.map(row => row.arn).filter(arn => !wanted.has(arn));
    for (const chunk of chunksOf(dropped)) {
      await this.knex('workflows')
        .whereIn('arn', chunk)
        .update({ wanted: false });
    }
  }

  async requestCollection(arn: string) {
    await this.knex('workflows').where({ arn }).update({ requested: true });
  }

  async lease(options: {
    now: Date;
    until: Date;
    limit: number;
    arn?: string;
  }): Promise<Lease[]> {
    const now = options.now.toISOString();
    const candidates = await this.knex<WorkflowRow>('workflows')
      .where('wanted', true)
      .modify(query => {
        if (options.arn) {
          query.where('arn', options.arn);
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
        .update({
          lease_id: id,
          lease_until: options.until.toISOString(),
          requested: false,
        });
      if (taken === 1) {
        leases.push({ id, workflow: toStoredWorkflow(row) });
      }
    }
    return leases;
  }

  async renew(lease: Lease, until: Date) {
    const renewed = await this.held(lease).update({
      lease_until: until.toISOString(),
    });
    return renewed === 1;
  }

  async finish(lease: Lease, outcome: CollectionOutcome, at: Date) {
    const { workflow } = lease;
    const time = at.toISOString();
    const settled = {
      attempted_at: time,
      due_at: outcome.dueAt.toISOString(),
      lease_id: null,
      lease_until: null,
    };
    if ('error' in outcome) {
      const error = storable(outcome.error);
      const stored = await this.held(lease).update({
        ...settled,
        collection_error: error,
        failures: workflow.failures + 1,
      });
      return stored === 1 && workflow.collectionError !== error;
    }
    const definition = JSON.stringify(outcome.definition);
    const stored = await this.held(lease).update({
      ...settled,
      definition,
      last_run_id: outcome.lastRunId ?? null,
      collected_at: time,
      collection_error: null,
      failures: 0,
    });
    return (
      stored === 1 &&
      (workflow.collectionError !== undefined ||
        JSON.stringify(workflow.definition) !== definition)
    );
  }

  async release(lease: Lease) {
    await this.held(lease).update({ lease_id: null, lease_until: null });
  }

  async nextActiveAt() {
    const rows = await this.knex<WorkflowRow>('workflows')
      .where('wanted', true)
      .andWhere(query =>
        query
          .where('requested', true)
          .orWhereExists(
            this.knex('runs')
              .select(this.knex.raw('1'))
              .whereRaw('runs.workflow_arn = workflows.arn')
              .andWhere('runs.active', true),
          ),
      )
      .select('due_at', 'requested', 'lease_until');
    const times = rows.map(row =>
      Math.max(
        row.requested || !row.due_at ? 0 : Date.parse(row.due_at),
        row.lease_until ? Date.parse(row.lease_until) : 0,
      ),
    );
    return times.length > 0 ? new Date(Math.min(...times)) : undefined;
  }

  private held(lease: Lease) {
    return this.knex('workflows').where({
      arn: lease.workflow.arn,
      lease_id: lease.id,
    });
  }
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
