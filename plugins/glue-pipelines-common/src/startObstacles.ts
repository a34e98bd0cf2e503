import { RunSummary, SchedulePause, WorkflowDetail } from './types';

/**
 * What keeps a workflow, or a part of it, from starting by itself, or kept it.
 *
 * @public
 */
export type StartObstacle =
  /** Nothing starts it. */
  | { kind: 'no-trigger' }
  /** A schedule that somebody has paused in the portal. */
  | { kind: 'paused'; pause: SchedulePause }
  /** A schedule that is not active. Who did it, the portal does not know. */
  | { kind: 'deactivated'; state: string }
  /** A schedule whose trigger was created and never activated. */
  | { kind: 'never-activated' }
  /** A trigger that AWS is changing: so it is for some seconds. */
  | { kind: 'changing'; state: string }
  /** Triggers between its nodes that never fire, because they are not active. */
  | { kind: 'idle-triggers'; names: string[] }
  /** A run was due and did not begin. */
  | {
      kind: 'overdue';
      /** ISO 8601. */
      dueAt: string;
      because: OverdueCause;
    };

/**
 * `limit`: as many runs were under way as the workflow allows; `not-read`: the
 * portal has not read AWS since; `unknown`: nothing that the portal sees
 * explains it.
 *
 * @public
 */
export type OverdueCause = 'limit' | 'not-read' | 'unknown';

type Workflow = Pick<
  WorkflowDetail,
  'startTrigger' | 'graph' | 'maxConcurrentRuns' | 'collectedAt' | 'createdAt'
>;
type Run = Pick<
  RunSummary,
  'startedAt' | 'completedAt' | 'startedBy' | 'previousRunId'
>;

/** Clocks differ: a run that began so many milliseconds before it was due began by its schedule. */
const EARLY_MS = 60_000;

/**
 * Why a workflow does not start by itself, or did not when it was due.
 *
 * @param runs - Its last runs, newest first; `undefined` while they are not known
 *
 * @public
 */
export function startObstacles(
  workflow: Workflow,
  runs: readonly Run[] | undefined,
): StartObstacle[] {
  const start = triggerObstacle(workflow);
  const names = workflow.graph.nodes
    .filter(
      ({ trigger }) =>
        trigger?.type === 'CONDITIONAL' &&
        /^(CREATED|DEACTIVATED)$/.test(trigger.state),
    )
    .map(({ name }) => name);
  const overdue = runs && overdueObstacle(workflow, runs);
  return [
    ...(start ? [start] : []),
    ...(names.length > 0 ? [{ kind: 'idle-triggers' as const, names }] : []),
    ...(overdue ? [overdue] : []),
  ];
}

/**
 * Triggers of type ON_DEMAND and EVENT are CREATED for as long as they exist
 * ("Triggers", AWS Glue Developer Guide), so that their state says nothing.
 */
function triggerObstacle({
  startTrigger,
  collectedAt,
}: Workflow): StartObstacle | undefined {
  if (!startTrigger) {
    return collectedAt ? { kind: 'no-trigger' } : undefined;
  }
  const { type, state, pause } = startTrigger;
  if (type !== 'SCHEDULED' || state === 'ACTIVATED') {
    return undefined;
  }
  if (pause) {
    return { kind: 'paused', pause };
  }
  switch (state) {
    case 'CREATED':
      return { kind: 'never-activated' };
    case 'DEACTIVATED':
      return { kind: 'deactivated', state };
    default:
      return { kind: 'changing', state };
  }
}

function overdueObstacle(
  workflow: Workflow,
  runs: readonly Run[],
): StartObstacle | undefined {
  const dueAt = workflow.startTrigger?.lastDueAt;
  if (!dueAt || !wasExpected(workflow, runs, dueAt)) {
    return undefined;
  }
  const due = Date.parse(dueAt);
  if (!workflow.collectedAt || Date.parse(workflow.collectedAt) < due) {
    return { kind: 'overdue', dueAt, because: 'not-read' };
  }
  // Glue has not dated a run that has just begun.
  const times = runs.map(run => ({ ...run, began: beganAt(run) ?? Infinity }));
  const came = times.some(
    run => run.began >= due - EARLY_MS && !run.startedBy && !run.previousRunId,
  );
  // Where all of these began since then, others did too that are not known.
  const isKnown = runs.length === 0 || times.some(({ began }) => began < due);
  if (came || !isKnown) {
    return undefined;
  }
  const underWay = times.filter(
    ({ began, completedAt }) =>
      began < due && (!completedAt || Date.parse(completedAt) > due),
  );
  const isFull =
    Boolean(workflow.maxConcurrentRuns) &&
    underWay.length >= (workflow.maxConcurrentRuns ?? 0);
  return { kind: 'overdue', dueAt, because: isFull ? 'limit' : 'unknown' };
}

/** Whether the schedule was there and active then, as far as the portal knows. */
function wasExpected(
  { startTrigger, createdAt }: Workflow,
  runs: readonly Run[],
  dueAt: string,
): boolean {
  const due = Date.parse(dueAt);
  const resumedAt = startTrigger?.resumedAt;
  if (resumedAt && Date.parse(resumedAt) > due) {
    return false;
  }
  return createdAt
    ? Date.parse(createdAt) <= due
    : runs.some(run => (beganAt(run) ?? Infinity) < due);
}

function beganAt({ startedAt }: Run): number | undefined {
  return startedAt === undefined ? undefined : Date.parse(startedAt);
}
