import { nextRunAt } from './nextRunAt';

const HOUR_MS = 60 * 60_000;
const DAY_MS = 24 * HOUR_MS;
/** How far to look back, nearest first: a schedule that is due often is due within the first. */
const WINDOWS_MS = [2 * HOUR_MS, 2 * DAY_MS, 32 * DAY_MS, 367 * DAY_MS];

/**
 * When a `cron(...)` of AWS was due last, at the given time or before;
 * `undefined` when it was not within a year.
 *
 * @throws InvalidScheduleError
 *
 * @public
 */
export function lastRunAt(
  expression: string,
  before: Date = new Date(),
): Date | undefined {
  for (const window of WINDOWS_MS) {
    let due = nextRunAt(expression, new Date(before.getTime() - window));
    let last: Date | undefined;
    while (due && due <= before) {
      last = due;
      due = nextRunAt(expression, due);
    }
    if (last) {
      return last;
    }
  }
  return undefined;
}
