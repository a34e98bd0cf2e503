import { Texts } from '../translation/ref';

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/**
 * A duration for reading, in its largest units, e.g. `1 min 5 s`.
 * @param seconds - A negative duration, as clocks that differ give it, counts as none.
 * @param count - How many units
 */
export function formatDuration(
  t: Texts,
  seconds: number,
  count: number = 2,
): string {
  const whole = Math.max(0, Math.floor(seconds));
  if (whole === 0) {
    return t('time.lessThanASecond');
  }
  const units = [
    ['time.days', Math.floor(whole / DAY)],
    ['time.hours', Math.floor((whole % DAY) / HOUR)],
    ['time.minutes', Math.floor((whole % HOUR) / MINUTE)],
    ['time.seconds', whole % MINUTE],
  ] as const;
  const first = units.findIndex(([, amount]) => amount > 0);
  return units
    .slice(first, first + count)
    .filter(([, amount]) => amount > 0)
    .map(([unit, amount]) => t(unit, { amount: String(amount) }))
    .join(' ');
}

/** Seconds from one ISO 8601 instant to a moment in milliseconds since the epoch. */
export function secondsSince(instant: string, now: number): number {
  return Math.max(0, (now - Date.parse(instant)) / 1000);
}

/** How long something took or, while it is under way, has taken so far. In seconds. */
export function elapsedSeconds(
  span: { startedAt?: string; completedAt?: string; durationSeconds?: number },
  now: number,
): number | undefined {
  if (span.durationSeconds !== undefined && span.completedAt) {
    return span.durationSeconds;
  }
  if (!span.startedAt) {
    return span.durationSeconds;
  }
  return secondsSince(
    span.startedAt,
    span.completedAt ? Date.parse(span.completedAt) : now,
  );
}
