import { RunSummary } from '@glue-pipelines/backstage-plugin-common';
import { isActive, wordOf } from '../status/statuses';
import { elapsedSeconds, formatDuration } from '../time/duration';
import { absoluteTime } from '../time/instant';
import { endWords } from './endWords';

export interface RunBar {
  run: RunSummary;
  /** Of the longest bar, 0 to 1. */
  height: number;
}

// Short runs keep a visible and clickable bar.
const MIN_HEIGHT = 0.12;

/** The runs as bars, the oldest first, as time is read. */
export function runBars(newestFirst: RunSummary[], now: number): RunBar[] {
  const seconds = newestFirst.map(run => elapsedSeconds(run, now) ?? 0);
  const longest = Math.max(1, ...seconds);
  return newestFirst
    .map((run, index) => ({
      run,
      height: Math.max(MIN_HEIGHT, seconds[index] / longest),
    }))
    .reverse();
}

/** A run in one sentence. */
export function describeRun(run: RunSummary): string {
  const parts = [
    run.startedAt ? `Run of ${absoluteTime(run.startedAt)}` : 'Run',
    wordOf(run.health).toLowerCase(),
  ];
  const seconds = isActive(run.health)
    ? undefined
    : elapsedSeconds(run, Date.parse(run.completedAt ?? run.startedAt ?? ''));
  if (seconds !== undefined) {
    parts.push(formatDuration(seconds));
  }
  const end = endWords(run);
  if (end) {
    parts.push(end);
  }
  return parts.join(', ');
}

/** The index to which an arrow key leads in a strip of bars; `undefined` for other keys. */
export function nextBar(
  key: string,
  index: number,
  count: number,
): number | undefined {
  switch (key) {
    case 'ArrowLeft':
    case 'ArrowUp':
      return Math.max(0, index - 1);
    case 'ArrowRight':
    case 'ArrowDown':
      return Math.min(count - 1, index + 1);
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return undefined;
  }
}
