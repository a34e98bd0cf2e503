import { isActiveRunStatus } from '@glue-pipelines/backstage-plugin-common';
import { Knex } from 'knex';
import { RunRow } from './rows';
import { RunStore } from './RunStore';

/** A run that goes on, with the names of its jobs that run. */
export interface RunUnderWay {
  arn: string;
  jobs: string[];
}

/** All runs that go on, of all workflows: few beside those that have ended. */
export async function runsUnderWay(
  knex: Knex,
  store: RunStore,
): Promise<RunUnderWay[]> {
  const rows = await knex<RunRow>('runs')
    // As a literal: SQLite uses a partial index only for the text of its condition.
    .whereRaw('active = true')
    .select('workflow_arn', 'run_id');
  const found: RunUnderWay[] = [];
  for (const { workflow_arn: arn, run_id } of rows) {
    const stored = await store.getRun(arn, run_id);
    if (stored && isActiveRunStatus(stored.run.rawStatus)) {
      found.push({
        arn,
        jobs: stored.run.graph.nodes
          .filter(({ type, state }) => type === 'JOB' && state === 'running')
          .map(({ name }) => name),
      });
    }
  }
  return found;
}
