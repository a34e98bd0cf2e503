import { NODE_TYPE_WORDS, wordOf } from '../status/statuses';
import { formatDuration } from '../time/duration';
import { TimelineRow } from './timeline';

const seconds = (from: number, to: number) =>
  formatDuration((to - from) / 1000);

/**
 * How long a step took, in words: as Glue counts it or, of several attempts,
 * from the first start to the end. Nothing for one that did not run.
 */
export function tookWords({ attempts }: TimelineRow): string | undefined {
  const last = attempts.at(-1);
  if (!last) {
    return undefined;
  }
  const { completedAt, durationSeconds } = last.attempt;
  return attempts.length === 1 && completedAt && durationSeconds !== undefined
    ? formatDuration(durationSeconds)
    : seconds(attempts[0].from, last.to);
}

/** What the bars of a row show, for those who do not see them; its name and how long it took are beside them. */
export function describeRow(row: TimelineRow, runFrom: number): string {
  const { node, attempts, waitFrom, isCritical, isCarriedOver } = row;
  const parts = [
    NODE_TYPE_WORDS[node.type],
    isCarriedOver
      ? 'done in the run before'
      : wordOf(node.state, node.type).toLowerCase(),
  ];
  const [first] = attempts;
  if (first) {
    parts.push(`started ${seconds(runFrom, first.from)} after the run`);
    if (waitFrom !== undefined && first.from > waitFrom) {
      parts.push(`waited ${seconds(waitFrom, first.from)}`);
    }
    const newest = attempts[attempts.length - 1];
    if (newest.workFrom > newest.from) {
      parts.push(`${seconds(newest.from, newest.workFrom)} to get ready`);
    }
  }
  if (attempts.length > 1) {
    parts.push(`${attempts.length} attempts`);
  }
  if (isCritical) {
    parts.push('on the critical path');
  }
  return parts.join(', ');
}
