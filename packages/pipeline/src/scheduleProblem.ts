/**
 * Schedules of Glue triggers: `cron(minutes hours day-of-month month
 * day-of-week year)` in UTC.
 *
 * Source: AWS Glue Developer Guide, "Time-based schedules for jobs and
 * crawlers".
 */

export const CRON_PATTERN = '^cron\\([^()]+\\)$';

interface CronField {
  name: string;
  min: number;
  max: number;
  /** Names that stand for numbers, the first for `min`. */
  words?: string[];
  /** Accepts `?`, and the day fields' own L, W and #. */
  special?: RegExp;
}

const FIELDS: CronField[] = [
  { name: 'minutes', min: 0, max: 59 },
  { name: 'hours', min: 0, max: 23 },
  { name: 'day of month', min: 1, max: 31, special: /^(\?|L|LW|\d{1,2}W)$/ },
  {
    name: 'month',
    min: 1,
    max: 12,
    words: 'JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC'.split(' '),
  },
  {
    name: 'day of week',
    min: 1,
    max: 7,
    words: 'SUN MON TUE WED THU FRI SAT'.split(' '),
    special: /^(\?|L|([1-7]|SUN|MON|TUE|WED|THU|FRI|SAT)(L|#[1-5]))$/i,
  },
  { name: 'year', min: 1970, max: 2199 },
];

const EXAMPLE = 'for example cron(0 6 * * ? *) for every day at 06:00 UTC';

function valueOf(text: string, field: CronField): number | undefined {
  const word = field.words?.indexOf(text.toUpperCase()) ?? -1;
  if (word >= 0) {
    return field.min + word;
  }
  const value = /^\d+$/.test(text) ? Number(text) : NaN;
  return value >= field.min && value <= field.max ? value : undefined;
}

/** The values that a field stands for, or `undefined` where it is malformed. */
function expand(text: string, field: CronField): Set<number> | undefined {
  const values = new Set<number>();
  for (const part of text.split(',')) {
    const match = /^(\*|[^-/]+)(?:-([^-/]+))?(?:\/(\d+))?$/.exec(part);
    if (!match || (match[1] === '*' && match[2])) {
      return undefined;
    }
    const step = match[3] === undefined ? 1 : Number(match[3]);
    const first = match[1] === '*' ? field.min : valueOf(match[1], field);
    let last = first;
    if (match[2]) {
      last = valueOf(match[2], field);
    } else if (match[1] === '*' || match[3]) {
      last = field.max;
    }
    if (first === undefined || last === undefined || last < first || step < 1) {
      return undefined;
    }
    for (let value = first; value <= last; value += step) {
      values.add(value);
    }
  }
  return values;
}

/** The shortest time between two starts, over midnight too, in minutes. */
function shortestInterval(minutes: Set<number>, hours: Set<number>): number {
  const starts = [...hours]
    .flatMap(hour => [...minutes].map(minute => hour * 60 + minute))
    .sort((a, b) => a - b);
  const overMidnight = starts[0] + 24 * 60 - starts.at(-1)!;
  return starts
    .slice(1)
    .reduce(
      (least, start, index) => Math.min(least, start - starts[index]),
      overMidnight,
    );
}

/** What is wrong with a schedule and what to do about it; `undefined` when it is good. */
export function scheduleProblem(expression: string): string | undefined {
  if (/^rate\s*\(/i.test(expression)) {
    return `"${expression}" is a rate expression, which Glue triggers reject: write a cron expression, ${EXAMPLE}`;
  }
  const match = /^cron\(([^()]+)\)$/.exec(expression);
  if (!match) {
    return `${JSON.stringify(
      expression,
    )} is not a schedule: write cron(minutes hours day-of-month month day-of-week year), ${EXAMPLE}`;
  }
  const texts = match[1].trim().split(/ +/);
  if (texts.length !== FIELDS.length) {
    return `has ${
      texts.length
    } fields: AWS cron has six, minutes hours day-of-month month day-of-week year, ${EXAMPLE}`;
  }
  const expanded = FIELDS.map((field, index) => {
    const text = texts[index];
    return field.special?.test(text) ? new Set<number>() : expand(text, field);
  });
  const malformed = expanded.findIndex(values => values === undefined);
  if (malformed >= 0) {
    const field = FIELDS[malformed];
    return `"${texts[malformed]}" is not valid for the ${field.name}: use ${
      field.min
    } to ${field.max}${
      field.words ? ` or ${field.words[0]} to ${field.words.at(-1)}` : ''
    }, "*", lists, ranges or steps`;
  }
  const [dayOfMonth, dayOfWeek] = [texts[2], texts[4]];
  if ((dayOfMonth === '?') === (dayOfWeek === '?')) {
    return `exactly one of day of month and day of week must be "?": ${EXAMPLE}`;
  }
  if (shortestInterval(expanded[0]!, expanded[1]!) < 5) {
    return 'would start the pipeline more often than every 5 minutes, which Glue does not support: leave at least 5 minutes between two starts';
  }
  return undefined;
}
