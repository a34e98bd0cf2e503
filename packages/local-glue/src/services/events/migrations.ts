import type { Migration } from '../../store/database';

export const eventsMigrations: readonly Migration[] = [
  {
    id: 'events-1-rules',
    sql: `
      CREATE TABLE events_rule (
        name TEXT PRIMARY KEY,
        state TEXT NOT NULL,
        event_pattern TEXT NOT NULL,
        description TEXT,
        role_arn TEXT
      ) WITHOUT ROWID;
      CREATE TABLE events_target (
        rule TEXT NOT NULL REFERENCES events_rule (name) ON DELETE CASCADE,
        id TEXT NOT NULL,
        target TEXT NOT NULL,
        PRIMARY KEY (rule, id)
      ) WITHOUT ROWID;
      CREATE TABLE events_tag (
        rule TEXT NOT NULL REFERENCES events_rule (name) ON DELETE CASCADE,
        key TEXT NOT NULL,
        value TEXT NOT NULL,
        PRIMARY KEY (rule, key)
      ) WITHOUT ROWID;
    `,
  },
];
