import { Knex } from 'knex';
import { databaseClock } from '../database/databaseClock';
import { storable } from '../database/storable';
import { Digest } from './digest/Digest';
import { Notice, NoticeKind } from './Notice';

/** How long a notice stays reserved for a sender that has died, in milliseconds: longer than sending may take. */
const LEASE_MS = 2 * 60_000;
/** Due notices that are looked at for one that can be had. */
const CANDIDATES = 10;
/** How long what was told is remembered, in milliseconds. */
const KEEP_MS = 90 * 24 * 60 * 60_000;
const HOUR_MS = 60 * 60_000;

const SUMMARY = 'summary';
const DIGEST = 'digest';
/** The subject of what says that all digests of a period are made. */
const EVERYBODY = 'everybody';

type State = 'due' | 'held' | 'sent' | 'dropped';

interface NoticeRow {
  id: number;
  subject: string;
  kind: NoticeKind | typeof SUMMARY | typeof DIGEST;
  occasion: string;
  details: string;
  happened_at: string;
  state: State;
  due_at: string;
  lease_until: string | null;
  failures: number;
  error: string | null;
  owner: string | null;
  hour: string | null;
}

/** A notice that the holder alone may send, until the lease ends. */
export interface LeasedNotice {
  id: number;
  notice: Notice;
  /** Attempts that failed. */
  failures: number;
  /** It has its part of an owner's hour already. */
  granted: boolean;
}

/** All that an owner was not told of an hour one by one. */
export interface LeasedSummary {
  id: number;
  owner: string;
  /** When the hour began, ISO 8601 in UTC. */
  hour: string;
  failures: number;
}

/** What an owner is told of a period. */
export interface LeasedDigest {
  id: number;
  owner: string;
  digest: Digest;
  failures: number;
}

export type Leased = LeasedNotice | LeasedSummary | LeasedDigest;

/**
 * Notices from their cause until they are sent. The database decides who sends
 * what: each notice is stored once and leased to one sender at a time, and no
 * two notices of a workflow at once, so that none overtakes the other.
 */
export class KnexNotices {
  /** @param clock the time, as all replicas have it */
  constructor(
    private readonly knex: Knex,
    private readonly clock: () => Promise<Date> = databaseClock(knex),
  ) {}

  /** Answers whether it was not stored before. */
  async add(notice: Notice): Promise<boolean> {
    const now = await this.clock();
    return this.insert({
      subject: notice.workflowArn,
      kind: notice.kind,
      occasion: notice.occasion,
      details: JSON.stringify(notice.details),
      happened_at: notice.happenedAt,
      due_at: now.toISOString(),
    });
  }

  /** What an owner is to be told of a period, once. */
  async addDigest(owner: string, digest: Digest): Promise<void> {
    await this.insert({
      subject: owner,
      kind: DIGEST,
      occasion: digest.until,
      details: JSON.stringify(digest),
      happened_at: digest.until,
      due_at: (await this.clock()).toISOString(),
    });
  }

  /** Whether those of the period that ends then are made for all owners. */
  async areDigestsMade(until: string): Promise<boolean> {
    const made = await this.rows()
      .where({ subject: EVERYBODY, kind: DIGEST, occasion: until })
      .first('id');
    return made !== undefined;
  }

  async digestsMade(until: string): Promise<void> {
    await this.insert(
      {
        subject: EVERYBODY,
        kind: DIGEST,
        occasion: until,
        details: '{}',
        happened_at: until,
        due_at: until,
      },
      'sent',
    );
  }

  /** Which of the workflows broke their promise in a period. */
  async toldLate(
    arns: string[],
    from: string,
    until: string,
  ): Promise<Set<string>> {
    const rows = await this.rows()
      .where('kind', 'lateness')
      .andWhere('happened_at', '>=', from)
      .andWhere('happened_at', '<', until)
      .distinct('subject');
    const late = new Set(rows.map(({ subject }) => subject));
    return new Set(arns.filter(arn => late.has(arn)));
  }

  /** The kind of the newest notice of a workflow, sent or not. */
  async standing(workflowArn: string): Promise<NoticeKind | undefined> {
    const row = await this.newest(workflowArn);
    return row?.kind as NoticeKind | undefined;
  }

  /** Takes one that is due, if there is one that nobody sends. */
  async lease(): Promise<Leased | undefined> {
    const time = await this.clock();
    const now = time.toISOString();
    const free = (query: Knex.QueryBuilder) =>
      query.whereNull('lease_until').orWhere('lease_until', '<=', now);
    const due = () =>
      this.rows().where('state', 'due').andWhere('due_at', '<=', now);
    const rows = await due().andWhere(free).orderBy('due_at').limit(CANDIDATES);
    for (const row of rows) {
      const others = this.knex<NoticeRow>('notices as other')
        .where('other.subject', row.subject)
        .andWhere('other.state', 'due')
        .andWhere('other.lease_until', '>', now)
        .select('other.id');
      // The conditions are repeated: of several replicas exactly one succeeds.
      const taken = await due()
        .andWhere({ id: row.id })
        .andWhere(free)
        .whereNotExists(others)
        .update({
          lease_until: new Date(time.getTime() + LEASE_MS).toISOString(),
        });
      if (taken === 1) {
        return toLeased(row);
      }
    }
    return undefined;
  }

