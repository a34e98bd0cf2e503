export interface CronField {
  name: string;
  min: number;
  max: number;
  /** Names that stand for numbers, the first for `min`. */
  words?: readonly string[];
  /** What the fields of days take beside numbers. The group is the day that L, W or # follows. */
  special?: RegExp;
}

/**
 * The fields of AWS's cron in their order; days of the week count from 1 for
 * Sunday.
 *
 * Source: AWS Glue Developer Guide, "Time-based schedules for jobs and
 * crawlers".
 */
export const FIELDS: readonly CronField[] = [
  { name: 'minutes', min: 0, max: 59 },
  { name: 'hours', min: 0, max: 23 },
  {
    name: 'day of month',
    min: 1,
    max: 31,
    special: /^(?:\?|L|LW|(\d+)W)$/,
  },
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
    special: /^(?:\?|L|(\w+)(?:L|#[1-5]))$/,
  },
  { name: 'year', min: 1970, max: 2199 },
];
