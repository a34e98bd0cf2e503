import type { Migration } from '../../store/database';

/** Statements of the Data API with their results, and the clusters, namespaces and workgroups that they may name. */
export const redshiftMigrations: readonly Migration[] = [
  {
    id: 'redshift-1-statements',
    sql: `
      CREATE TABLE redshift_statements (
        id TEXT PRIMARY KEY,
        created_at INTEGER NOT NULL,
        updated_at INTEGER NOT NULL,
        status TEXT NOT NULL,
        client_token TEXT UNIQUE,
        statement TEXT NOT NULL
      );
      CREATE INDEX redshift_statements_by_age ON redshift_statements (created_at);
      CREATE TABLE redshift_result_sets (
        id TEXT PRIMARY KEY,
        statement_id TEXT NOT NULL REFERENCES redshift_statements (id) ON DELETE CASCADE,
        columns TEXT NOT NULL,
        total_rows INTEGER NOT NULL
      );
      CREATE TABLE redshift_result_pages (
        result_id TEXT NOT NULL REFERENCES redshift_result_sets (id) ON DELETE CASCADE,
        page INTEGER NOT NULL,
        records TEXT NOT NULL,
        PRIMARY KEY (result_id, page)
      );
    `,
  },
  {
    id: 'redshift-2-resources',
    sql: `
      CREATE TABLE redshift_resources (
        kind TEXT NOT NULL,
        name TEXT NOT NULL,
        resource TEXT NOT NULL,
        PRIMARY KEY (kind, name)
      );
    `,
  },
  {
    id: 'redshift-3-result-files',
    sql: `
      DROP TABLE redshift_result_pages;
      DROP TABLE redshift_result_sets;
      CREATE TABLE redshift_result_sets (
        id TEXT PRIMARY KEY,
        statement_id TEXT NOT NULL REFERENCES redshift_statements (id) ON DELETE CASCADE,
        columns TEXT NOT NULL,
        total_rows INTEGER NOT NULL,
        page_ends TEXT NOT NULL
      );
      CREATE INDEX redshift_result_sets_by_statement ON redshift_result_sets (statement_id);
      CREATE INDEX redshift_statements_by_status ON redshift_statements (status);
      DELETE FROM redshift_statements;
    `,
  },
];
