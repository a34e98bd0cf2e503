import {
  dayNames,
  dayOfWeek,
  dayOfYear,
  isoOffset,
  isoWeek,
  julianDay,
  Moment,
  monthNames,
} from './dateTime';

const roman = 'I II III IV V VI VII VIII IX X XI XII'.split(' ');

const number = (value: number, length: number) =>
  String(value).padStart(length, '0');

const lastDigits = (value: number, length: number) =>
  number(value, 4).slice(-length);

type Part = (moment: Moment) => string | number;

/** Longest first, as the parts of a format are recognised. */
const parts: readonly (readonly [string, Part])[] = [
  ['Y,YYY', ({ year }) => number(year, 4).replace(/(?=\d{3}$)/, ',')],
  ['SSSSS', m => m.hour * 3600 + m.minute * 60 + m.second],
  ['MONTH', m => monthNames[m.month - 1].padEnd(9)],
  ['IYYY', m => number(isoWeek(m).year, 4)],
  ['YYYY', m => number(m.year, 4)],
  ['IDDD', m => number((isoWeek(m).week - 1) * 7 + isoDay(m), 3)],
  ['HH24', m => number(m.hour, 2)],
  ['HH12', m => number(m.hour % 12 || 12, 2)],
  ['SSSS', m => m.hour * 3600 + m.minute * 60 + m.second],
  ['A.M.', m => (m.hour < 12 ? 'A.M.' : 'P.M.')],
  ['P.M.', m => (m.hour < 12 ? 'A.M.' : 'P.M.')],
  ['B.C.', () => 'A.D.'],
  ['A.D.', () => 'A.D.'],
  ['YYY', m => lastDigits(m.year, 3)],
  ['IYY', m => lastDigits(isoWeek(m).year, 3)],
  ['MON', m => monthNames[m.month - 1].slice(0, 3)],
  ['DAY', m => dayNames[dayOfWeek(m)].padEnd(9)],
  ['DDD', m => number(dayOfYear(m), 3)],
  ['YY', m => lastDigits(m.year, 2)],
  ['IY', m => lastDigits(isoWeek(m).year, 2)],
  ['IW', m => number(isoWeek(m).week, 2)],
  ['ID', m => isoDay(m)],
  ['CC', m => number(Math.ceil(m.year / 100), 2)],
  ['MM', m => number(m.month, 2)],
  ['RM', m => roman[m.month - 1].padEnd(4)],
  ['WW', m => number(Math.ceil(dayOfYear(m) / 7), 2)],
  ['DD', m => number(m.day, 2)],
  ['DY', m => dayNames[dayOfWeek(m)].slice(0, 3)],
  ['HH', m => number(m.hour % 12 || 12, 2)],
  ['MI', m => number(m.minute, 2)],
  ['SS', m => number(m.second, 2)],
  ['MS', m => number(Math.floor(m.microsecond / 1000), 3)],
  ['US', m => number(m.microsecond, 6)],
  ['AM', m => (m.hour < 12 ? 'AM' : 'PM')],
  ['PM', m => (m.hour < 12 ? 'AM' : 'PM')],
  ['BC', () => 'AD'],
  ['AD', () => 'AD'],
  ['TZ', m => (m.offset === undefined ? '' : 'UTC')],
  ['OF', m => isoOffset(m.offset ?? 0).replace(/:00$/, '')],
  ['Y', m => lastDigits(m.year, 1)],
  ['I', m => lastDigits(isoWeek(m).year, 1)],
  ['Q', m => Math.ceil(m.month / 3)],
  ['W', m => Math.ceil(m.day / 7)],
  ['D', m => dayOfWeek(m) + 1],
  ['J', m => julianDay(m)],
];

const names = new Set('MONTH MON DAY DY'.split(' '));

/**
 * A date or time in a format such as `DD-MON-YYYY HH12:MI:SS` (Amazon
 * Redshift Database Developer Guide, "Datetime format strings" and
 * "TO_CHAR"). What is no part of a format stands for itself, and so does
 * text in double quotes.
 */
export function formatDateTime(moment: Moment, format: string): string {
  let result = '';
  let at = 0;
  let isFilled = true;
  while (at < format.length) {
    if (format[at] === '"') {
      const end = format.indexOf('"', at + 1);
      result += format.slice(at + 1, end === -1 ? undefined : end);
      at = end === -1 ? format.length : end + 1;
      continue;
    }
    const rest = format.slice(at, at + 5).toUpperCase();
    if (rest.startsWith('FM')) {
      isFilled = false;
      at += 2;
      continue;
    }
    const part = parts.find(([name]) => rest.startsWith(name));
    if (!part) {
      result += format[at++];
      continue;
    }
    const [name, write] = part;
    const given = format.slice(at, at + name.length);
    at += name.length;
    let text = inCaseOf(given, name, String(write(moment)));
    if (!isFilled) text = text.trimEnd().replace(/^0+(?=\d)/, '');
    if (/^th/i.test(format.slice(at, at + 2)) && /\d$/.test(text)) {
      text += ordinal(Number(text), format[at] === 'T');
      at += 2;
    }
    result += text;
    isFilled = true;
  }
  return result;
}

/** `MONTH`, `Month` and `month` give the name as they are written themselves. */
function inCaseOf(given: string, name: string, text: string): string {
  if (given === given.toLowerCase()) return text.toLowerCase();
  if (names.has(name) && given !== given.toUpperCase()) return text;
  return text.toUpperCase();
}

function isoDay(moment: Moment): number {
  return dayOfWeek(moment) || 7;
}

/** `st`, `nd`, `rd` or `th`. */
export function ordinal(value: number, isUpper: boolean): string {
  const tens = Math.floor(value / 10) % 10;
  const suffix =
    tens === 1 ? 'th' : (['th', 'st', 'nd', 'rd'][value % 10] ?? 'th');
  return isUpper ? suffix.toUpperCase() : suffix;
}