  /** Whether nothing newer is to be told of its workflow. */
  async isNewest({ id, notice }: LeasedNotice): Promise<boolean> {
    return (await this.newest(notice.workflowArn))?.id === id;
  }

  /**
   * Takes a part of what the owner is told in this hour. Where nothing is left
   * the notice is held for the summary of the hour, which is due at its end.
   */
  async grant(
    { id }: LeasedNotice,
    owner: string,
    perHour: number,
  ): Promise<boolean> {
    const time = await this.clock();
    const start = Math.floor(time.getTime() / HOUR_MS) * HOUR_MS;
    const hour = new Date(start).toISOString();
    const budget = () => this.knex('notice_budgets');
    await budget()
      .insert({ owner, hour, used: 0 })
      .onConflict(['owner', 'hour'])
      .ignore();
    const granted = await budget()
      .where({ owner, hour })
      .andWhere('used', '<', perHour)
      .increment('used', 1);
    if (granted === 1) {
      await this.rows().where({ id }).update({ owner, hour });
      return true;
    }
    const end = new Date(start + HOUR_MS).toISOString();
    await this.insert({
      subject: owner,
      kind: SUMMARY,
      occasion: hour,
      details: '{}',
      happened_at: hour,
      due_at: end,
    });
    await this.rows()
      .where({ id })
      .update({ state: 'held', owner, hour, lease_until: null });
    return false;
  }

  /** What a summary is to tell: the newest of each workflow, unless something newer was told already. */
  async held({ owner, hour }: LeasedSummary): Promise<Notice[]> {
    const rows = await this.rows()
      .where({ owner, hour, state: 'held' })
      .orderBy(['happened_at', 'id']);
    const newest = new Map(rows.map(row => [row.subject, row]));
    const notices: Notice[] = [];
    for (const row of newest.values()) {
      if ((await this.newest(row.subject))?.id === row.id) {
        notices.push(toNotice(row));
      }
    }
    return notices;
  }

  /** Nothing more is to be done. */
  async settle(
    { id }: Leased,
    state: 'sent' | 'dropped',
    error?: string,
  ): Promise<void> {
    await this.rows()
      .where({ id })
      .update({
        state,
        lease_until: null,
        error: error ? storable(error) : null,
      });
  }

  /** What a summary has told needs no summary any more. */
  async settleHeld(
    { owner, hour }: LeasedSummary,
    state: 'sent' | 'dropped',
  ): Promise<void> {
    await this.rows().where({ owner, hour, state: 'held' }).update({ state });
  }

  /** It was not sent; to be tried again after a pause in milliseconds. */
  async postpone(
    { id, failures }: Leased,
    error: string,
    pause: number,
  ): Promise<void> {
    const now = await this.clock();
    await this.rows()
      .where({ id })
      .update({
        lease_until: null,
        failures: failures + 1,
        error: storable(error),
        due_at: new Date(now.getTime() + pause).toISOString(),
      });
  }

  /** Forgets what was told long ago. */
  async prune(): Promise<void> {
    const now = await this.clock();
    const oldest = new Date(now.getTime() - KEEP_MS).toISOString();
    await this.rows().where('happened_at', '<', oldest).delete();
    await this.knex('notice_budgets').where('hour', '<', oldest).delete();
  }

  private rows() {
    return this.knex<NoticeRow>('notices');
  }

  private async insert(
    row: Pick<
      NoticeRow,
      'subject' | 'kind' | 'occasion' | 'details' | 'happened_at' | 'due_at'
    >,
    state: State = 'due',
  ): Promise<boolean> {
    const added = await this.rows()
      .insert({ ...row, state })
      .onConflict(['subject', 'kind', 'occasion'])
      .ignore()
      .returning('id');
    return added.length > 0;
  }

  private newest(subject: string) {
    return this.rows()
      .where({ subject })
      .orderBy([
        { column: 'happened_at', order: 'desc' },
        { column: 'id', order: 'desc' },
      ])
      .first();
  }
}

function toLeased(row: NoticeRow): Leased {
  const { id, failures } = row;
  switch (row.kind) {
    case SUMMARY:
      return { id, failures, owner: row.subject, hour: row.occasion };
    case DIGEST:
      return {
        id,
        failures,
        owner: row.subject,
        digest: JSON.parse(row.details),
      };
    default:
      return {
        id,
        failures,
        notice: toNotice(row),
        granted: row.hour !== null,
      };
  }
}

function toNotice(row: NoticeRow): Notice {
  return {
    workflowArn: row.subject,
    kind: row.kind as NoticeKind,
    occasion: row.occasion,
    happenedAt: row.happened_at,
    details: JSON.parse(row.details),
  };
}
