/**
 * Runs of one backfill.
 *
 * @public
 */
export const MOST_VALUES = 366;

/**
 * Every hour, day or month from one date to another, both included.
 *
 * @public
 */
export interface Range {
  /** `2026-11-29`, in UTC. */
  from: string;
  to: string;
  every: 'hour' | 'day' | 'month';
}

/**
 * Thrown for a range that is none.
 *
 * @public
 */
export class InvalidRangeError extends Error {
  override readonly name = 'InvalidRangeError';

  constructor(
    /** Of the range; `undefined` where from and to do not fit together. */
    readonly field: 'from' | 'to' | undefined,
    message: string,
  ) {
    super(message);
  }
}

const HOUR_MS = 60 * 60_000;
const DAY_MS = 24 * HOUR_MS;
const DATE = /^\d{4}-\d{2}-\d{2}$/;

/** Characters of an ISO 8601 instant in UTC that name the hour, day or month. */
const LENGTHS = { hour: 13, day: 10, month: 7 } as const;

/**
 * The values of a range in order: `2026-11-29T05`, `2026-11-29`, `2026-11`.
 *
 * @throws InvalidRangeError
 *
 * @public
 */
export function rangeValues({ from, to, every }: Range): string[] {
  const first = toTime('from', from);
  const last = toTime('to', to) + DAY_MS - 1;
  if (last < first) {
    throw new InvalidRangeError(
      'to',
      `${to} is before ${from}, where the range begins`,
    );
  }
  const step = every === 'hour' ? HOUR_MS : DAY_MS;
  const values = new Set<string>();
  for (let time = first; time <= last; time += step) {
    values.add(new Date(time).toISOString().slice(0, LENGTHS[every]));
    if (values.size > MOST_VALUES) {
      throw new InvalidRangeError(
        undefined,
        `has more than ${MOST_VALUES} ${every}s, and so many runs are the most of a backfill. Choose a shorter range`,
      );
    }
  }
  return [...values];
}

function toTime(field: 'from' | 'to', date: string): number {
  const time = DATE.test(date) ? Date.parse(date) : NaN;
  // `Date.parse` takes the 31st of a shorter month for a day of the next.
  if (!(new Date(time || 0).toISOString().slice(0, 10) === date)) {
    throw new InvalidRangeError(
      field,
      `'${date.slice(0, 40)}' is no date such as 2026-11-29`,
    );
  }
  return time;
}
