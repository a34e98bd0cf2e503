import type { Migration } from '../../store/database';

export const secretsMigrations: readonly Migration[] = [
  {
    id: 'secrets-1-secrets-and-versions',
    sql: `
      CREATE TABLE secrets (
        arn TEXT PRIMARY KEY,
        name TEXT NOT NULL UNIQUE,
        description TEXT,
        kms_key_id TEXT,
        tags TEXT NOT NULL,
        created_at INTEGER NOT NULL,
        changed_at INTEGER NOT NULL,
        deletion_at INTEGER
      );
      CREATE TABLE secret_versions (
        arn TEXT NOT NULL REFERENCES secrets (arn) ON DELETE CASCADE,
        version_id TEXT NOT NULL,
        stage TEXT NOT NULL,
        secret_string TEXT,
        secret_binary TEXT,
        created_at INTEGER NOT NULL,
        PRIMARY KEY (arn, version_id),
        UNIQUE (arn, stage)
      );
    `,
  },
];
