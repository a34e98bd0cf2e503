import { InputError } from '@backstage/errors';
import { RunDay } from '@glue-pipelines/backstage-plugin-common';
import { DateTime, IANAZone } from 'luxon';
import { RunTimes } from '../database/RunStore';

/** Some days of a time zone, the last of which is today. */
export interface DayRange {
  /** `YYYY-MM-DD`. */
  from: string;
  until: string;
  /** When the first of them begins, ISO 8601 in UTC. */
  since: string;
  timeZone: string;
}

/** @throws InputError for a time zone that there is not */
export function daysUntil(
  now: Date,
  { days, timeZone }: { days: number; timeZone: string },
): DayRange {
  if (!IANAZone.isValidZone(timeZone)) {
    throw new InputError(
      `timeZone: there is no time zone '${timeZone}'. Expected a name of the IANA database, e.g. Europe/Berlin`,
    );
  }
  const today = DateTime.fromJSDate(now, { zone: timeZone }).startOf('day');
  const first = today.minus({ days: days - 1 });
  return {
    from: first.toISODate()!,
    until: today.toISODate()!,
    since: first.toJSDate().toISOString(),
    timeZone,
  };
}

/**
 * Runs by the day on which they started; and when each day's first success
 * ended, whenever it had started.
 *
 * @param runs - oldest first
 */
export function runDays(runs: readonly RunTimes[], range: DayRange): RunDay[] {
  const days = new Map<string, RunDay>();
  const dayOf = dayFinder(range.timeZone);
  const at = (instant: string) => {
    const date = dayOf(instant);
    const day = days.get(date) ?? { date, runs: 0, succeeded: 0, failed: 0 };
    days.set(date, day);
    return day;
  };
  for (const { id, health, startedAt, completedAt } of runs) {
    const day = at(startedAt);
    const hasFailed = health === 'failed' || health === 'partially-failed';
    day.runs += 1;
    day.succeeded += health === 'succeeded' ? 1 : 0;
    day.failed += hasFailed ? 1 : 0;
    if (hasFailed || day.failed === 0) {
      day.runId = id;
    }
    if (health === 'succeeded' && completedAt) {
      const ready = at(completedAt);
      if (!ready.readyAt || completedAt < ready.readyAt) {
        ready.readyAt = completedAt;
      }
    }
  }
  return [...days.values()]
    .filter(({ date }) => range.from <= date && date <= range.until)
    .sort((a, b) => (a.date < b.date ? -1 : 1));
}

/** Luxon's dates are slow; runs come in the order of time, so that most fall into the day of the one before. */
function dayFinder(zone: string): (instant: string) => string {
  let day = { from: Infinity, until: -Infinity, date: '' };
  return instant => {
    const time = Date.parse(instant);
    if (time < day.from || time >= day.until) {
      const start = DateTime.fromMillis(time, { zone }).startOf('day');
      day = {
        from: start.toMillis(),
        until: start.plus({ days: 1 }).toMillis(),
        date: start.toISODate()!,
      };
    }
    return day.date;
  };
}
