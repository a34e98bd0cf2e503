import { Cron, CronOptions } from 'croner';

const FORM =
  'cron(minutes hours day-of-month month day-of-week year), for example cron(0 6 * * ? *)';

const LAST_VALUES = [59, 23, 31, 12, 7, 2199];

/**
 * Reads a schedule of Glue: six fields, in UTC, days of the week from 1 for
 * Sunday ("Time-based schedules for jobs and crawlers", AWS Glue Developer
 * Guide). The result is paused: it fires nothing by itself.
 *
 * @throws Error that says what is wrong with the expression
 */
export function parseSchedule(
  expression: string,
  options: Pick<CronOptions, 'unref'> = {},
): Cron {
  const fields = fieldsOf(expression);
  if ((fields[2] === '?') === (fields[4] === '?')) {
    throw new Error(
      `${expression}: exactly one of day-of-month and day-of-week must be ?`,
    );
  }
  refuseDays(expression, fields);
  try {
    return new Cron(['0', ...fields.map(cronerField)].join(' '), {
      mode: '7-part',
      timezone: 'UTC',
      alternativeWeekdays: true,
      paused: true,
      ...options,
    });
  } catch (error) {
    throw new Error(
      `${expression} is not a schedule: ${(error as Error).message}`,
    );
  }
}

function fieldsOf(expression: string): string[] {
  const match = /^cron\((.*)\)$/.exec(expression.trim());
  if (!match) {
    const isRate = /^rate\b/.test(expression.trim());
    throw new Error(
      `${expression} is ${
        isRate ? 'a rate, which Glue does not know' : 'not a schedule'
      }: write it as ${FORM}`,
    );
  }
  const fields = match[1].trim().split(/\s+/);
  if (fields.length !== 6) {
    throw new Error(
      `${expression} has ${fields.length} fields, not 6: write it as ${FORM}`,
    );
  }
  return fields;
}

/** What Croner reads in the fields of days and Glue does not. */
function refuseDays(expression: string, fields: readonly string[]): void {
  const [, , dayOfMonth, , dayOfWeek] = fields;
  if (/(^|[^#\d])([089]|\d\d)/.test(dayOfWeek)) {
    throw new Error(
      `${expression}: the day of the week must be from 1 to 7, or SUN to SAT`,
    );
  }
  const special = /^(L|LW|\d+W|\w+L|\w+#\d)$/;
  for (const field of [dayOfMonth, dayOfWeek]) {
    const parts = field.split(',');
    if (
      /\dw/.test(field) ||
      (parts.length > 1 && parts.some(part => special.test(part)))
    ) {
      throw new Error(
        `${expression}: L, W and # are written in capitals and stand alone in their field`,
      );
    }
  }
}

const DAY_MINUTES = 24 * 60;

/**
 * Checks an expression as `parseSchedule` does, and that it is due every 5
 * minutes at most, in the years that the guide allows.
 *
 * @throws Error that says what is wrong with the expression
 */
export function checkPrecision(expression: string): void {
  parseSchedule(expression);
  const [minutes, hours, , , , years] = fieldsOf(expression);
  const starts = values(hours, 0, 23)
    .flatMap(hour => values(minutes, 0, 59).map(minute => hour * 60 + minute))
    .sort((a, b) => a - b);
  const next = [...starts.slice(1), starts[0] + DAY_MINUTES];
  if (starts.some((start, index) => next[index] - start < 5)) {
    throw new Error(
      `${expression} is due more often than every 5 minutes, the precision of Glue's schedules`,
    );
  }
  if (values(years, 1970, 2199).some(year => year < 1970 || year > 2199)) {
    throw new Error(`${expression}: the year must be from 1970 to 2199`);
  }
}

/** What a field of numbers stands for, in ascending order and once each. */
function values(field: string, first: number, last: number): number[] {
  const result = new Set<number>();
  for (const part of field.split(',')) {
    const [range, step] = part.split('/');
    const [from, to = step ? last : from] =
      range === '*' ? [first, last] : range.split('-').map(Number);
    for (let value = from; value <= to; value += Number(step ?? 1)) {
      result.add(value);
    }
  }
  return [...result].sort((a, b) => a - b);
}

const DAY_OF_WEEK = 4;

/** Where Croner writes the same thing differently. */
function cronerField(field: string, position: number): string {
  if (field === '?') return '*';
  const last = LAST_VALUES[position];
  const ranged = field.replace(/(^|,)(\w+)\/(\d+)/g, `$1$2-${last}/$3`);
  if (position !== DAY_OF_WEEK) return ranged;
  // Alone, L is Saturday; after a day it is that day's last one in the month.
  return ranged.replace(/(^|,)L(?=,|$)/g, '$17').replace(/(\w+)L/g, '$1#L');
}

/** When the schedule fires next after `after`; undefined when never again. */
export function nextRun(expression: string, after: Date): Date | undefined {
  return parseSchedule(expression).nextRun(after) ?? undefined;
}
