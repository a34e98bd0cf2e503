import { type CronField, FIELDS } from './fields';
import { InvalidScheduleError } from './InvalidScheduleError';

/** A field of a schedule. */
export interface CronValues {
  /** As it is written. */
  text: string;
  /** What it stands for; empty for `?`, L, W and #. */
  values: ReadonlySet<number>;
}

/** The structural part of the rules, for editors that read the JSON schema. */
export const CRON_PATTERN = '^cron\\([^()]+\\)$';

const FORM = 'minutes hours day-of-month month day-of-week year';

const EXAMPLE = 'for example cron(0 6 * * ? *) for every day at 06:00 UTC';

/** The number that a digit or a word stands for. */
export function valueOf(text: string, field: CronField): number | undefined {
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
    if (
      first === undefined ||
      last === undefined ||
      last < first ||
      step < 1 ||
      step > field.max - field.min + 1
    ) {
      return undefined;
    }
    for (let value = first; value <= last; value += step) {
      values.add(value);
    }
  }
  return values;
}

/**
 * Reads `cron(minutes hours day-of-month month day-of-week year)`, always UTC.
 *
 * Source: AWS Glue Developer Guide, "Time-based schedules for jobs and
 * crawlers".
 *
 * @throws InvalidScheduleError
 */
export function parseCron(expression: string): CronValues[] {
  const quoted = JSON.stringify(expression);
  if (/^rate\s*\(/i.test(expression)) {
    throw new InvalidScheduleError(
      `${quoted} is a rate expression, which Glue triggers reject: write a cron expression, ${EXAMPLE}`,
    );
  }
  if (!new RegExp(CRON_PATTERN).test(expression)) {
    throw new InvalidScheduleError(
      `${quoted} is not a schedule: write cron(${FORM}), ${EXAMPLE}`,
    );
  }
  const texts = expression.slice('cron('.length, -1).trim().split(/ +/);
  if (texts.length !== FIELDS.length) {
    throw new InvalidScheduleError(
      `${quoted} has ${texts.length} fields: AWS cron has six, ${FORM}, ${EXAMPLE}`,
    );
  }
  const fields = texts.map((text, index) => ({
    text,
    values: valuesOf(text, FIELDS[index]),
  }));
  const [, , dayOfMonth, , dayOfWeek] = texts;
  if ((dayOfMonth === '?') === (dayOfWeek === '?')) {
    throw new InvalidScheduleError(
      `exactly one of day of month and day of week must be "?": ${EXAMPLE}`,
    );
  }
  return fields;
}

function valuesOf(text: string, field: CronField): Set<number> {
  const special = field.special?.exec(text);
  const isSpecial =
    special &&
    (special[1] === undefined || valueOf(special[1], field) !== undefined);
  const values = isSpecial ? new Set<number>() : expand(text, field);
  if (!values) {
    const { name, min, max, words } = field;
    const orWords = words ? ` or ${words[0]} to ${words.at(-1)}` : '';
    throw new InvalidScheduleError(
      `${JSON.stringify(text)} is not valid for the ${name}: use ${min} to ${max}${orWords}, "*", lists, ranges or steps`,
    );
  }
  return values;
}
