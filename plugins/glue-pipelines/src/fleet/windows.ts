import { DateTime } from 'luxon';

/** The windows of time that are one click away. */
export const WINDOWS = ['12h', 'night', '24h', '7d'] as const;

export type WindowName = (typeof WINDOWS)[number];

/** Milliseconds since the epoch. */
export interface TimeWindow {
  from: number;
  to: number;
}

const HOUR_MS = 60 * 60_000;
const HOURS: Record<Exclude<WindowName, 'night'>, number> = {
  '12h': 12,
  '24h': 24,
  '7d': 7 * 24,
};
/** A window that ends this close to now, as a part of its length, goes with the time. */
const NEAR = 0.1;
const EVENING_HOUR = 18;
const MORNING_HOUR = 8;

/**
 * A window of time. The last night is the one that ends this morning, from
 * 18:00 to 08:00 of the zone.
 * @param until - When it ends, ISO 8601; absent: now, or this morning
 * @param now - Milliseconds since the epoch
 * @param zone - IANA name; absent: the browser's own
 */
export function windowOf(
  name: WindowName,
  until: string | undefined,
  now: number,
  zone: string = 'local',
): TimeWindow {
  if (name !== 'night') {
    const to = until ? Date.parse(until) : now;
    return { from: to - HOURS[name] * HOUR_MS, to };
  }
  const morning = DateTime.fromMillis(until ? Date.parse(until) : now, {
    zone,
  })
    .startOf('day')
    .set({ hour: MORNING_HOUR });
  return {
    from: morning.minus({ days: 1 }).set({ hour: EVENING_HOUR }).toMillis(),
    to: morning.toMillis(),
  };
}

/**
 * The end of the window before or after; `undefined` where that goes with the
 * time again.
 * @param by - -1 for the one before, 1 for the one after
 */
export function movedUntil(
  name: WindowName,
  until: string | undefined,
  by: -1 | 1,
  now: number,
  zone: string = 'local',
): string | undefined {
  const { from, to } = windowOf(name, until, now, zone);
  const moved =
    name === 'night'
      ? DateTime.fromMillis(to, { zone }).plus({ days: by }).toMillis()
      : to + by * HOURS[name] * HOUR_MS;
  const newest = windowOf(name, undefined, now, zone).to;
  return moved >= newest - (to - from) * NEAR
    ? undefined
    : new Date(moved).toISOString();
}

/** Whether a text is a point in time, ISO 8601. */
export function isInstant(text: string | undefined): boolean {
  return text !== undefined && DateTime.fromISO(text).isValid;
}

/** Steps between the marks of an axis, in hours. */
const STEPS = [1, 2, 3, 6, 12, 24];
const MOST_MARKS = 8;

/** Full hours of the zone at which the axis of a window has marks. */
export function marksOf(
  { from, to }: TimeWindow,
  zone: string = 'local',
): number[] {
  const hours = (to - from) / HOUR_MS;
  const step = STEPS.find(each => hours / each <= MOST_MARKS) ?? 24;
  const marks: number[] = [];
  let mark = DateTime.fromMillis(from, { zone }).startOf('day');
  while (mark.toMillis() <= to) {
    if (mark.toMillis() >= from) {
      marks.push(mark.toMillis());
    }
    mark = mark.plus({ hours: step });
  }
  return marks;
}
