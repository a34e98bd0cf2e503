import { InputError } from '@backstage/errors';
import { BackfillRange } from '@glue-pipelines/backstage-plugin-common';

/** Runs of one backfill. */
export const MOST_VALUES = 366;

const HOUR_MS = 60 * 60_000;
const DAY_MS = 24 * HOUR_MS;
const DATE = /^\d{4}-\d{2}-\d{2}$/;

/** Characters of an ISO 8601 instant in UTC that name the hour, day or month. */
const LENGTHS = { hour: 13, day: 10, month: 7 } as const;

/**
 * The hours, days or months from one date to another, both included, in UTC and
 * in order: `2026-11-29T05`, `2026-11-29`, `2026-11`.
 * @throws InputError naming the field
 */
export function rangeValues({ from, to, every }: BackfillRange): string[] {
  const first = toTime('range.from', from);
  const last = toTime('range.to', to) + DAY_MS - 1;
  if (last < first) {
    throw new InputError(
      `range.to: ${to} is before ${from}, where the range begins`,
    );
  }
  const step = every === 'hour' ? HOUR_MS : DAY_MS;
  const values = new Set<string>();
  for (let time = first; time <= last; time += step) {
    values.add(new Date(time).toISOString().slice(0, LENGTHS[every]));
    if (values.size > MOST_VALUES) {
      throw new InputError(
        `range: has more than ${MOST_VALUES} ${every}s, and so many runs are the most of a backfill. Choose a shorter range`,
      );
    }
  }
  return [...values];
}

function toTime(field: string, date: string): number {
  const time = DATE.test(date) ? Date.parse(date) : NaN;
  // `Date.parse` takes the 31st of a shorter month for a day of the next.
  if (!(new Date(time || 0).toISOString().slice(0, 10) === date)) {
    throw new InputError(
      `${field}: '${date.slice(0, 40)}' is no date such as 2026-11-29`,
    );
  }
  return time;
}
