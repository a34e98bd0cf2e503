import type { Database } from 'better-sqlite3';

export interface StoredRule {
  name: string;
  state: 'ENABLED' | 'DISABLED';
  /** As it was given: JSON. */
  eventPattern: string;
  description?: string;
  roleArn?: string;
}

/** The members of the API's Target that mean something here. */
export interface StoredTarget {
  Id: string;
  Arn: string;
  RoleArn?: string;
  RetryPolicy?: unknown;
}

export interface Tag {
  Key: string;
  Value: string;
}

const columns =
  'name, state, event_pattern AS eventPattern, description, role_arn AS roleArn';

/** Rules of the default event bus with their targets and tags, durable. */
export class RuleStore {
  constructor(private readonly database: Database) {}

  get(name: string): StoredRule | undefined {
    return this.database
      .prepare(`SELECT ${columns} FROM events_rule WHERE name = ?`)
      .get(name) as StoredRule | undefined;
  }

  /** Sorted by name. */
  list(): StoredRule[] {
    return this.database
      .prepare(`SELECT ${columns} FROM events_rule ORDER BY name`)
      .all() as StoredRule[];
  }

  /** Creates or replaces the rule; its targets and, unless given, its tags stay. */
  put(rule: StoredRule, tags?: readonly Tag[]): void {
    this.database.transaction(() => {
      this.database
        .prepare(
          `INSERT INTO events_rule (name, state, event_pattern, description, role_arn)
           VALUES (@name, @state, @eventPattern, @description, @roleArn)
           ON CONFLICT (name) DO UPDATE SET state = excluded.state,
             event_pattern = excluded.event_pattern,
             description = excluded.description, role_arn = excluded.role_arn`,
        )
        .run({ description: null, roleArn: null, ...withoutUndefined(rule) });
      if (tags) this.putTags(rule.name, tags);
    })();
  }

  delete(name: string): void {
    this.database.prepare('DELETE FROM events_rule WHERE name = ?').run(name);
  }

  /** Sorted by id. */
  targets(rule: string): StoredTarget[] {
    const rows = this.database
      .prepare('SELECT target FROM events_target WHERE rule = ? ORDER BY id')
      .pluck()
      .all(rule) as string[];
    return rows.map(target => JSON.parse(target));
  }

  /** Adds the targets, or replaces those with their ids. */
  putTargets(rule: string, targets: readonly StoredTarget[]): void {
    const insert = this.database.prepare(
      `INSERT INTO events_target (rule, id, target) VALUES (?, ?, ?)
       ON CONFLICT (rule, id) DO UPDATE SET target = excluded.target`,
    );
    this.database.transaction(() => {
      for (const target of targets) {
        insert.run(rule, target.Id, JSON.stringify(target));
      }
    })();
  }

  removeTargets(rule: string, ids: readonly string[]): void {
    const remove = this.database.prepare(
      'DELETE FROM events_target WHERE rule = ? AND id = ?',
    );
    this.database.transaction(() => {
      for (const id of ids) remove.run(rule, id);
    })();
  }

  /** Sorted by key. */
  tags(rule: string): Tag[] {
    return this.database
      .prepare(
        'SELECT key AS Key, value AS Value FROM events_tag WHERE rule = ? ORDER BY key',
      )
      .all(rule) as Tag[];
  }

  putTags(rule: string, tags: readonly Tag[]): void {
    const insert = this.database.prepare(
      `INSERT INTO events_tag (rule, key, value) VALUES (?, ?, ?)
       ON CONFLICT (rule, key) DO UPDATE SET value = excluded.value`,
    );
    this.database.transaction(() => {
      for (const { Key, Value } of tags) insert.run(rule, Key, Value);
    })();
  }

  removeTags(rule: string, keys: readonly string[]): void {
    const remove = this.database.prepare(
      'DELETE FROM events_tag WHERE rule = ? AND key = ?',
    );
    this.database.transaction(() => {
      for (const key of keys) remove.run(rule, key);
    })();
  }
}

function withoutUndefined(rule: StoredRule): Partial<StoredRule> {
  return Object.fromEntries(
    Object.entries(rule).filter(([, value]) => value !== undefined),
  );
}
