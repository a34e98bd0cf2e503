import {
  Cause,
  explainFailure,
  NodeState,
  RunDetail,
  RunHealth,
} from '@glue-pipelines/backstage-plugin-common';
import { CollectedRun } from '../database/RunStore';

/** Ended runs that say how their workflow is; a stopped run says nothing. */
export const DECISIVE = [
  'succeeded',
  'failed',
  'partially-failed',
] as const satisfies RunHealth[];

/** How old the end of a run may be to be news, in milliseconds: longer than portals are down. */
export const NEWS_MS = 24 * 60 * 60_000;

const IN_PROGRESS = new Set<NodeState>(['running', 'waiting']);

/** That a run is another than others were told: told once, by the replica that stored it. Times are ISO 8601 in UTC. */
export interface RunChange {
  workflowArn: string;
  runId: string;
  /** Absent for a run that is new. */
  before?: RunHealth;
  after: RunHealth;
  /** How the workflow was: the newest run before this one that succeeded or failed. */
  previous?: RunHealth;
  /** A newer run has succeeded or failed already. */
  superseded: boolean;
  /** When it was stored, by the database's clock. */
  at: string;
  startedAt?: string;
  completedAt?: string;
  failure?: RunFailure;
}

/** Why a run failed, as far as that is known. */
export interface RunFailure {
  /** The job or crawler that failed first. */
  nodeName?: string;
  /** What AWS says of it. */
  message?: string;
  cause?: Cause;
}

export type RunChangeListener = (change: RunChange) => Promise<void>;

/**
 * Whether a run that has ended will yet be another: Glue tries a failed job
 * again by itself ("JobRun", AWS Glue API reference: each retry is an attempt
 * of its own), and an attempt goes on.
 */
export function isBeingRetried(run: CollectedRun): boolean {
  return (
    !run.active &&
    run.graph.nodes.some(
      ({ type, state, attempts }) =>
        type !== 'TRIGGER' && attempts.length > 0 && IN_PROGRESS.has(state),
    )
  );
}

/**
 * @param failure what is stored of the first failure, where the graph may be missing
 * @returns `undefined` for a run that has not failed
 */
export function failureOf(
  run: Pick<RunDetail, 'health' | 'errorMessage' | 'graph'>,
  failure: RunDetail['failure'],
): RunFailure | undefined {
  if (run.health !== 'failed' && run.health !== 'partially-failed') {
    return undefined;
  }
  const nodeName = failure?.nodeName;
  const timedOut = run.graph.nodes.some(
    ({ name, state }) => name === nodeName && state === 'timed-out',
  );
  const message = failure?.message ?? run.errorMessage;
  return {
    nodeName,
    message,
    cause: explainFailure(message, timedOut ? 'TIMEOUT' : undefined),
  };
}
