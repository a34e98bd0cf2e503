import { Migration } from '../store/database';

/** What the deployer remembers of the stacks it has deployed. */
export const deployMigrations: readonly Migration[] = [
  {
    id: 'deploy-001-stacks',
    sql: `
      CREATE TABLE deployed_stacks (
        name TEXT PRIMARY KEY,
        outputs TEXT NOT NULL,
        deployed_at TEXT NOT NULL
      );
      CREATE TABLE deployed_resources (
        stack TEXT NOT NULL,
        logical_id TEXT NOT NULL,
        type TEXT NOT NULL,
        -- The service's own name of the resource, unique per type.
        name TEXT NOT NULL,
        -- What Ref gives.
        physical_id TEXT NOT NULL,
        -- With references resolved; dynamic references to secrets are kept as written.
        properties TEXT NOT NULL,
        -- What Fn::GetAtt gives.
        attributes TEXT NOT NULL,
        deletion_policy TEXT NOT NULL,
        -- Order of creation within the stack; deletion goes the other way.
        position INTEGER NOT NULL,
        PRIMARY KEY (stack, logical_id)
      );
      CREATE INDEX deployed_resources_by_name ON deployed_resources (type, name);
      CREATE TABLE deployed_exports (
        name TEXT PRIMARY KEY,
        stack TEXT NOT NULL,
        value TEXT NOT NULL
      );
    `,
  },
  {
    id: 'deploy-002-imports',
    sql: `
      CREATE TABLE deployed_imports (
        stack TEXT NOT NULL,
        -- Of an export of another stack.
        name TEXT NOT NULL,
        PRIMARY KEY (stack, name)
      );
    `,
  },
];
