import {
  DatabaseService,
  resolvePackagePath,
} from '@backstage/backend-plugin-api';
import { Knex } from 'knex';
import { Place } from '../config';
import { WorkflowFacts } from '../discovery/Lineage';

const MIGRATIONS = resolvePackagePath(
  '@glue-pipelines/backstage-plugin-catalog-backend-module',
  'migrations',
);
const TABLE = 'glue_pipelines_discovered_workflows';
/** Rows written in one statement: SQLite takes 999 values. */
const ROWS_PER_STATEMENT = 100;

interface Row {
  workflow_arn: string;
  account_id: string;
  region: string;
  facts: string;
  seen_at: string;
}

/** Remembers discovered workflows, also of accounts that cannot be read now. */
export class DiscoveredWorkflows {
  constructor(private readonly knex: Knex) {}

  /** In the catalog's own database, with migrations apart from the catalog's. */
  static async open(database: DatabaseService): Promise<DiscoveredWorkflows> {
    const knex = await database.getClient();
    if (!database.migrations?.skip) {
      await DiscoveredWorkflows.migrate(knex);
    }
    return new DiscoveredWorkflows(knex);
  }

  static async migrate(knex: Knex): Promise<void> {
    await knex.migrate.latest({
      directory: MIGRATIONS,
      tableName: 'glue_pipelines_discovery_knex_migrations',
    });
  }

  /** By ARN, in the order of their ARNs. */
  async of({ accountId, region }: Place): Promise<Map<string, WorkflowFacts>> {
    const rows: Row[] = await this.knex<Row>(TABLE)
      .where({ account_id: accountId, region })
      .orderBy('workflow_arn');
    return new Map(rows.map(row => [row.workflow_arn, JSON.parse(row.facts)]));
  }

  /**
   * Takes over what a round has seen. What exists no more is kept until it was
   * unseen for the grace period; what the filters exclude goes at once.
   */
  async save(
    place: Place,
    seen: { workflows: WorkflowFacts[]; excluded: Set<string> },
    options: { now: Date; gracePeriodMs: number },
  ): Promise<void> {
    const { now, gracePeriodMs } = options;
    const seenAt = now.toISOString();
    const isKept = new Date(now.getTime() - gracePeriodMs).toISOString();
    const arns = new Set(seen.workflows.map(({ arn }) => arn));
    await this.knex.transaction(async tx => {
      const known: Row[] = await tx<Row>(TABLE).where({
        account_id: place.accountId,
        region: place.region,
      });
      const dropped = known
        .filter(({ workflow_arn }) => !arns.has(workflow_arn))
        .filter(
          ({ workflow_arn, seen_at }) =>
            seen.excluded.has(workflow_arn) || seen_at <= isKept,
        )
        .map(({ workflow_arn }) => workflow_arn);
      for (const some of batches(dropped)) {
        await tx<Row>(TABLE).whereIn('workflow_arn', some).delete();
      }
      const rows = seen.workflows.map(facts => ({
        workflow_arn: facts.arn,
        account_id: place.accountId,
        region: place.region,
        facts: JSON.stringify(facts),
        seen_at: seenAt,
      }));
      for (const some of batches(rows)) {
        await tx<Row>(TABLE).insert(some).onConflict('workflow_arn').merge();
      }
    });
  }
}

function* batches<T>(items: T[]): Generator<T[]> {
  for (let from = 0; from < items.length; from += ROWS_PER_STATEMENT) {
    yield items.slice(from, from + ROWS_PER_STATEMENT);
  }
}
