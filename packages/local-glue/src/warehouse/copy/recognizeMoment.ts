import { isReal, Moment } from '../functions/dateTime';
import { parseDateTime } from '../functions/parseDateTime';

/** How a date may be written for 'auto', each with what shows it. */
const dates: readonly (readonly [RegExp, string])[] = [
  [/^\d{4}-\d{1,2}-\d{1,2}/, 'YYYY-MM-DD'],
  [/^\d{4}\/\d{1,2}\/\d{1,2}/, 'YYYY/MM/DD'],
  [/^\d{4}\.\d{1,2}\.\d{1,2}/, 'YYYY.MM.DD'],
  [/^\d{8}(?!\d)/, 'YYYYMMDD'],
  [/^\d{6}(?!\d)/, 'YYMMDD'],
  [/^\d{1,2}\/\d{1,2}\/\d{4}/, 'MM/DD/YYYY'],
  [/^\d{1,2}-\d{1,2}-\d{4}/, 'MM-DD-YYYY'],
  [/^\d{1,2}\.\d{1,2}\.\d{4}/, 'MM.DD.YYYY'],
  [/^\d{4}-[a-z]{3}-\d{1,2}/i, 'YYYY-MON-DD'],
  [/^[a-z]{3}-\d{1,2}-\d{4}/i, 'MON-DD-YYYY'],
  [/^\d{1,2}-[a-z]{3}-\d{4}/i, 'DD-MON-YYYY'],
  [/^\d{1,2}-[a-z]{3}-\d{2}(?!\d)/i, 'DD-MON-YY'],
  [/^\d{1,2} [a-z]{3} \d{4}/i, 'DD MON YYYY'],
  [/^[a-z]{3,9} \d{1,2},? \d{4}/i, 'MONTH DD YYYY'],
  [/^J\d{7}/i, 'J'],
];

const times: readonly (readonly [RegExp, string])[] = [
  [/^\d{1,2}:\d\d:\d\d(\.\d+)?/, 'HH24:MI:SS'],
  [/^\d{1,2}:\d\d/, 'HH24:MI'],
  [/^\d{6}/, 'HH24MISS'],
  [/^\d{4}/, 'HH24MI'],
];

/**
 * Reads a date or timestamp whose format is not told (Amazon Redshift Database
 * Developer Guide, "Using automatic recognition with DATEFORMAT and
 * TIMEFORMAT"). Undefined for what is none.
 */
export function recognizeMoment(text: string): Moment | undefined {
  const given = text.trim();
  const date = dates.find(([pattern]) => pattern.test(given));
  if (!date) return undefined;
  const [datePattern, dateFormat] = date;
  const [dateText] = datePattern.exec(given) ?? [''];
  const day = parseDateTime(
    dateText.replace(/^J(?=\d)/i, '').replace(',', ''),
    dateFormat,
    true,
  );
  if (!day) return undefined;
  const rest = given.slice(dateText.length).replace(/^[T ,]+/, '');
  return rest === '' ? day : withTime(day, rest);
}

function withTime(day: Moment, text: string): Moment | undefined {
  const time = times.find(([pattern]) => pattern.test(text));
  if (!time) return undefined;
  const [pattern, format] = time;
  const [timeText] = pattern.exec(text) ?? [''];
  const read = parseDateTime(
    timeText.replace(/(\.\d{6})\d+$/, '$1'),
    format,
    false,
  );
  const rest = text.slice(timeText.length).trim();
  if (!read) return undefined;
  const half = /^([ap])\.?m\.?/i.exec(rest);
  const zoneText = half ? rest.slice(half[0].length).trim() : rest;
  const zone = parseDateTime(zoneText || 'UTC', 'TZ', true);
  if (!zone) return undefined;
  const hour = half
    ? (read.hour % 12) + (half[1].toLowerCase() === 'p' ? 12 : 0)
    : read.hour;
  const { minute, second, microsecond } = read;
  const moment = { ...day, hour, minute, second, microsecond };
  if (!isReal(moment)) return undefined;
  return { ...moment, offset: zoneText ? zone.offset : undefined };
}
