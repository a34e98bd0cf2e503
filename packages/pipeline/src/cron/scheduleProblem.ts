import { InvalidScheduleError } from './InvalidScheduleError';
import { parseCron } from './parseCron';

/** "Cron expressions that lead to rates faster than 5 minutes are not supported" ("Time-based schedules for jobs and crawlers"). */
const LEAST_MINUTES = 5;

const DAY_MINUTES = 24 * 60;

/** The shortest time between two starts, over midnight too, in minutes. */
function shortestInterval(
  minutes: ReadonlySet<number>,
  hours: ReadonlySet<number>,
): number {
  const starts = [...hours]
    .flatMap(hour => [...minutes].map(minute => hour * 60 + minute))
    .sort((a, b) => a - b);
  const overMidnight = starts[0] + DAY_MINUTES - starts.at(-1)!;
  return starts
    .slice(1)
    .reduce(
      (least, start, index) => Math.min(least, start - starts[index]),
      overMidnight,
    );
}

/**
 * What is wrong with a schedule and what to do about it; `undefined` when Glue takes it.
 *
 * @public
 */
export function scheduleProblem(expression: string): string | undefined {
  try {
    const [minutes, hours] = parseCron(expression);
    return shortestInterval(minutes.values, hours.values) < LEAST_MINUTES
      ? `${JSON.stringify(
          expression,
        )} would start more often than every ${LEAST_MINUTES} minutes, which Glue does not support: leave at least ${LEAST_MINUTES} minutes between two starts`
      : undefined;
  } catch (error) {
    if (error instanceof InvalidScheduleError) {
      return error.message;
    }
    throw error;
  }
}
