import { Cron } from 'croner';
import cronstrue from 'cronstrue';

/**
 * AWS's six fields and their last values ("Time-based schedules for jobs and
 * crawlers", AWS Glue Developer Guide). Always UTC; days of the week are 1
 * (Sunday) to 7 (Saturday).
 */
const FIELDS = [
  { name: 'minutes', max: 59 },
  { name: 'hours', max: 23 },
  { name: 'day of month', max: 31 },
  { name: 'month', max: 12 },
  { name: 'day of week', max: 7 },
  { name: 'year', max: 2199 },
] as const;

/** A schedule that Glue would reject; the message says why. */
export class InvalidScheduleError extends Error {
  constructor(expression: string, problem: string) {
    super(
      `'${expression}' is not a schedule of AWS Glue: ${problem}. Expected cron(minutes hours day-of-month month day-of-week year), e.g. cron(0 6 * * ? *)`,
    );
    this.name = 'InvalidScheduleError';
  }
}

function fieldsOf(expression: string): string[] {
  const match = /^cron\((.*)\)$/.exec(expression.trim());
  if (!match) {
    throw new InvalidScheduleError(
      expression,
      expression.trim().startsWith('rate(')
        ? 'Glue has no rate(), only cron()'
        : 'it must have the form cron(...)',
    );
  }
  const fields = match[1].trim().split(/\s+/);
  if (fields.length !== FIELDS.length) {
    throw new InvalidScheduleError(
      expression,
      `it has ${fields.length} fields instead of ${FIELDS.length}`,
    );
  }
  if ((fields[2] === '?') === (fields[4] === '?')) {
    throw new InvalidScheduleError(
      expression,
      `exactly one of day of month and day of week must be '?'`,
    );
  }
  return fields;
}

/** Croner wants ranges where AWS takes a start: `5/10` is `5-59/10`. */
function withExplicitRanges(field: string, max: number) {
  return field.replace(/(^|,)(\w+)\/(\d+)/g, `$1$2-${max}/$3`);
}

function patternOf(expression: string): Cron {
  const fields = fieldsOf(expression).map((field, index) => {
    if (field === '?') {
      return '*';
    }
    const ranged = withExplicitRanges(field, FIELDS[index].max);
    if (FIELDS[index].name !== 'day of week') {
      return ranged;
    }
    // AWS: a bare L is the last day of the week, 6L the last Friday of the month.
    return ranged
      .replace(/(^|,)L(?=,|$)/g, '$17')
      .replace(/(\d|[A-Z]{3})L/g, '$1#L');
  });
  try {
    return new Cron(['0', ...fields].join(' '), {
      mode: '7-part',
      timezone: 'UTC',
      alternativeWeekdays: true,
      paused: true,
    });
  } catch (error) {
    throw new InvalidScheduleError(
      expression,
      error instanceof Error
        ? error.message.replace(/^CronPattern: /, '')
        : String(error),
    );
  }
}

/** @throws InvalidScheduleError saying what is wrong with the expression */
export function assertSchedule(expression: string): void {
  patternOf(expression);
}

/**
 * When a `cron(...)` of AWS fires next, strictly after the given time;
 * `undefined` when it never does again.
 * @throws InvalidScheduleError
 */
export function nextRunAt(
  expression: string,
  after: Date = new Date(),
): Date | undefined {
  return patternOf(expression).nextRun(after) ?? undefined;
}

/**
 * A `cron(...)` of AWS in English, e.g. `At 06:00 (UTC)`.
 * @throws InvalidScheduleError
 */
export function scheduleInWords(expression: string): string {
  assertSchedule(expression);
  const words = cronstrue.toString(['0', ...fieldsOf(expression)].join(' '), {
    dayOfWeekStartIndexZero: false,
    use24HourTimeFormat: true,
  });
  return `${words} (UTC)`;
}
