/** A part of the axis on which nothing happened, drawn shorter than it was. */
export interface Break {
  from: number;
  to: number;
}

export interface TimeScale {
  /** The place of an instant on the axis, 0 to 1. */
  at: (instant: number) => number;
  breaks: Break[];
  /** Instants of the marks of the axis. */
  ticks: number[];
}

/** What a break takes of the axis. */
const BREAK_SHARE = 0.05;
/** Idle time is only worth a break where it is this much of the whole, and longer than this. */
const LONG_SHARE = 0.2;
const LONG_MS = 60_000;
const MOST_TICKS = 6;

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const STEPS = [
  ...[1, 2, 5, 10, 15, 30].map(count => count * SECOND),
  ...[1, 2, 5, 10, 15, 30].map(count => count * MINUTE),
  ...[1, 2, 3, 6, 12, 24].map(count => count * HOUR),
];

/** The times within which nothing happened. */
function idle(
  spans: readonly Break[],
  whole: { from: number; to: number },
): Break[] {
  const gaps: Break[] = [];
  let busyUntil = whole.from;
  for (const span of [...spans].sort((a, b) => a.from - b.from)) {
    if (span.from > busyUntil) {
      gaps.push({ from: busyUntil, to: span.from });
    }
    busyUntil = Math.max(busyUntil, span.to);
  }
  if (whole.to > busyUntil) {
    gaps.push({ from: busyUntil, to: whole.to });
  }
  return gaps;
}

/**
 * An axis of time on which long idle times are cut short, so that what
 * happened can be seen. Instants are milliseconds.
 *
 * @param spans - when something happened
 */
export function timeScale(
  spans: readonly Break[],
  whole: { from: number; to: number },
): TimeScale {
  const { from, to } = whole;
  const length = Math.max(1, to - from);
  const breaks = idle(spans, whole).filter(
    gap =>
      gap.to - gap.from > LONG_MS && gap.to - gap.from > LONG_SHARE * length,
  );
  const cut = breaks.reduce((total, gap) => total + gap.to - gap.from, 0);
  const share = (1 - breaks.length * BREAK_SHARE) / Math.max(1, length - cut);
  const at = (instant: number) => {
    const bounded = Math.min(to, Math.max(from, instant));
    let place = (bounded - from) * share;
    for (const gap of breaks.filter(({ from: start }) => start < bounded)) {
      const inside = Math.min(bounded, gap.to) - gap.from;
      place -= inside * share;
      place += (inside / (gap.to - gap.from)) * BREAK_SHARE;
    }
    return place;
  };
  return { at, breaks, ticks: ticksOf(whole, length - cut, breaks) };
}

function ticksOf(
  { from, to }: { from: number; to: number },
  shown: number,
  breaks: readonly Break[],
): number[] {
  const step =
    STEPS.find(candidate => shown / candidate <= MOST_TICKS) ??
    Math.ceil(shown / MOST_TICKS / (24 * HOUR)) * 24 * HOUR;
  const ticks: number[] = [];
  const breakAt = (instant: number) =>
    breaks.find(gap => gap.from < instant && instant < gap.to);
  let instant = from;
  while (instant <= to) {
    const gap = breakAt(instant);
    if (gap) {
      // On with the first mark after it.
      instant = from + Math.ceil((gap.to - from) / step) * step;
    } else {
      ticks.push(instant);
      instant += step;
    }
  }
  return ticks;
}
