import { DateTime } from 'luxon';
import { formatDuration } from './duration';

const HOUR = 3600;
const WEEK = 7 * 24 * HOUR;

/**
 * An instant relative to now, e.g. `5 min ago` or `in 1 d 23 h`: in two units
 * where one would be an hour or a day off.
 * @param instant - ISO 8601
 * @param now - Milliseconds since the epoch
 */
export function relativeTime(instant: string, now: number): string {
  const ago = Math.round((now - Date.parse(instant)) / 1000);
  const seconds = Math.abs(ago);
  if (seconds < 5) {
    return 'just now';
  }
  const units = seconds < HOUR || seconds >= WEEK ? 1 : 2;
  const words = formatDuration(seconds, units);
  return ago < 0 ? `in ${words}` : `${words} ago`;
}

/**
 * An instant on the calendar with the zone's name, e.g. `21 Nov 2026, 10:03:04 UTC`.
 * @param instant - ISO 8601
 * @param zone - IANA name; absent: the browser's own
 */
export function absoluteTime(instant: string, zone?: string): string {
  const time = DateTime.fromISO(instant, { zone: zone ?? 'local' });
  return time.setLocale('en-GB').toFormat('d LLL yyyy, HH:mm:ss ZZZZ');
}

/** An instant on the calendar of the browser's zone without year and seconds, e.g. `21 Nov 10:03`: for axes. */
export function calendarWords(instant: string): string {
  return DateTime.fromISO(instant).setLocale('en-GB').toFormat('d LLL HH:mm');
}
