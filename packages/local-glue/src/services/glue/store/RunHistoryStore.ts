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
  is_copied: 0 | 1;
}

/**
 * The job runs and crawls of a workflow run, with those that a resumed run
 * shows of its predecessor: they are stored once.
 */
export class RunHistoryStore {
  readonly #jobRuns: Statement;
  readonly #crawls: Statement;
  readonly #copy: Statement;

  constructor(database: Database) {
    this.#jobRuns = database.prepare(historyOf('glue_job_run', 'run'));
    this.#crawls = database.prepare(historyOf('glue_crawl', 'crawl'));
    this.#copy = database.prepare(
      'INSERT INTO glue_workflow_run_copy (workflow_run_id, id) VALUES (?, ?)',
    );
  }

  of(workflowRunId: string): StoredRunHistory {
    const jobRuns = this.#jobRuns.all({ workflowRunId }) as Row[];
    const crawls = this.#crawls.all({ workflowRunId }) as Row[];
    return {
      jobRuns: jobRuns.map(row => decode<StoredJobRun>(row.record)),
      crawls: crawls.map(row => decode<StoredCrawl>(row.record)),
      copied: new Set(
        [...jobRuns, ...crawls]
          .filter(row => row.is_copied)
          .map(({ id }) => id),
      ),
    };
  }

  /** @param ids - of job runs and crawls of an earlier run */
  copy(workflowRunId: string, ids: Iterable<string>): void {
    for (const id of ids) this.#copy.run(workflowRunId, id);
  }
}

function historyOf(table: string, column: string): string {
  return `
    SELECT id, ${column} AS record, 0 AS is_copied, sequence
    FROM ${table} WHERE workflow_run_id = :workflowRunId
    UNION ALL
    SELECT own.id, own.${column}, 1, own.sequence
    FROM glue_workflow_run_copy copy JOIN ${table} own ON own.id = copy.id
    WHERE copy.workflow_run_id = :workflowRunId
    ORDER BY sequence`;
}
