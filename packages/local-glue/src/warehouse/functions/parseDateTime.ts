import {
  epochDay,
  isReal,
  Moment,
  monthNames,
  normalize,
  readMoment,
} from './dateTime';

interface Reading {
  moment: Moment;
  isAfternoon?: boolean;
  dayOfYear?: number;
  isBeforeChrist?: boolean;
}

/** Longest first. The function takes what the pattern found. */
const parts: readonly (readonly [
  string,
  RegExp,
  (reading: Reading, text: string) => void,
])[] = [
  ['MONTH', /[a-z]+/iy, setMonth],
  ['SSSSS', /\d{1,5}/y, setSecondOfDay],
  ['YYYY', /\d{1,4}/y, ({ moment }, text) => (moment.year = Number(text))],
  ['HH24', /\d{1,2}/y, ({ moment }, text) => (moment.hour = Number(text))],
  ['HH12', /\d{1,2}/y, ({ moment }, text) => (moment.hour = Number(text))],
  ['SSSS', /\d{1,5}/y, setSecondOfDay],
  ['A.M.', /[ap]\.m\./iy, setHalf],
  ['P.M.', /[ap]\.m\./iy, setHalf],
  ['MON', /[a-z]{3}/iy, setMonth],
  ['DAY', /[a-z]+/iy, () => {}],
  ['DDD', /\d{1,3}/y, (reading, text) => (reading.dayOfYear = Number(text))],
  ['YY', /\d{1,2}/y, setShortYear],
  ['MM', /\d{1,2}/y, ({ moment }, text) => (moment.month = Number(text))],
  ['DD', /\d{1,2}/y, ({ moment }, text) => (moment.day = Number(text))],
  ['DY', /[a-z]{3}/iy, () => {}],
  ['HH', /\d{1,2}/y, ({ moment }, text) => (moment.hour = Number(text))],
  ['MI', /\d{1,2}/y, ({ moment }, text) => (moment.minute = Number(text))],
  ['SS', /\d{1,2}(?:\.\d{1,6})?/y, setSecond],
  ['MS', /\d{1,3}/y, setFraction],
  ['US', /\d{1,6}/y, setFraction],
  ['AM', /[ap]m/iy, setHalf],
  ['PM', /[ap]m/iy, setHalf],
  ['BC', /bc|ad/iy, setEra],
  ['AD', /bc|ad/iy, setEra],
  ['OF', /[+-]\d{1,2}(?::?\d\d)?/y, setOffset],
  ['TZ', /[+-]\d{1,2}(?::?\d\d)?|utc|gmt|z/iy, setOffset],
  ['J', /\d+/y, setJulianDay],
  ['D', /\d/y, () => {}],
];

/**
 * Reads text in a format such as `YYYYMMDD` (Amazon Redshift Database
 * Developer Guide, "TO_DATE" and "TO_TIMESTAMP"). A date that does not exist,
 * such as the 31st of June, becomes the day as many days later, unless
 * `isStrict`. Undefined for text that does not have the format.
 */
export function parseDateTime(
  text: string,
  format: string,
  isStrict: boolean = false,
): Moment | undefined {
  const moment = readMoment('1900-01-01') as Moment;
  const reading: Reading = { moment: { ...moment, year: 1 } };
  let at = 0;
  let place = 0;
  while (place < format.length) {
    const rest = format.slice(place, place + 5).toUpperCase();
    if (rest.startsWith('FM')) {
      place += 2;
      continue;
    }
    const part = parts.find(([name]) => rest.startsWith(name));
    if (!part) {
      // What separates the parts may be another character than the format's.
      if (/\s/.test(format[place])) {
        while (/\s/.test(text[at] ?? '')) at++;
      } else if (at < text.length && !/[a-z0-9]/i.test(text[at])) {
        at++;
      } else if (text[at]?.toUpperCase() === format[place].toUpperCase()) {
        at++;
      }
      place++;
      continue;
    }
    const [name, pattern, take] = part;
    while (/\s/.test(text[at] ?? '')) at++;
    // Without separators behind it a part has the digits that its name has.
    const next = format.slice(place + name.length);
    const isPacked = /^(YY|MM|DD|HH|MI|SS|MS|US)/i.test(next);
    pattern.lastIndex = at;
    let found = pattern.exec(text)?.[0];
    if (found && isPacked)
      found = found.slice(0, name.replace(/\d+$/, '').length);
    if (!found)
      return at >= text.length && !isStrict
        ? finish(reading, isStrict)
        : undefined;
    take(reading, found);
    at += found.length;
    place += name.length;
  }
  if (isStrict && text.slice(at).trim() !== '') return undefined;
  return finish(reading, isStrict);
}

function finish(reading: Reading, isStrict: boolean): Moment | undefined {
  const { moment, isAfternoon, dayOfYear, isBeforeChrist } = reading;
  if (Number.isNaN(moment.month) || isBeforeChrist) return undefined;
  if (isAfternoon !== undefined) {
    if (moment.hour > 12) return undefined;
    moment.hour = (moment.hour % 12) + (isAfternoon ? 12 : 0);
  }
  if (dayOfYear !== undefined) {
    moment.month = 1;
    moment.day = dayOfYear;
    return normalize(moment);
  }
  if (isStrict && !isReal(moment)) return undefined;
  if (moment.month < 1 || moment.month > 12) return undefined;
  if (moment.day < 1 || moment.day > 31) return undefined;
  if (moment.hour > 24 || moment.minute > 59 || moment.second > 60) {
    return undefined;
  }
  return normalize(moment);
}

function setMonth({ moment }: Reading, text: string): void {
  const start = text.slice(0, 3).toLowerCase();
  const index = monthNames.findIndex(
    name => name.slice(0, 3).toLowerCase() === start,
  );
  moment.month = index === -1 ? NaN : index + 1;
}

function setShortYear({ moment }: Reading, text: string): void {
  const year = Number(text);
  moment.year = year + (year < 70 ? 2000 : 1900);
}

function setSecond({ moment }: Reading, text: string): void {
  const [second, fraction = ''] = text.split('.');
  moment.second = Number(second);
  moment.microsecond = Number(fraction.padEnd(6, '0'));
}

function setFraction({ moment }: Reading, text: string): void {
  moment.microsecond = Number(text.padEnd(6, '0'));
}

function setSecondOfDay({ moment }: Reading, text: string): void {
  moment.second = Number(text);
}

function setHalf(reading: Reading, text: string): void {
  reading.isAfternoon = /^p/i.test(text);
}

function setEra(reading: Reading, text: string): void {
  reading.isBeforeChrist = /^bc/i.test(text);
}

function setOffset({ moment }: Reading, text: string): void {
  const match = /^([+-])(\d{1,2}):?(\d\d)?$/.exec(text);
  moment.offset = match
    ? (match[1] === '-' ? -1 : 1) *
      (Number(match[2]) * 60 + Number(match[3] ?? 0))
    : 0;
}

function setJulianDay({ moment }: Reading, text: string): void {
  const date = new Date(epochDay(1970, 1, 1 + Number(text) - 2440588));
  moment.year = date.getUTCFullYear();
  moment.month = date.getUTCMonth() + 1;
  moment.day = date.getUTCDate();
}
