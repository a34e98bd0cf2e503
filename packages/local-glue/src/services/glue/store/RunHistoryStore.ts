import type { Database, Statement } from 'better-sqlite3';
import type { StoredCrawl } from './CrawlStore';
import type { StoredJobRun } from './JobRunStore';
import { decode } from './json';

/** What has run in a workflow run, each kind in the order of its start. */
export interface StoredRunHistory {
  jobRuns: StoredJobRun[];
  crawls: StoredCrawl[];
  /** Ids of those that ran in the run that this one resumed. */
  copied: ReadonlySet<string>;
}

interface Row {
  id: string;
  record: string;
}

class HistoryOfKind {
  readonly #own: Statement;
  readonly #copies: Statement;

  constructor(database: Database, table: string, column: string) {
    this.#own = database.prepare(
      `SELECT id, ${column} AS record FROM ${table}
       WHERE workflow_run_id = ? ORDER BY sequence`,
    );
    this.#copies = database.prepare(
      `SELECT own.id, own.${column} AS record
       FROM glue_workflow_run_copy copy JOIN ${table} own ON own.id = copy.id
       WHERE copy.workflow_run_id = ? ORDER BY own.sequence`,
    );
  }

  /** Adds to `copied` the ids of those that an earlier run has run: they come first. */
  of<Kind>(workflowRunId: string, copied: Set<string>): Kind[] {
    const copies = this.#copies.all(workflowRunId) as Row[];
    for (const { id } of copies) copied.add(id);
    return [...copies, ...(this.#own.all(workflowRunId) as Row[])].map(row =>
      decode<Kind>(row.record),
    );
  }
}

/**
 * The job runs and crawls of a workflow run, with those that a resumed run
 * shows of its predecessor: they are stored once.
 */
export class RunHistoryStore {
  readonly #jobRuns: HistoryOfKind;
  readonly #crawls: HistoryOfKind;
  readonly #copy: Statement;

  constructor(database: Database) {
    this.#jobRuns = new HistoryOfKind(database, 'glue_job_run', 'run');
    this.#crawls = new HistoryOfKind(database, 'glue_crawl', 'crawl');
    this.#copy = database.prepare(
      'INSERT INTO glue_workflow_run_copy (workflow_run_id, id) VALUES (?, ?)',
    );
  }

  of(workflowRunId: string): StoredRunHistory {
    const copied = new Set<string>();
    return {
      jobRuns: this.#jobRuns.of<StoredJobRun>(workflowRunId, copied),
      crawls: this.#crawls.of<StoredCrawl>(workflowRunId, copied),
      copied,
    };
  }

  /** @param ids - of job runs and crawls of an earlier run */
  copy(workflowRunId: string, ids: Iterable<string>): void {
    for (const id of ids) this.#copy.run(workflowRunId, id);
  }
}
