import { Knex } from 'knex';
import { randomBytes } from 'node:crypto';
import { databaseClock } from '../database/databaseClock';
import { storable } from '../database/storable';

/** 256 bits as base64url. */
const TOKEN_BYTES = 32;

interface BadgeLinkRow {
  token: string;
  entity_ref: string;
  workflow_arn: string;
  shared_by: string;
  shared_at: string;
}

/** A pipeline through the entity that names it. */
export interface BadgeSubject {
  entityRef: string;
  workflowArn: string;
}

export interface StoredBadgeLink extends BadgeSubject {
  /** Whoever knows it sees the badge. */
  token: string;
  /** User entity ref. */
  sharedBy: string;
  /** ISO 8601 in UTC. */
  sharedAt: string;
}

/** The links by which badges are seen: at most one of each pipeline. */
export class BadgeLinks {
  /** @param clock the time, as all replicas have it */
  constructor(
    private readonly knex: Knex,
    private readonly clock: () => Promise<Date> = databaseClock(knex),
  ) {}

  async byToken(token: string): Promise<StoredBadgeLink | undefined> {
    return toLink(
      await this.rows()
        .where({ token: storable(token) })
        .first(),
    );
  }

  async get(subject: BadgeSubject): Promise<StoredBadgeLink | undefined> {
    return toLink(await this.rows().where(keysOf(subject)).first());
  }

  /** The link of a pipeline; one that there is already stays. */
  async share(
    subject: BadgeSubject,
    sharedBy: string,
  ): Promise<StoredBadgeLink> {
    await this.rows()
      .insert({
        token: randomBytes(TOKEN_BYTES).toString('base64url'),
        ...keysOf(subject),
        shared_by: sharedBy,
        shared_at: (await this.clock()).toISOString(),
      })
      .onConflict(['entity_ref', 'workflow_arn'])
      .ignore();
    return toLink(await this.rows().where(keysOf(subject)).first())!;
  }

  /** Answers whether there was one. */
  async revoke(subject: BadgeSubject): Promise<boolean> {
    return (await this.rows().where(keysOf(subject)).delete()) > 0;
  }

  private rows() {
    return this.knex<BadgeLinkRow>('badge_links');
  }
}

function keysOf({ entityRef, workflowArn }: BadgeSubject) {
  return {
    entity_ref: storable(entityRef),
    workflow_arn: storable(workflowArn),
  };
}

function toLink(row: BadgeLinkRow | undefined): StoredBadgeLink | undefined {
  return (
    row && {
      token: row.token,
      entityRef: row.entity_ref,
      workflowArn: row.workflow_arn,
      sharedBy: row.shared_by,
      sharedAt: row.shared_at,
    }
  );
}
