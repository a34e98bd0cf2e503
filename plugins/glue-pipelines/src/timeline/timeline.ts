import {
  deriveNodeState,
  NodeAttempt,
  NodeState,
  RunDetail,
  WorkflowGraph,
  WorkflowNode,
} from '@glue-pipelines/backstage-plugin-common';
import { nodesInFlow } from '../nodes/nodesInFlow';

/** One try on the axis of time. Instants are milliseconds since the epoch. */
export interface TimelineAttempt {
  attempt: NodeAttempt;
  state: NodeState;
  from: number;
  /** When its work began: before, Glue made its workers ready. */
  workFrom: number;
  /** Now, for what goes on. */
  to: number;
}

/** A job or crawler of a run on the axis of time. */
export interface TimelineRow {
  node: WorkflowNode;
  /** Those of this run, the oldest first. Empty: it did not run in it. */
  attempts: TimelineAttempt[];
  /** Since when nothing but its trigger and Glue's queue kept it from running. */
  waitFrom?: number;
  /** A shorter one would have ended the run earlier. */
  isCritical: boolean;
  /** Its result is that of the run which this one resumes. */
  isCarriedOver: boolean;
}

export interface Timeline {
  /** In the order of the flow. */
  rows: TimelineRow[];
  from: number;
  to: number;
  /** Of the time from start to end: how long something on the critical path was at work, in milliseconds. */
  working: number;
}

/** The jobs and crawlers that lead to each node, whatever triggers are between. */
function stepsBefore({ nodes, edges }: WorkflowGraph) {
  const byId = new Map(nodes.map(node => [node.id, node]));
  const sources = new Map<string, string[]>();
  for (const { sourceId, destinationId } of edges) {
    sources.set(destinationId, [
      ...(sources.get(destinationId) ?? []),
      sourceId,
    ]);
  }
  return (id: string): string[] => {
    const steps = new Set<string>();
    // A set gives what is added while it is walked through.
    const seen = new Set(sources.get(id) ?? []);
    for (const source of seen) {
      if (byId.get(source)?.type === 'TRIGGER') {
        sources.get(source)?.forEach(next => seen.add(next));
      } else {
        steps.add(source);
      }
    }
    return [...steps];
  };
}

function placeAttempt(
  attempt: NodeAttempt,
  state: NodeState,
  now: number,
): TimelineAttempt | undefined {
  if (!attempt.startedAt) {
    return undefined;
  }
  const from = Date.parse(attempt.startedAt);
  const to = Math.max(
    from,
    attempt.completedAt ? Date.parse(attempt.completedAt) : now,
  );
  const worked = attempt.completedAt && attempt.durationSeconds;
  return {
    attempt,
    state,
    from,
    // Glue counts whole seconds, and crawls not at all.
    workFrom: worked ? Math.max(from, to - worked * 1000) : from,
    to,
  };
}

function placeAttempts({ attempts, state }: WorkflowNode, now: number) {
  return attempts.flatMap((attempt, index) => {
    const isNewest = index === attempts.length - 1;
    const own = isNewest ? state : deriveNodeState(attempt.rawState);
    return placeAttempt(attempt, own, now) ?? [];
  });
}

/**
 * A run on the axis of time. The critical path goes from what ended last back
 * to what it waited for last, and so on to the start.
 *
 * @param now - Milliseconds since the epoch, for what goes on
 */
export function timelineOf(run: RunDetail, now: number): Timeline {
  const { graph } = run;
  const began = run.startedAt ? Date.parse(run.startedAt) : undefined;
  const before = stepsBefore(graph);
  const rows = nodesInFlow(graph)
    .filter(({ type }) => type !== 'TRIGGER')
    .map((node): TimelineRow => {
      const all = placeAttempts(node, now);
      // A resumed run has copies of what the one before it did.
      const own = run.previousRunId
        ? all.filter(({ from }) => began === undefined || from >= began)
        : all;
      return {
        node,
        attempts: own,
        isCritical: false,
        isCarriedOver: own.length === 0 && all.length > 0,
      };
    });
  const byId = new Map(rows.map(row => [row.node.id, row]));
  const spans = rows.flatMap(({ attempts }) => attempts);
  const from = Math.min(
    began ?? spans[0]?.from ?? now,
    ...spans.map(span => span.from),
  );
  const ended = run.completedAt ? Date.parse(run.completedAt) : now;
  const to = Math.max(from, ended, ...spans.map(span => span.to));

  /** What ended last of those that it can have waited for. */
  const waitedFor = (row: TimelineRow): TimelineRow | undefined =>
    before(row.node.id)
      .flatMap(id => byId.get(id) ?? [])
      .filter(
        ({ attempts }) =>
          attempts.length > 0 && endOf(attempts) <= row.attempts[0].from,
      )
      .sort((a, b) => endOf(b.attempts) - endOf(a.attempts))[0];

  const ran = rows.filter(({ attempts }) => attempts.length > 0);
  for (const row of ran) {
    const last = waitedFor(row);
    row.waitFrom = last ? endOf(last.attempts) : from;
  }
  let working = 0;
  let critical: TimelineRow | undefined = [...ran].sort(
    (a, b) => endOf(b.attempts) - endOf(a.attempts),
  )[0];
  while (critical && !critical.isCritical) {
    critical.isCritical = true;
    working += sum(critical.attempts.map(span => span.to - span.workFrom));
    critical = waitedFor(critical);
  }
  return { rows, from, to, working };
}

function endOf(attempts: readonly TimelineAttempt[]): number {
  return Math.max(...attempts.map(({ to }) => to));
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
