import { DateTime, DateTimeFormatOptions } from 'luxon';
import { Texts } from '../translation/ref';
import { formatDuration } from './duration';

const HOUR = 3600;
const DAY = 24 * HOUR;
const WEEK = 7 * DAY;

const CALENDAR_DAY: DateTimeFormatOptions = { day: 'numeric', month: 'short' };
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
  if (seconds >= WEEK) {
    const days = String(Math.floor(seconds / DAY));
    return t(ago < 0 ? 'time.daysAhead' : 'time.daysAgo', { days });
  }
  const duration = formatDuration(t, seconds, seconds < HOUR ? 1 : 2);
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
    .toLocaleString({ ...CALENDAR_DAY, year: 'numeric', ...CLOCK, ...SECONDS });
}

/** An instant on the calendar of the browser's zone without year and seconds, e.g. `21 Nov 10:03`: for axes. */
export function calendarWords(t: Texts, instant: string): string {
  const time = DateTime.fromISO(instant).setLocale(t('locale'));
  return `${time.toLocaleString(CALENDAR_DAY)} ${time.toLocaleString(CLOCK)}`;
}
