import { colours } from '../palette';
import {
  isActive,
  isFailure,
  isOver,
  RunNode,
  runSteps,
  WorkflowRun,
} from './runNodes';
import { formatDuration } from './time';

/**
 * A run as lines for a terminal: its state, then each job and crawler with its
 * own. Where there are more than `height` lines, what has not begun and what is
 * done is only counted.
 *
 * @param now - epoch seconds
 */
export function formatRunTree(
  run: WorkflowRun,
  now: number,
  height: number = Infinity,
): string[] {
  const steps = runSteps(run);
  const width = Math.max(...steps.map(n => n.depth * 2 + n.name.length), 0);
  const over = isOver(run);
  const shown = fit(steps, height - 1);
  return [
    `${colours.bold(run.Name)} ${run.Status} ${formatDuration((run.CompletedOn ?? now) - run.StartedOn)} ${colours.dim(run.WorkflowRunId)}`,
    ...shown.map(step => formatStep(step, width, over, now)),
    ...countOf(steps.filter(step => !shown.includes(step))),
  ];
}

/** The steps that matter most, in their own order, and room for one line about the others. */
function fit(steps: readonly RunNode[], room: number): readonly RunNode[] {
  if (steps.length <= room) return steps;
  const weight = ({ state }: RunNode) => {
    if (isFailure(state)) return 0;
    if (isActive(state)) return state === 'WAITING' ? 2 : 1;
    return state ? 3 : 4;
  };
  const kept = new Set(
    steps
      .toSorted(
        (a, b) =>
          weight(a) - weight(b) || (b.completedOn ?? 0) - (a.completedOn ?? 0),
      )
      .slice(0, Math.max(0, room - 1)),
  );
  return steps.filter(step => kept.has(step));
}

function countOf(hidden: readonly RunNode[]): string[] {
  if (hidden.length === 0) return [];
  const counts = new Map<string, number>();
  for (const { state = 'not started' } of hidden) {
    counts.set(state, (counts.get(state) ?? 0) + 1);
  }
  const words = [...counts].map(([state, count]) => `${count} ${state}`);
  return [colours.dim(`  … and ${words.join(', ')}`)];
}

function formatStep(
  step: RunNode,
  width: number,
  over: boolean,
  now: number,
): string {
  const { state } = step;
  const label = `${'  '.repeat(step.depth)}${step.name}`.padEnd(width);
  const time =
    step.startedOn === undefined
      ? undefined
      : formatDuration((step.completedOn ?? now) - step.startedOn);
  const attempt =
    step.attempt && step.attempt > 1 ? `attempt ${step.attempt}` : undefined;
  return paint(
    state,
    [
      `  ${symbol(state)} ${label}`,
      step.type.toLowerCase().padEnd(7),
      state ?? (over ? 'not reached' : 'waiting'),
      time,
      attempt,
      // Why it failed, or what it waits for; an exception's text has several lines.
      step.detail?.split('\n')[0],
    ]
      .filter(part => part !== undefined)
      .join('  '),
  );
}

function symbol(state: string | undefined): string {
  if (state === 'SUCCEEDED') return '✔';
  if (isFailure(state)) return '✖';
  if (state === 'STOPPED' || state === 'CANCELLED') return '■';
  return isActive(state) && state !== 'WAITING' ? '●' : '○';
}

function paint(state: string | undefined, text: string): string {
  if (state === 'SUCCEEDED') return colours.green(text);
  if (isFailure(state)) return colours.red(text);
  if (isActive(state) && state !== 'WAITING') return colours.cyan(text);
  return state ? colours.yellow(text) : colours.dim(text);
}
