import { DateTime, DateTimeFormatOptions } from 'luxon';
import { Texts } from '../translation/ref';
import { formatDuration } from './duration';

const HOUR = 3600;
const WEEK = 7 * 24 * HOUR;

const DAY: DateTimeFormatOptions = { day: 'numeric', month: 'short' };
const CLOCK: DateTimeFormatOptions = {
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
};
const SECONDS: DateTimeFormatOptions = {
  second: '2-digit',
  timeZoneName: 'short',
};

/**
 * An instant relative to now, e.g. `5 min ago` or `in 1 d 23 h`: in two units
 * where one would be an hour or a day off.
 * @param instant - ISO 8601
 * @param now - Milliseconds since the epoch
 */
export function relativeTime(t: Texts, instant: string, now: number): string {
  const ago = Math.round((now - Date.parse(instant)) / 1000);
  const seconds = Math.abs(ago);
  if (seconds < 5) {
    return t('time.justNow');
  }
  const units = seconds < HOUR || seconds >= WEEK ? 1 : 2;
  const duration = formatDuration(t, seconds, units);
  return t(ago < 0 ? 'time.ahead' : 'time.ago', { duration });
}

/**
 * An instant on the calendar with the zone's name, e.g. `21 Nov 2026, 10:03:04 UTC`.
 * @param instant - ISO 8601
 * @param zone - IANA name; absent: the browser's own
 */
export function absoluteTime(t: Texts, instant: string, zone?: string): string {
  return DateTime.fromISO(instant, { zone: zone ?? 'local' })
    .setLocale(t('locale'))
    .toLocaleString({ ...DAY, year: 'numeric', ...CLOCK, ...SECONDS });
}

/** An instant on the calendar of the browser's zone without year and seconds, e.g. `21 Nov 10:03`: for axes. */
export function calendarWords(t: Texts, instant: string): string {
  const time = DateTime.fromISO(instant).setLocale(t('locale'));
  return `${time.toLocaleString(DAY)} ${time.toLocaleString(CLOCK)}`;
}
