import { NotFoundError } from '@backstage/errors';
import {
  deriveNodeState,
  NodeAttempt,
  RunDetail,
  WorkflowNode,
} from '@glue-pipelines/backstage-plugin-common';
import { LogTimes } from '../aws/LogsApi';
import { LoggedAttempt } from './logPlaces';

/** Milliseconds after the end of an attempt until CloudWatch surely has all that it wrote. */
const INGESTION_MS = 60_000;

/** An attempt of a run, as its logs are found. */
export interface FoundAttempt {
  node: WorkflowNode;
  attempt: NodeAttempt;
  logged: LoggedAttempt;
  /** A crawler writes all its crawls into one stream: those of this one. */
  times: LogTimes;
}

/**
 * Finds a try of a job by its id, or the newest crawl of a crawler by its name.
 * Only what the run has: nobody reads the log of another job by its id.
 * @throws NotFoundError
 */
export function findAttempt(run: RunDetail, wanted: string): FoundAttempt {
  for (const node of run.graph.nodes) {
    const attempt = node.attempts.find(({ id }) => id === wanted);
    if (node.type === 'JOB' && attempt) {
      const { logGroupName } = attempt;
      return {
        node,
        attempt,
        logged: { type: 'JOB', jobRunId: wanted, logGroupName },
        times: {},
      };
    }
  }
  const crawler = run.graph.nodes.find(
    ({ type, name }) => type === 'CRAWLER' && name === wanted,
  );
  const crawl = crawler?.attempts.at(-1);
  if (!crawler || !crawl) {
    throw new NotFoundError(
      `Run ${run.id} has no attempt ${wanted}: give the id of a job run of it, or the name of a crawler that it ran`,
    );
  }
  const { startedAt, completedAt, logGroupName } = crawl;
  return {
    node: crawler,
    attempt: crawl,
    logged: { type: 'CRAWLER', crawlerName: wanted, logGroupName },
    times: {
      from: startedAt === undefined ? undefined : Date.parse(startedAt),
      until:
        completedAt === undefined
          ? undefined
          : Date.parse(completedAt) + INGESTION_MS,
    },
  };
}

/** How far an attempt is. */
export function progressOf({ rawState, startedAt, completedAt }: NodeAttempt): {
  hasFailed: boolean;
  hasEnded: boolean;
  /** It never began. */
  isUnstarted: boolean;
  /** It has ended, and nothing of what it wrote is still on its way. */
  isComplete: boolean;
} {
  const state = deriveNodeState(rawState);
  const hasEnded = state !== 'running' && state !== 'waiting';
  return {
    hasFailed: state === 'failed' || state === 'timed-out',
    hasEnded,
    isUnstarted:
      state === 'waiting' || rawState === 'ERROR' || rawState === 'EXPIRED',
    isComplete:
      hasEnded &&
      Date.parse(completedAt ?? startedAt ?? '1970-01-01T00:00:00Z') <
        Date.now() - INGESTION_MS,
  };
}
