import type {
  WorkflowRun,
  WorkflowRunStatistics,
  WorkflowRunStatus,
} from '@aws-sdk/client-glue';
import type { Database, Statement } from 'better-sqlite3';
import { createHash } from 'node:crypto';
import { StoredTrigger } from './definitions';
import { decode, encode } from './json';

/** Without the graph, which is computed on reading. */
export type StoredWorkflowRun = Omit<WorkflowRun, 'Graph'> & {
  Name: string;
  WorkflowRunId: string;
  Status: WorkflowRunStatus;
  StartedOn: Date;
  WorkflowRunProperties: Record<string, string>;
  Statistics: WorkflowRunStatistics;
};

/** A run with what its progress depends on. */
export interface WorkflowRunState {
  run: StoredWorkflowRun;
  /** The workflow's triggers as they were when the run started. */
  triggers: StoredTrigger[];
  /** Names of the triggers that have fired in this run. */
  fired: string[];
}

interface Row {
  sequence: number;
  run: string;
}

export class WorkflowRunStore {
  readonly #insertSnapshot: Statement;
  readonly #insert: Statement;
  readonly #update: Statement;
  readonly #get: Statement;
  readonly #getState: Statement;
  readonly #page: Statement;
  readonly #active: Statement;
  readonly #countActive: Statement;

  constructor(database: Database) {
    this.#insertSnapshot = database.prepare(
      'INSERT INTO glue_trigger_snapshot (id, triggers) VALUES (?, ?) ON CONFLICT (id) DO NOTHING',
    );
    this.#insert = database.prepare(
      `INSERT INTO glue_workflow_run (id, workflow_name, status, snapshot_id, fired_triggers, run)
       VALUES (?, ?, ?, ?, ?, ?)`,
    );
    this.#update = database.prepare(
      'UPDATE glue_workflow_run SET status = ?, fired_triggers = ?, run = ? WHERE id = ?',
    );
    this.#get = database.prepare(
      'SELECT sequence, run FROM glue_workflow_run WHERE workflow_name = ? AND id = ?',
    );
    this.#getState = database.prepare(
      `SELECT r.run, r.fired_triggers, s.triggers
       FROM glue_workflow_run r JOIN glue_trigger_snapshot s ON s.id = r.snapshot_id
       WHERE r.id = ?`,
    );
    this.#page = database.prepare(
      `SELECT sequence, run FROM glue_workflow_run
       WHERE workflow_name = ? AND sequence < ? ORDER BY sequence DESC LIMIT ?`,
    );
    // Without the hint all runs there ever were would be read in their order.
    this.#active = database.prepare(
      `SELECT id FROM glue_workflow_run INDEXED BY glue_workflow_run_active
       WHERE status IN ('RUNNING', 'STOPPING') ORDER BY sequence`,
    );
    this.#countActive = database.prepare(
      `SELECT count(*) AS runs FROM glue_workflow_run
       WHERE workflow_name = ? AND status IN ('RUNNING', 'STOPPING')`,
    );
  }

  insert({ run, triggers, fired }: WorkflowRunState): void {
    const snapshot = encode(triggers);
    const snapshotId = createHash('sha256').update(snapshot).digest('hex');
    this.#insertSnapshot.run(snapshotId, snapshot);
    this.#insert.run(
      run.WorkflowRunId,
      run.Name,
      run.Status,
      snapshotId,
      JSON.stringify(fired),
      encode(run),
    );
  }

  update({ run, fired }: Pick<WorkflowRunState, 'run' | 'fired'>): void {
    this.#update.run(
      run.Status,
      JSON.stringify(fired),
      encode(run),
      run.WorkflowRunId,
    );
  }

  get(workflowName: string, runId: string): StoredWorkflowRun | undefined {
    const row = this.#get.get(workflowName, runId) as Row | undefined;
    return row && decode<StoredWorkflowRun>(row.run);
  }

  state(runId: string): WorkflowRunState | undefined {
    const row = this.#getState.get(runId) as
      { run: string; fired_triggers: string; triggers: string } | undefined;
    return (
      row && {
        run: decode(row.run),
        fired: JSON.parse(row.fired_triggers),
        triggers: decode(row.triggers),
      }
    );
  }

  /** Newest first, those before `before`. */
  page(
    workflowName: string,
    before: string | number | undefined,
    limit: number,
  ): { sequence: number; run: StoredWorkflowRun }[] {
    const rows = this.#page.all(
      workflowName,
      before ?? Number.MAX_SAFE_INTEGER,
      limit,
    ) as Row[];
    return rows.map(({ sequence, run }) => ({ sequence, run: decode(run) }));
  }

  latest(workflowName: string): StoredWorkflowRun | undefined {
    return this.page(workflowName, undefined, 1)[0]?.run;
  }

  /** Ids of runs that are RUNNING or STOPPING, of all workflows, oldest first. */
  activeIds(): string[] {
    return this.#active.all().map(row => (row as { id: string }).id);
  }

  countActive(workflowName: string): number {
    return (this.#countActive.get(workflowName) as { runs: number }).runs;
  }
}
