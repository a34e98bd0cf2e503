import { Knex } from 'knex';
import { databaseClock } from './databaseClock';
import { WorkflowRow } from './rows';

/** How far the collection of an account and region is, of all replicas together. */
export interface CollectionState {
  /** `arn:<partition>:glue:<region>:<account>`. */
  location: string;
  /** Workflows that an entity names. */
  wanted: number;
  /** Of these: it is time to look at them, and nobody has finished doing so. */
  due: number;
  /** Of these: a run is under way or announced. */
  active: number;
  /** Of these: the last look failed. */
  failing: number;
  /** How late the most overdue look is; 0 when none is due. */
  lagSeconds: number;
  /** When a look last succeeded, ISO 8601 in UTC. */
  lastSuccessAt?: string;
}

/** What a look at a workflow failed with. */
export interface CollectionFailure {
  location: string;
  /** For a person, without AWS's own words. */
  message: string;
  /** ISO 8601 in UTC. */
  at: string;
}

/** Counts of aggregates: Postgres answers them as texts. */
type Count = number | string;

/** What the table of workflows says of the collector. Reads no runs. */
export class CollectionStates {
  /** @param clock the time, as all replicas have it */
  constructor(
    private readonly knex: Knex,
    private readonly clock: () => Promise<Date> = databaseClock(knex),
  ) {}

  /** One for each account and region that has workflows, in the order of their ARNs. */
  async list(): Promise<CollectionState[]> {
    const now = await this.clock();
    const count = (condition: string, name: string, bindings: string[] = []) =>
      this.knex.raw(
        `SUM(CASE WHEN ${condition} THEN 1 ELSE 0 END) AS ${name}`,
        bindings,
      );
    const rows = await this.knex('workflows')
      .where('wanted', true)
      .groupBy('location')
      .orderBy('location')
      .select<
        {
          location: string;
          wanted: Count;
          due: Count;
          active: Count;
          failing: Count;
          due_since: string | null;
          last_success_at: string | null;
        }[]
      >(
        'location',
        this.knex.raw('COUNT(*) AS wanted'),
        count('requested OR due_at <= ?', 'due', [now.toISOString()]),
        count('active', 'active'),
        count('failures > 0', 'failing'),
        this.knex.raw('MIN(due_at) AS due_since'),
        this.knex.raw('MAX(collected_at) AS last_success_at'),
      );
    return rows.map(row => ({
      location: row.location,
      wanted: Number(row.wanted),
      due: Number(row.due),
      active: Number(row.active),
      failing: Number(row.failing),
      lagSeconds: row.due_since
        ? Math.max(0, now.getTime() - Date.parse(row.due_since)) / 1000
        : 0,
      ...(row.last_success_at && { lastSuccessAt: row.last_success_at }),
    }));
  }

  /** ARNs of the workflows that entities name, by account and region (`CollectionState.location`). */
  async namedByLocation(): Promise<Map<string, ReadonlySet<string>>> {
    const rows = await this.knex<WorkflowRow>('workflows')
      .where('wanted', true)
      .select('location', 'arn');
    const named = new Map<string, Set<string>>();
    for (const { location, arn } of rows) {
      named.set(location, (named.get(location) ?? new Set()).add(arn));
    }
    return named;
  }

  /** The newest failure of each account and region that has failing workflows. */
  async newestFailures(): Promise<CollectionFailure[]> {
    const failing = this.knex<WorkflowRow>('workflows')
      .where('wanted', true)
      .where('failures', '>', 0)
      .whereNotNull('collection_error')
      .select(
        'location',
        'collection_error',
        'attempted_at',
        this.knex.raw(
          'ROW_NUMBER() OVER (PARTITION BY location ORDER BY attempted_at DESC, arn) AS place',
        ),
      );
    const rows = await this.knex
      .from(failing.as('failing'))
      .where('place', 1)
      .select<
        { location: string; collection_error: string; attempted_at: string }[]
      >('location', 'collection_error', 'attempted_at');
    return rows.map(row => ({
      location: row.location,
      message: row.collection_error,
      at: row.attempted_at,
    }));
  }
}
