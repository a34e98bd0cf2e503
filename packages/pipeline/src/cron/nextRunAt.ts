import { Cron } from 'croner';
import { FIELDS } from './fields';
import { type CronValues, parseCron, valueOf } from './parseCron';

const DAY_OF_WEEK = FIELDS.findIndex(({ name }) => name === 'day of week');

/** A field as Croner reads it. Its own grammar is wider than AWS's, so it gets values. */
function cronerField({ text, values }: CronValues, index: number): string {
  if (text === '?' || text === '*') {
    return '*';
  }
  if (values.size > 0) {
    return [...values].join(',');
  }
  if (index !== DAY_OF_WEEK) {
    return text;
  }
  // Alone, L is Saturday; after a day it is that day's last one in the month.
  const [, day, which] = /^(\w*?)#?(L|\d)$/.exec(text)!;
  const field = FIELDS[index];
  return day === '' ? `${field.max}` : `${valueOf(day, field)}#${which}`;
}

/**
 * When a `cron(...)` of AWS fires next, strictly after the given time;
 * `undefined` when it never does again. Takes schedules that are due more often
 * than Glue supports, too.
 *
 * @throws InvalidScheduleError
 *
 * @public
 */
export function nextRunAt(
  expression: string,
  after: Date = new Date(),
): Date | undefined {
  const pattern = ['0', ...parseCron(expression).map(cronerField)].join(' ');
  const cron = new Cron(pattern, {
    mode: '7-part',
    timezone: 'UTC',
    alternativeWeekdays: true,
    paused: true,
  });
  return cron.nextRun(after) ?? undefined;
}
