import {
  DaysResponse,
  RunDay,
  WorkflowHealth,
} from '@glue-pipelines/backstage-plugin-common';
import { DateTime } from 'luxon';
import { Texts } from '../translation/ref';

/** A day of the calendar. */
export interface CalendarDay {
  /** `YYYY-MM-DD`. */
  date: string;
  /** Absent: nothing ran. */
  day?: RunDay;
  /** The worst that became of its runs. */
  health: WorkflowHealth;
  /** The day in one sentence. */
  words: string;
}

export interface CalendarWeek {
  /** The month that begins in it, or with which the calendar begins, e.g. `Nov`. */
  month?: string;
  /** Monday to Sunday; absent before the first day and after the last. */
  days: (CalendarDay | undefined)[];
}

function healthOfDay({ runs, succeeded, failed }: RunDay): WorkflowHealth {
  if (failed > 0) {
    return succeeded > 0 ? 'partially-failed' : 'failed';
  }
  if (succeeded > 0) {
    return 'succeeded';
  }
  return runs > 0 ? 'unknown' : 'never-run';
}

/** The time of day of an instant in a zone, e.g. `06:14`. */
export function timeOfDay(instant: string, zone: string): string {
  return DateTime.fromISO(instant, { zone }).toFormat('HH:mm');
}

function describeDay(
  t: Texts,
  date: DateTime,
  day: RunDay | undefined,
  zone: string,
): string {
  const local = date.setLocale(t('locale'));
  const name = t('calendar.date', {
    weekday: local.toFormat('ccc'),
    date: local.toLocaleString({
      day: 'numeric',
      month: 'short',
      year: 'numeric',
    }),
  });
  if (!day) {
    return t('calendar.noRun', { date: name });
  }
  const parts = [
    t('calendar.runs', { count: day.runs }),
    day.succeeded > 0 &&
      t('calendar.succeeded', { number: String(day.succeeded) }),
    day.failed > 0 && t('calendar.failed', { number: String(day.failed) }),
    day.readyAt &&
      t('calendar.readyAt', { time: timeOfDay(day.readyAt, zone) }),
  ];
  return t('calendar.day', {
    date: name,
    runs: parts.filter(Boolean).join(', '),
  });
}

/** The days of a time as weeks, the oldest first. */
export function calendarWeeks(
  t: Texts,
  { from, until, timeZone, days }: DaysResponse,
): CalendarWeek[] {
  const known = new Map(days.map(day => [day.date, day]));
  const weeks: CalendarWeek[] = [];
  const first = DateTime.fromISO(from, { zone: 'utc' });
  const last = DateTime.fromISO(until, { zone: 'utc' });
  for (let day = first; day <= last; day = day.plus({ days: 1 })) {
    const isFirst = weeks.length === 0;
    if (isFirst || day.weekday === 1) {
      weeks.push({ days: Array.from({ length: 7 }, () => undefined) });
    }
    const week = weeks[weeks.length - 1];
    if (isFirst || day.day === 1) {
      week.month = day.setLocale(t('locale')).toFormat('LLL');
    }
    const date = day.toISODate()!;
    const ran = known.get(date);
    week.days[day.weekday - 1] = {
      date,
      day: ran,
      health: ran ? healthOfDay(ran) : 'never-run',
      words: describeDay(t, day, ran, timeZone),
    };
  }
  // Two names would stand in each other's way.
  if (weeks[1]?.month) {
    delete weeks[0].month;
  }
  return weeks;
}

/** When the result of each day was ready. */
export interface Landing {
  date: string;
  /** Minutes since midnight. */
  minute: number;
}

export function landingsOf({ days, timeZone }: DaysResponse): Landing[] {
  return days.flatMap(({ date, readyAt }) => {
    if (!readyAt) {
      return [];
    }
    const time = DateTime.fromISO(readyAt, { zone: timeZone });
    return [{ date, minute: time.hour * 60 + time.minute }];
  });
}

const clock = (minute: number) =>
  DateTime.fromObject({ hour: 0 }, { zone: 'utc' })
    .plus({ minutes: minute })
    .toFormat('HH:mm');

/** When results usually were ready, and when latest, in words; `undefined` for none. */
export function landingWords(
  t: Texts,
  landings: readonly Landing[],
): string | undefined {
  if (landings.length === 0) {
    return undefined;
  }
  const sorted = [...landings].sort((a, b) => a.minute - b.minute);
  const median = sorted[Math.floor((sorted.length - 1) / 2)];
  const latest = sorted[sorted.length - 1];
  return t('calendar.landing', {
    usual: clock(median.minute),
    latest: clock(latest.minute),
    date: DateTime.fromISO(latest.date)
      .setLocale(t('locale'))
      .toLocaleString({ day: 'numeric', month: 'short' }),
  });
}
