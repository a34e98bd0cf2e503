import { FleetRun } from '@glue-pipelines/backstage-plugin-common';
import { countWords } from '../runs/runHistory';
import { describeRun } from '../runs/bars';
import { isActive, isFailure } from '../status/statuses';
import { absoluteTime } from '../time/instant';
import { Texts } from '../translation/ref';
import { endedAt } from './endedAt';
import { TimeWindow } from './windows';

/** One run on the axis, or several that are too close to be told apart. */
export interface RunMark {
  /** The worst, of which the newest: where the mark leads. */
  run: FleetRun;
  runs: FleetRun[];
  /** Of the axis, 0 to 1. */
  from: number;
  to: number;
}

/**
 * The runs of a workflow on the axis of a window, the oldest first.
 * @param now - Milliseconds since the epoch: until then goes what goes on
 * @param least - What a mark takes of the axis, 0 to 1: those that would overlap become one
 */
export function runMarks(
  newestFirst: FleetRun[],
  window: TimeWindow,
  now: number,
  least: number,
): RunMark[] {
  const marks: RunMark[] = [];
  const share = (instant: number) =>
    Math.min(
      1,
      Math.max(0, (instant - window.from) / (window.to - window.from)),
    );
  for (const run of [...newestFirst].reverse()) {
    if (!run.startedAt) {
      continue;
    }
    const start = Date.parse(run.startedAt);
    const end =
      run.durationSeconds === undefined
        ? Math.max(start, now)
        : start + run.durationSeconds * 1000;
    // At the right edge it grows to the left.
    const from = Math.min(share(start), 1 - least);
    const to = Math.max(share(end), from + least);
    const last = marks.at(-1);
    if (last && from < last.to) {
      last.runs.push(run);
      last.to = Math.max(last.to, to);
      last.run = worse(run, last.run) ? run : last.run;
    } else {
      marks.push({ run, runs: [run], from, to });
    }
  }
  return marks;
}

/** A newer run stands for both unless the older one is worse. */
function worse(newer: FleetRun, older: FleetRun): boolean {
  const rank = ({ health }: FleetRun) => {
    if (isFailure(health)) {
      return 2;
    }
    return isActive(health) ? 1 : 0;
  };
  return rank(newer) >= rank(older);
}

/** What a mark shows, in words. */
export function markWords(t: Texts, { run, runs }: RunMark): string {
  if (runs.length === 1) {
    return describeRun(t, endedAt(run));
  }
  const [first] = runs;
  const last = runs.at(-1) ?? first;
  return t('fleet.timeline.span', {
    runs: countsOf(t, runs),
    from: absoluteTime(t, first.startedAt ?? ''),
    to: absoluteTime(t, last.startedAt ?? ''),
  });
}

/** Runs in words, e.g. `3 runs: 2 succeeded, 1 failed`. */
export function countsOf(t: Texts, runs: FleetRun[]): string {
  return countWords(t, runs, t('fleet.runs', { count: runs.length }));
}
