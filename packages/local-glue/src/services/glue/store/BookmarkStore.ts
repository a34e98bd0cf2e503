import type { JobBookmarkEntry } from '@aws-sdk/client-glue';
import type { Database, Statement } from 'better-sqlite3';

export type StoredBookmark = JobBookmarkEntry & {
  JobName: string;
  Version: number;
  Run: number;
  Attempt: number;
  /** JSON, see `engine/bookmarks.ts`. */
  JobBookmark: string;
};

/** Versions of a job that can be rewound to. */
const keptVersions = 1000;

/** The bookmarks of jobs, each version of them: a job can go back to what an earlier run left. */
export class BookmarkStore {
  readonly #insert: Statement;
  readonly #forget: Statement;
  readonly #current: Statement;
  readonly #ofRun: Statement;
  readonly #asOf: Statement;
  readonly #delete: Statement;

  constructor(database: Database) {
    this.#insert = database.prepare(
      `INSERT INTO glue_job_bookmark (job_name, version, run_id, run_started, entry)
       VALUES (?, ?, ?, ?, ?)`,
    );
    this.#forget = database.prepare(
      'DELETE FROM glue_job_bookmark WHERE job_name = ? AND version <= ?',
    );
    this.#current = database.prepare(
      `SELECT entry FROM glue_job_bookmark
       WHERE job_name = ? ORDER BY version DESC LIMIT 1`,
    );
    this.#ofRun = database.prepare(
      `SELECT entry FROM glue_job_bookmark
       WHERE job_name = ? AND run_id = ? ORDER BY version LIMIT 1`,
    );
    this.#asOf = database.prepare(
      `SELECT entry FROM glue_job_bookmark
       WHERE job_name = ? AND run_started <= ?
       ORDER BY run_started DESC, version LIMIT 1`,
    );
    this.#delete = database.prepare(
      'DELETE FROM glue_job_bookmark WHERE job_name = ?',
    );
  }

  /** @param runStarted - when the run began that the entry is of, if it is of one */
  add(entry: StoredBookmark, runStarted?: Date): void {
    this.#insert.run(
      entry.JobName,
      entry.Version,
      entry.RunId ?? null,
      runStarted?.getTime() ?? null,
      JSON.stringify(entry),
    );
    this.#forget.run(entry.JobName, entry.Version - keptVersions);
  }

  current(jobName: string): StoredBookmark | undefined {
    return entryOf(this.#current.get(jobName));
  }

  /** What the run stored when it ended. */
  ofRun(jobName: string, runId: string): StoredBookmark | undefined {
    return entryOf(this.#ofRun.get(jobName, runId));
  }

  /** What the latest run stored that began at that time or before. */
  asOf(jobName: string, time: Date): StoredBookmark | undefined {
    return entryOf(this.#asOf.get(jobName, time.getTime()));
  }

  delete(jobName: string): void {
    this.#delete.run(jobName);
  }
}

function entryOf(row: unknown): StoredBookmark | undefined {
  return row ? JSON.parse((row as { entry: string }).entry) : undefined;
}
