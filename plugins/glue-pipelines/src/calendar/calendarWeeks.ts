import {
  DaysResponse,
  RunDay,
  WorkflowHealth,
} from '@glue-pipelines/backstage-plugin-common';
import { DateTime } from 'luxon';

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
  date: DateTime,
  day: RunDay | undefined,
  zone: string,
): string {
  const name = date.setLocale('en-GB').toFormat('ccc d LLL yyyy');
  if (!day) {
    return `${name}: no run`;
  }
  const parts = [
    `${day.runs} ${day.runs === 1 ? 'run' : 'runs'}`,
    day.succeeded > 0 && `${day.succeeded} succeeded`,
    day.failed > 0 && `${day.failed} failed`,
    day.readyAt && `ready at ${timeOfDay(day.readyAt, zone)}`,
  ];
  return `${name}: ${parts.filter(Boolean).join(', ')}`;
}

/** The days of a time as weeks, the oldest first. */
export function calendarWeeks({
  from,
  until,
  timeZone,
  days,
}: DaysResponse): CalendarWeek[] {
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
      week.month = day.setLocale('en-GB').toFormat('LLL');
    }
    const date = day.toISODate()!;
    const ran = known.get(date);
    week.days[day.weekday - 1] = {
      date,
      day: ran,
      health: ran ? healthOfDay(ran) : 'never-run',
      words: describeDay(day, ran, timeZone),
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
export function landingWords(landings: readonly Landing[]): string | undefined {
  if (landings.length === 0) {
    return undefined;
  }
  const sorted = [...landings].sort((a, b) => a.minute - b.minute);
  const median = sorted[Math.floor((sorted.length - 1) / 2)];
  const latest = sorted[sorted.length - 1];
  const date = DateTime.fromISO(latest.date)
    .setLocale('en-GB')
    .toFormat('d LLL');
  return `Ready by ${clock(median.minute)} on half of the days; latest at ${clock(latest.minute)}, on ${date}.`;
}
