import { DateTime, IANAZone } from 'luxon';

const SECOND_MS = 1000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** No promise is shorter: the portal itself reads AWS about once a minute. */
const SHORTEST_MS = 5 * MINUTE_MS;
/** No promise is longer: older runs are forgotten. */
const LONGEST_MS = 366 * DAY_MS;
/** Far more than the longest promise needs. */
const LONGEST_TEXT = 64;

/**
 * The parts of ISO 8601 durations whose length is always the same: months and
 * years have none.
 */
const DURATION =
  /^P(?:(?<weeks>\d+)W|(?=.)(?:(?<days>\d+)D)?(?:T(?=\d)(?:(?<hours>\d+)H)?(?:(?<minutes>\d+)M)?(?:(?<seconds>\d+)S)?)?)$/;

/** A time of day, and where: `by 06:00 Europe/Berlin`. */
const DAILY =
  /^by (?<hour>[01]\d|2[0-3]):(?<minute>[0-5]\d)(?: (?<zone>[\w/+-]+))?$/;

/**
 * What an entity promises: that the last successful run is never older than a
 * duration, or that on each day one has ended by a time.
 *
 * @public
 */
export type FreshnessPromise =
  | { kind: 'within'; milliseconds: number }
  | { kind: 'daily'; hour: number; minute: number; zone: string };

/**
 * A text that is no promise of freshness; the message says what is wrong.
 *
 * @public
 */
export class InvalidFreshnessError extends Error {
  constructor(text: string, problem: string) {
    super(
      `'${text.slice(0, LONGEST_TEXT)}' is not a promise of freshness: ${problem}. Expected an ISO 8601 duration such as PT6H, P1D or P1DT12H, or a time of day such as 'by 06:00 Europe/Berlin'`,
    );
    this.name = 'InvalidFreshnessError';
  }
}

/**
 * The promise that an entity makes in its annotation
 * `glue-pipelines.io/freshness`. Times of day are those of UTC unless a zone
 * of the IANA database is named.
 *
 * @throws InvalidFreshnessError
 *
 * @public
 */
export function parseFreshness(annotation: string): FreshnessPromise {
  const text = annotation.trim();
  const daily =
    text.length <= LONGEST_TEXT ? DAILY.exec(text)?.groups : undefined;
  if (!daily) {
    return { kind: 'within', milliseconds: parseDuration(text) };
  }
  const { hour, minute, zone = 'UTC' } = daily;
  if (!IANAZone.isValidZone(zone)) {
    throw new InvalidFreshnessError(text, `there is no time zone '${zone}'`);
  }
  return { kind: 'daily', hour: Number(hour), minute: Number(minute), zone };
}

/** @returns milliseconds */
function parseDuration(text: string): number {
  const parts =
    text.length <= LONGEST_TEXT ? DURATION.exec(text)?.groups : undefined;
  if (!parts) {
    throw new InvalidFreshnessError(
      text,
      /^P[^T]*[YM]/.test(text)
        ? 'years and months have no fixed length'
        : 'it is no duration of whole weeks, or of days, hours, minutes and seconds',
    );
  }
  const count = (part: string) => Number(parts[part] ?? 0);
  const milliseconds =
    (count('weeks') * 7 + count('days')) * DAY_MS +
    count('hours') * HOUR_MS +
    count('minutes') * MINUTE_MS +
    count('seconds') * SECOND_MS;
  if (milliseconds < SHORTEST_MS || milliseconds > LONGEST_MS) {
    throw new InvalidFreshnessError(
      text,
      'it must be between 5 minutes and 366 days',
    );
  }
  return milliseconds;
}

/**
 * Until when the next successful run has to end, in milliseconds since the
 * epoch: with a time of day, by that time of the day after the last one's.
 */
function dueAfter(promise: FreshnessPromise, lastSuccessAt: string): number {
  if (promise.kind === 'within') {
    return Date.parse(lastSuccessAt) + promise.milliseconds;
  }
  const { hour, minute, zone } = promise;
  return DateTime.fromISO(lastSuccessAt, { zone })
    .startOf('day')
    .plus({ days: 1 })
    .set({ hour, minute })
    .toMillis();
}

/**
 * Whether a promise is kept. `unknown`: AWS was not read since it may have been broken.
 *
 * @public
 */
export type FreshnessState = 'fresh' | 'late' | 'unknown';

/**
 * Judges a promise by what was read of AWS, never by what was not: a run may
 * have succeeded since the last look.
 *
 * @param facts ISO 8601; `lastSuccessAt` is when the last successful run ended, absent without any
 *
 * @public
 */
export function judgeFreshness(
  promise: FreshnessPromise,
  facts: { lastSuccessAt?: string; collectedAt?: string },
  now: Date,
): { state: FreshnessState; dueAt?: string } {
  const { lastSuccessAt, collectedAt } = facts;
  if (!lastSuccessAt) {
    return { state: collectedAt ? 'late' : 'unknown' };
  }
  const due = dueAfter(promise, lastSuccessAt);
  const dueAt = new Date(due).toISOString();
  if (now.getTime() <= due) {
    return { state: 'fresh', dueAt };
  }
  const read = collectedAt === undefined ? 0 : Date.parse(collectedAt);
  return { state: read > due ? 'late' : 'unknown', dueAt };
}
