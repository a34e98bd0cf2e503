import type { Migration } from '../../store/database';

/** Each is as it was released: a change of the schema is one more, at the end. */
export const glueMigrations: readonly Migration[] = [
  {
    id: 'glue-1-definitions',
    sql: `
      CREATE TABLE glue_workflow (name TEXT PRIMARY KEY, definition TEXT NOT NULL) WITHOUT ROWID;
      CREATE TABLE glue_trigger (name TEXT PRIMARY KEY, definition TEXT NOT NULL) WITHOUT ROWID;
      CREATE TABLE glue_job (name TEXT PRIMARY KEY, definition TEXT NOT NULL) WITHOUT ROWID;
      CREATE TABLE glue_crawler (name TEXT PRIMARY KEY, definition TEXT NOT NULL) WITHOUT ROWID;
      CREATE TABLE glue_connection (name TEXT PRIMARY KEY, definition TEXT NOT NULL) WITHOUT ROWID;
      CREATE TABLE glue_database (name TEXT PRIMARY KEY, definition TEXT NOT NULL) WITHOUT ROWID;

      ALTER TABLE glue_trigger ADD COLUMN workflow_name TEXT
        GENERATED ALWAYS AS (json_extract(definition, '$.WorkflowName')) VIRTUAL;
      CREATE INDEX glue_trigger_by_workflow ON glue_trigger (workflow_name);

      CREATE TABLE glue_table (
        database_name TEXT NOT NULL REFERENCES glue_database (name) ON DELETE CASCADE,
        name TEXT NOT NULL,
        definition TEXT NOT NULL,
        PRIMARY KEY (database_name, name)
      ) WITHOUT ROWID;

      CREATE TABLE glue_partition (
        database_name TEXT NOT NULL,
        table_name TEXT NOT NULL,
        partition_values TEXT NOT NULL,
        definition TEXT NOT NULL,
        PRIMARY KEY (database_name, table_name, partition_values),
        FOREIGN KEY (database_name, table_name)
          REFERENCES glue_table (database_name, name) ON DELETE CASCADE
      ) WITHOUT ROWID;

      CREATE TABLE glue_tag (
        arn TEXT NOT NULL,
        key TEXT NOT NULL,
        value TEXT NOT NULL,
        PRIMARY KEY (arn, key)
      ) WITHOUT ROWID;
    `,
  },
  {
    id: 'glue-2-runs',
    sql: `
      -- A run keeps the triggers of its start. Most runs of a workflow share them.
      CREATE TABLE glue_trigger_snapshot (
        id TEXT PRIMARY KEY,
        triggers TEXT NOT NULL
      ) WITHOUT ROWID;

      CREATE TABLE glue_workflow_run (
        sequence INTEGER PRIMARY KEY AUTOINCREMENT,
        id TEXT NOT NULL UNIQUE,
        workflow_name TEXT NOT NULL,
        status TEXT NOT NULL,
        snapshot_id TEXT NOT NULL REFERENCES glue_trigger_snapshot (id),
        fired_triggers TEXT NOT NULL,
        run TEXT NOT NULL
      );
      CREATE INDEX glue_workflow_run_by_workflow
        ON glue_workflow_run (workflow_name, sequence);
      CREATE INDEX glue_workflow_run_active ON glue_workflow_run (workflow_name)
        WHERE status IN ('RUNNING', 'STOPPING');

      CREATE TABLE glue_job_run (
        sequence INTEGER PRIMARY KEY AUTOINCREMENT,
        id TEXT NOT NULL UNIQUE,
        job_name TEXT NOT NULL,
        workflow_run_id TEXT,
        state TEXT NOT NULL,
        run TEXT NOT NULL
      );
      CREATE INDEX glue_job_run_by_job ON glue_job_run (job_name, sequence);
      CREATE INDEX glue_job_run_by_workflow_run ON glue_job_run (workflow_run_id)
        WHERE workflow_run_id IS NOT NULL;
      CREATE INDEX glue_job_run_active ON glue_job_run (job_name)
        WHERE state IN ('STARTING', 'RUNNING', 'STOPPING', 'WAITING');

      CREATE TABLE glue_crawl (
        sequence INTEGER PRIMARY KEY AUTOINCREMENT,
        id TEXT NOT NULL UNIQUE,
        crawler_name TEXT NOT NULL,
        workflow_run_id TEXT,
        state TEXT NOT NULL,
        crawl TEXT NOT NULL
      );
      CREATE INDEX glue_crawl_by_crawler ON glue_crawl (crawler_name, sequence);
      CREATE INDEX glue_crawl_by_workflow_run ON glue_crawl (workflow_run_id)
        WHERE workflow_run_id IS NOT NULL;
      CREATE INDEX glue_crawl_active ON glue_crawl (crawler_name)
        WHERE state IN ('RUNNING', 'CANCELLING');
    `,
  },
  {
    id: 'glue-3-events',
    sql: `
      CREATE TABLE glue_workflow_event (
        sequence INTEGER PRIMARY KEY AUTOINCREMENT,
        workflow_name TEXT NOT NULL,
        event_id TEXT NOT NULL,
        received_on INTEGER NOT NULL -- milliseconds since 1970
      );
      CREATE INDEX glue_workflow_event_by_workflow
        ON glue_workflow_event (workflow_name, sequence);
    `,
  },
  {
    id: 'glue-3-resumed-runs',
    sql: `
      -- Job runs and crawls that a resumed run shows of the run before it.
      CREATE TABLE glue_workflow_run_copy (
        workflow_run_id TEXT NOT NULL,
        id TEXT NOT NULL,
        PRIMARY KEY (workflow_run_id, id)
      ) WITHOUT ROWID;
    `,
  },
  {
    id: 'glue-3-trigger-chains',
    sql: `
      -- What triggers outside of workflows have started, for as long as it runs.
      CREATE TABLE glue_trigger_chain (
        id TEXT PRIMARY KEY,
        fired_triggers TEXT NOT NULL
      ) WITHOUT ROWID;
    `,
  },
  {
    id: 'glue-4-table-versions',
    sql: `
      -- What tables were before they were updated.
      CREATE TABLE glue_table_version (
        database_name TEXT NOT NULL,
        table_name TEXT NOT NULL,
        version INTEGER NOT NULL,
        definition TEXT NOT NULL,
        PRIMARY KEY (database_name, table_name, version),
        FOREIGN KEY (database_name, table_name)
          REFERENCES glue_table (database_name, name) ON DELETE CASCADE
      ) WITHOUT ROWID;
    `,
  },
  {
    id: 'glue-4-partition-indexes',
    sql: `
      CREATE TABLE glue_partition_index (
        database_name TEXT NOT NULL,
        table_name TEXT NOT NULL,
        name TEXT NOT NULL,
        keys TEXT NOT NULL,
        PRIMARY KEY (database_name, table_name, name),
        FOREIGN KEY (database_name, table_name)
          REFERENCES glue_table (database_name, name) ON DELETE CASCADE
      ) WITHOUT ROWID;
    `,
  },
  {
    id: 'glue-5-crawlers',
    sql: `
      CREATE TABLE glue_classifier (
        name TEXT PRIMARY KEY,
        definition TEXT NOT NULL
      ) WITHOUT ROWID;

      -- Where incremental crawls go on.
      CREATE TABLE glue_crawled_folder (
        crawler_name TEXT NOT NULL,
        folder TEXT NOT NULL,
        PRIMARY KEY (crawler_name, folder)
      ) WITHOUT ROWID;

      -- Workflow runs show crawls whose crawler is gone.
      ALTER TABLE glue_crawl ADD COLUMN of_deleted_crawler INTEGER NOT NULL DEFAULT 0;
    `,
  },
  {
    id: 'glue-6-job-bookmarks',
    sql: `
      CREATE TABLE glue_job_bookmark (
        job_name TEXT NOT NULL,
        version INTEGER NOT NULL,
        run_id TEXT,
        run_started INTEGER, -- milliseconds since 1970; of versions that a run stored
        entry TEXT NOT NULL,
        PRIMARY KEY (job_name, version)
      ) WITHOUT ROWID;
    `,
  },
  {
    id: 'glue-7-security-configurations',
    sql: `
      CREATE TABLE glue_security_configuration (
        name TEXT PRIMARY KEY,
        definition TEXT NOT NULL
      ) WITHOUT ROWID;
    `,
  },
];
