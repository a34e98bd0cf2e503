import { RunSummary } from '@glue-pipelines/backstage-plugin-common';
import { isActive, statusOf, wordWithin } from '../status/statuses';
import { elapsedSeconds, formatDuration } from '../time/duration';
import { absoluteTime } from '../time/instant';
import { Texts } from '../translation/ref';
import { endWords } from './endWords';

/** What a bar tells of a run. */
export type BarRun = Pick<
  RunSummary,
  'id' | 'health' | 'startedAt' | 'completedAt' | 'durationSeconds'
> &
  Partial<Pick<RunSummary, 'version' | 'skipped'>>;

export interface RunBar<T extends BarRun> {
  run: T;
  /** Of the full height, 0 to 1. */
  height: number;
  /** It was longer than the scale goes, so that the others can be told apart. */
  isCut: boolean;
  /** It was made with other definitions than the run before it. */
  isNewVersion: boolean;
}

// Short runs keep a visible and clickable bar.
const MIN_HEIGHT = 0.12;
// One run of an hour among runs of a minute must not make them all look alike.
const MOST_MEDIANS = 3;

/** The seconds of a bar of full height. */
function scaleOf(seconds: number[]): number {
  const sorted = [...seconds].filter(Boolean).sort((a, b) => a - b);
  const median = sorted[Math.floor(sorted.length / 2)] ?? 0;
  return Math.max(
    1,
    Math.min(sorted.at(-1) ?? 0, Math.max(median * MOST_MEDIANS, 1)),
  );
}

/** Whether two versions are known and not the same. */
function differs(version: string | undefined, before: string | undefined) {
  return version !== undefined && before !== undefined && version !== before;
}

/** The runs as bars, the oldest first, as time is read. */
export function runBars<T extends BarRun>(
  newestFirst: T[],
  now: number,
): RunBar<T>[] {
  const seconds = newestFirst.map(run => elapsedSeconds(run, now) ?? 0);
  const scale = scaleOf(seconds);
  return newestFirst
    .map((run, index) => ({
      run,
      height: Math.min(1, Math.max(MIN_HEIGHT, seconds[index] / scale)),
      isCut: seconds[index] > scale,
      isNewVersion: differs(run.version, newestFirst[index + 1]?.version),
    }))
    .reverse();
}

/** A run in one sentence. */
export function describeRun(
  t: Texts,
  run: BarRun & Partial<Pick<RunSummary, 'failure' | 'previousRunId'>>,
): string {
  const parts = [
    run.startedAt
      ? t('runs.runOf', { when: absoluteTime(t, run.startedAt) })
      : t('runs.run'),
    wordWithin(t, statusOf(run)),
  ];
  const seconds = isActive(run.health)
    ? undefined
    : elapsedSeconds(run, Date.parse(run.completedAt ?? run.startedAt ?? ''));
  if (seconds !== undefined) {
    parts.push(formatDuration(t, seconds));
  }
  const end = endWords(t, run);
  if (end) {
    parts.push(end);
  }
  if (run.previousRunId) {
    parts.push(t('runs.goesOn'));
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
