import {
  WorkflowGraph,
  WorkflowNode,
} from '@glue-pipelines/backstage-plugin-common';
import { lastAttempt } from '../nodes/nodeFacts';
import { nodesInFlow } from '../nodes/nodesInFlow';
import { formatDuration } from '../time/duration';
import { formatNumber } from '../translation/formatNumber';
import { Texts } from '../translation/ref';
import { nodeKey } from '../url/urlState';

/** A job or crawler in two runs; absent in the one that does not have it. */
export interface ComparedNode {
  key: string;
  before?: WorkflowNode;
  after?: WorkflowNode;
}

/** The jobs and crawlers of two runs, by the flow of the later one, then those that it lacks. */
export function comparedNodes(
  before: WorkflowGraph,
  after: WorkflowGraph,
): ComparedNode[] {
  const steps = (graph: WorkflowGraph) =>
    nodesInFlow(graph).filter(({ type }) => type !== 'TRIGGER');
  const rows = new Map<string, ComparedNode>();
  for (const node of steps(after)) {
    rows.set(nodeKey(node), { key: nodeKey(node), after: node });
  }
  for (const node of steps(before)) {
    const key = nodeKey(node);
    rows.set(key, { key, ...rows.get(key), before: node });
  }
  return [...rows.values()];
}

/** How long a node's newest attempt took, in seconds; `undefined` where it did not end. */
export function secondsOf(node: WorkflowNode | undefined): number | undefined {
  const attempt = node && lastAttempt(node);
  return attempt?.completedAt ? attempt.durationSeconds : undefined;
}

/** What a second figure is more than a first, in words, e.g. `+3 s` or `−1 min 5 s`. */
export function differenceOf(
  t: Texts,
  before: number | undefined,
  after: number | undefined,
): string | undefined {
  if (before === undefined || after === undefined) {
    return undefined;
  }
  const seconds = Math.round(after - before);
  if (seconds === 0) {
    return t('compare.same');
  }
  return `${seconds > 0 ? '+' : '−'}${formatDuration(t, Math.abs(seconds))}`;
}

/** What a second count of rows is more than a first, in words, e.g. `+1,200` or `−3`. */
export function rowDifference(
  t: Texts,
  before: number | undefined,
  after: number | undefined,
): string | undefined {
  if (before === undefined || after === undefined) {
    return undefined;
  }
  if (before === after) {
    return t('compare.same');
  }
  return `${after > before ? '+' : '−'}${formatNumber(t, Math.abs(after - before))}`;
}
