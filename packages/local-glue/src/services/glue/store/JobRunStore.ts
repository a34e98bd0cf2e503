import type { JobRun, JobRunState } from '@aws-sdk/client-glue';
import type { Database, Statement } from 'better-sqlite3';
import { decode, encode } from './json';

export type StoredJobRun = JobRun & {
  Id: string;
  JobName: string;
  JobRunState: JobRunState;
  Attempt: number;
  StartedOn: Date;
};

export interface JobRunRecord {
  run: StoredJobRun;
  /** Of the workflow run that it belongs to, or of a chain of triggers outside of workflows. */
  workflowRunId?: string;
}

interface Row {
  sequence: number;
  workflow_run_id: string | null;
  run: string;
}

export class JobRunStore {
  readonly #insert: Statement;
  readonly #update: Statement;
  readonly #get: Statement;
  readonly #page: Statement;
  readonly #ofWorkflowRun: Statement;
  readonly #active: Statement;
  readonly #activeOfJob: Statement;

  constructor(database: Database) {
    const columns = 'sequence, workflow_run_id, run';
    const active = "state IN ('STARTING', 'RUNNING', 'STOPPING', 'WAITING')";
    this.#insert = database.prepare(
      `INSERT INTO glue_job_run (id, job_name, workflow_run_id, state, run)
       VALUES (?, ?, ?, ?, ?)`,
    );
    this.#update = database.prepare(
      'UPDATE glue_job_run SET state = ?, run = ? WHERE id = ?',
    );
    this.#get = database.prepare(
      `SELECT ${columns} FROM glue_job_run WHERE id = ?`,
    );
    this.#page = database.prepare(
      `SELECT ${columns} FROM glue_job_run
       WHERE job_name = ? AND sequence < ? ORDER BY sequence DESC LIMIT ?`,
    );
    this.#ofWorkflowRun = database.prepare(
      `SELECT ${columns} FROM glue_job_run WHERE workflow_run_id = ? ORDER BY sequence`,
    );
    // Without the hint all runs there ever were would be read in their order.
    this.#active = database.prepare(
      `SELECT ${columns} FROM glue_job_run INDEXED BY glue_job_run_active
       WHERE ${active} ORDER BY sequence`,
    );
    this.#activeOfJob = database.prepare(
      `SELECT ${columns} FROM glue_job_run WHERE job_name = ? AND ${active} ORDER BY sequence`,
    );
  }

  insert({ run, workflowRunId }: JobRunRecord): void {
    this.#insert.run(
      run.Id,
      run.JobName,
      workflowRunId ?? null,
      run.JobRunState,
      encode(run),
    );
  }

  update(run: StoredJobRun): void {
    this.#update.run(run.JobRunState, encode(run), run.Id);
  }

  get(id: string): JobRunRecord | undefined {
    const row = this.#get.get(id) as Row | undefined;
    return row && recordOf(row);
  }

  /** Newest first, those before `before`. */
  page(
    jobName: string,
    before: string | number | undefined,
    limit: number,
  ): { sequence: number; run: StoredJobRun }[] {
    const rows = this.#page.all(
      jobName,
      before ?? Number.MAX_SAFE_INTEGER,
      limit,
    ) as Row[];
    return rows.map(({ sequence, run }) => ({ sequence, run: decode(run) }));
  }

  /** In the order of their start. */
  ofWorkflowRun(workflowRunId: string): StoredJobRun[] {
    return (this.#ofWorkflowRun.all(workflowRunId) as Row[]).map(row =>
      decode<StoredJobRun>(row.run),
    );
  }

  /** STARTING, RUNNING, STOPPING or WAITING, in the order of their start. */
  active(): JobRunRecord[] {
    return (this.#active.all() as Row[]).map(recordOf);
  }

  activeOfJob(jobName: string): JobRunRecord[] {
    return (this.#activeOfJob.all(jobName) as Row[]).map(recordOf);
  }
}

function recordOf(row: Row): JobRunRecord {
  return {
    run: decode<StoredJobRun>(row.run),
    workflowRunId: row.workflow_run_id ?? undefined,
  };
}
