import { DateTime } from 'luxon';

/**
 * An instant relative to now, e.g. `5 min. ago`.
 * @param instant - ISO 8601
 * @param now - Milliseconds since the epoch
 */
export function relativeTime(instant: string, now: number): string {
  const time = DateTime.fromISO(instant);
  const seconds = Math.round((now - time.toMillis()) / 1000);
  if (Math.abs(seconds) < 5) {
    return 'just now';
  }
  const base = DateTime.fromMillis(now);
  return (
    time.toRelative({ base, style: 'short', locale: 'en' }) ??
    absoluteTime(instant)
  );
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
