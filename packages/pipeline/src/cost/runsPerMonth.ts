import { FIELDS } from '../cron/fields';
import { type CronValues, parseCron } from '../cron/parseCron';
import type { PipelineDraft } from '../pipelineFields';

const DAYS_PER_MONTH = 365 / 12;
const MONTHS_PER_YEAR = 12;

/** Which share of all days a field of days names; one day a month where it is L, W or `#`. */
function shareOfDays({ text, values }: CronValues, index: number): number {
  const { min, max } = FIELDS[index];
  if (text === '?' || text === '*') {
    return 1;
  }
  return values.size === 0 ? 1 / DAYS_PER_MONTH : values.size / (max - min + 1);
}

/** How often a `cron(...)` of AWS is due in a month, on the average of its years. */
function dueInMonth(cron: string): number {
  const [minutes, hours, days, months, weekdays] = parseCron(cron);
  return (
    minutes.values.size *
    hours.values.size *
    DAYS_PER_MONTH *
    shareOfDays(days, 2) *
    shareOfDays(weekdays, 4) *
    (months.values.size / MONTHS_PER_YEAR)
  );
}

/**
 * About how many runs a month has: as the schedule says, else one a day.
 *
 * @returns the number, and in words where it comes from
 */
export function runsPerMonth({ start }: Pick<PipelineDraft, 'start'>): {
  runs: number;
  reason: string;
} {
  return start?.cron
    ? { runs: dueInMonth(start.cron), reason: `as ${start.cron} says` }
    : { runs: DAYS_PER_MONTH, reason: 'one a day' };
}
