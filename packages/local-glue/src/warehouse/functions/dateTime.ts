/** A moment as the calendar shows it, without a time zone of its own. */
export interface Moment {
  year: number;
  /** 1 to 12. */
  month: number;
  day: number;
  hour: number;
  minute: number;
  second: number;
  microsecond: number;
  /** Minutes east of UTC; undefined when the value has no time zone. */
  offset?: number;
}

const dayMs = 24 * 60 * 60 * 1000;

export const monthNames = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

export const dayNames = [
  'Sunday',
  'Monday',
  'Tuesday',
  'Wednesday',
  'Thursday',
  'Friday',
  'Saturday',
];

/** Midnight as milliseconds since 1970; months and days beyond their ends go on into the next. */
export function epochDay(year: number, month: number, day: number): number {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return date.getTime();
}

/** Brings parts that are too large, such as a 31st of June, into the next month. */
export function normalize(moment: Moment): Moment {
  const { hour, minute, second, microsecond } = moment;
  const ms =
    epochDay(moment.year, moment.month, moment.day) +
    ((hour * 60 + minute) * 60 + second) * 1000;
  const date = new Date(ms);
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    hour: date.getUTCHours(),
    minute: date.getUTCMinutes(),
    second: date.getUTCSeconds(),
    microsecond,
    offset: moment.offset,
  };
}

/** Whether each part is within its bounds. */
export function isReal(moment: Moment): boolean {
  const real = normalize(moment);
  return (
    real.year === moment.year &&
    real.month === moment.month &&
    real.day === moment.day &&
    real.hour === moment.hour &&
    real.minute === moment.minute &&
    real.second === moment.second
  );
}

/** 0 is Sunday. */
export function dayOfWeek({ year, month, day }: Moment): number {
  return new Date(epochDay(year, month, day)).getUTCDay();
}

/** 1 to 366. */
export function dayOfYear({ year, month, day }: Moment): number {
  return (epochDay(year, month, day) - epochDay(year, 1, 1)) / dayMs + 1;
}

/** The year and week of ISO 8601; weeks begin on Monday. */
export function isoWeek(moment: Moment): { year: number; week: number } {
  const weekday = (dayOfWeek(moment) + 6) % 7;
  const thursday = new Date(
    epochDay(moment.year, moment.month, moment.day) + (3 - weekday) * dayMs,
  );
  const year = thursday.getUTCFullYear();
  const days = (thursday.getTime() - epochDay(year, 1, 1)) / dayMs;
  return { year, week: Math.floor(days / 7) + 1 };
}

/** Days since the 1st of January 4713 BC. */
export function julianDay({ year, month, day }: Moment): number {
  return epochDay(year, month, day) / dayMs + 2440588;
}

const pad = (value: number, length: number) =>
  String(Math.abs(value)).padStart(length, '0');

/** `2026-01-02` */
export function isoDate({ year, month, day }: Moment): string {
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;
}

/** `2026-01-02 03:04:05.000006`, with the offset behind it if there is one. */
export function isoTimestamp(moment: Moment): string {
  const { hour, minute, second, microsecond, offset } = moment;
  const time = [hour, minute, second].map(part => pad(part, 2)).join(':');
  const fraction = microsecond ? `.${pad(microsecond, 6)}` : '';
  return `${isoDate(moment)} ${time}${fraction}${isoOffset(offset)}`;
}

/** `+05:30`, or nothing. */
export function isoOffset(offset: number | undefined): string {
  if (offset === undefined) return '';
  const sign = offset < 0 ? '-' : '+';
  const minutes = Math.abs(offset);
  return `${sign}${pad(Math.floor(minutes / 60), 2)}:${pad(minutes % 60, 2)}`;
}

const written =
  /^(\d{1,6})-(\d\d)-(\d\d)(?:[ T](\d\d):(\d\d):(\d\d)(?:\.(\d{1,6}))?(?:([+-])(\d\d):?(\d\d)?)?)?( \(BC\))?$/;
const writtenTime = /^(\d\d):(\d\d):(\d\d)(?:\.(\d{1,6}))?/;

/** What DuckDB writes for a DATE, TIME, TIMESTAMP or TIMESTAMPTZ; undefined for another text. */
export function readMoment(text: string): Moment | undefined {
  const match = written.exec(text);
  if (match) {
    const [, year, month, day, hour, minute, second, fraction = ''] = match;
    const [sign, offsetHours, offsetMinutes] = match.slice(8, 11);
    return {
      year: Number(year),
      month: Number(month),
      day: Number(day),
      hour: Number(hour ?? 0),
      minute: Number(minute ?? 0),
      second: Number(second ?? 0),
      microsecond: Number(fraction.padEnd(6, '0')),
      offset: sign
        ? (sign === '-' ? -1 : 1) *
          (Number(offsetHours) * 60 + Number(offsetMinutes ?? 0))
        : undefined,
    };
  }
  const time = writtenTime.exec(text);
  if (!time) return undefined;
  const [, hour, minute, second, fraction = ''] = time;
  return {
    year: 1900,
    month: 1,
    day: 1,
    hour: Number(hour),
    minute: Number(minute),
    second: Number(second),
    microsecond: Number(fraction.padEnd(6, '0')),
  };
}
