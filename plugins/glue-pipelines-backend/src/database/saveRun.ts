import { canFollowRunStatus } from '@glue-pipelines/backstage-plugin-common';
import { Knex } from 'knex';
import { isBeingRetried, NEWS_MS, RunChange } from '../changes/RunChange';
import { GraphRow, RunReadingRow, RunRow, toGraphRow, toRunRow } from './rows';
import { newsOf, RunNewsRow } from './runNews';
import { CollectedRun } from './RunStore';
import { refreshSummary } from './WorkflowSummaries';

/** How often the graph of an active run is read though nothing else changed, in milliseconds: attempts may. */
const ACTIVE_GRAPH_MS = 60_000;

interface SavedRun {
  /** Pages show something else now. */
  isNew: boolean;
  /** What is to be told; to one replica only. */
  change?: RunChange;
}

/**
 * Stores a run in one transaction that holds its row. An observation that
 * comes late changes nothing.
 */
export async function saveRun(
  knex: Knex,
  run: CollectedRun,
  now: Date,
): Promise<SavedRun> {
  for (;;) {
    const saved = await knex.transaction(trx => tryToSave(trx, run, now));
    if (saved) {
      return saved;
    }
  }
}

/** Answers `undefined` when another replica has just stored a run that was not there before. */
async function tryToSave(
  trx: Knex.Transaction,
  run: CollectedRun,
  now: Date,
): Promise<SavedRun | undefined> {
  const rows = () => trx<RunRow & RunReadingRow & RunNewsRow>('runs');
  const graph = toGraphRow(run, now);
  const key = { workflow_arn: run.workflowArn, run_id: run.id };
  const found = await rows().where(key).forUpdate().first();
  const {
    read_due_at: _,
    read_failures = 0,
    read_error = null,
    told_health: told = null,
    ...stored
  } = found ?? {};
  if (found && !canFollowRunStatus(run.rawStatus, found.raw_status)) {
    return { isNew: false };
  }
  let row = toRunRow(run, found?.ordered_at ?? now.toISOString(), graph);
  let reading: RunReadingRow = {
    read_due_at: canChange(run, now)
      ? new Date(now.getTime() + ACTIVE_GRAPH_MS).toISOString()
      : null,
    read_failures: 0,
    read_error: null,
  };
  if (found && !run.detailed) {
    if (found.detailed && (run.active || !found.active)) {
      return { isNew: false };
    }
    const { detailed, graph_hash, node_states, dpu_hours, failure } = found;
    row = { ...row, detailed, graph_hash, node_states, dpu_hours, failure };
    // If it has just ended, its graph is known only as it was before.
    const due = detailed ? now.toISOString() : found.read_due_at;
    reading = { read_due_at: due, read_failures, read_error };
  }
  const { change, ...news } = await newsOf(trx, { run, row, told, now });
  if (found && sameRow(stored, row)) {
    await rows()
      .where(key)
      .update({ ...reading, ...news });
    return { isNew: false, change };
  }
  if (graph) {
    await trx<GraphRow>('graphs')
      .insert(graph)
      .onConflict(['workflow_arn', 'hash'])
      .merge(['used_at']);
  }
  const next = { ...row, ...reading, ...news };
  if (found) {
    await rows().where(key).update(next);
  } else {
    const added = await trx('runs')
      .insert(next)
      .onConflict(['workflow_arn', 'run_id'])
      .ignore()
      .returning('run_id');
    if (added.length === 0) {
      return undefined;
    }
  }
  await refreshSummary(trx, run.workflowArn, now);
  return { isNew: true, change };
}

/** Whether a run is to be read again: it goes on, or a job of it is tried again after its end. */
function canChange(run: CollectedRun, now: Date): boolean {
  const ended = Date.parse(run.completedAt ?? run.startedAt ?? '');
  return run.active || (isBeingRetried(run) && ended > now.getTime() - NEWS_MS);
}

/** Whether two rows mean the same; booleans as SQLite answers them included. */
function sameRow(a: Partial<RunRow>, b: RunRow) {
  const comparable = (row: object) =>
    JSON.stringify(
      Object.entries(row)
        .map(([key, value]) => [
          key,
          typeof value === 'boolean' ? Number(value) : value,
        ])
        .sort(([x], [y]) => String(x).localeCompare(String(y))),
    );
  return comparable(a) === comparable(b);
}
