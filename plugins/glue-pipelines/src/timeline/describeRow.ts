import { nodeTypeWord, wordWithin } from '../status/statuses';
import { formatDuration } from '../time/duration';
import { Texts } from '../translation/ref';
import { TimelineRow } from './timeline';

const seconds = (t: Texts, from: number, to: number) =>
  formatDuration(t, (to - from) / 1000);

/**
 * How long a step took, in words: as Glue counts it or, of several attempts,
 * from the first start to the end. Nothing for one that did not run.
 */
export function tookWords(
  t: Texts,
  { attempts }: TimelineRow,
): string | undefined {
  const last = attempts.at(-1);
  if (!last) {
    return undefined;
  }
  const { completedAt, durationSeconds } = last.attempt;
  return attempts.length === 1 && completedAt && durationSeconds !== undefined
    ? formatDuration(t, durationSeconds)
    : seconds(t, attempts[0].from, last.to);
}

/** What the bars of a row show, for those who do not see them; its name and how long it took are beside them. */
export function describeRow(
  t: Texts,
  row: TimelineRow,
  runFrom: number,
): string {
  const { node, attempts, waitFrom, isCritical, isCarriedOver } = row;
  const parts = [
    nodeTypeWord(t, node.type),
    isCarriedOver
      ? t('timeline.row.carriedOver')
      : wordWithin(t, node.state, node.type),
  ];
  const [first] = attempts;
  if (first) {
    parts.push(
      t('timeline.row.started', { time: seconds(t, runFrom, first.from) }),
    );
    if (waitFrom !== undefined && first.from > waitFrom) {
      parts.push(
        t('timeline.row.waited', { time: seconds(t, waitFrom, first.from) }),
      );
    }
    const newest = attempts[attempts.length - 1];
    if (newest.workFrom > newest.from) {
      parts.push(
        t('timeline.row.gotReady', {
          time: seconds(t, newest.from, newest.workFrom),
        }),
      );
    }
  }
  if (attempts.length > 1) {
    parts.push(t('nodes.attempts', { count: attempts.length }));
  }
  if (isCritical) {
    parts.push(t('timeline.row.critical'));
  }
  return parts.join(', ');
}
