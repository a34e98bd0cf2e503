import { ColumnDefinition } from '../catalog/TableDefinition';
import { isoDate, isoTimestamp, Moment } from '../functions/dateTime';
import { parseDateTime } from '../functions/parseDateTime';
import { leftBytes } from '../functions/scalarFunctions';
import { CopyCommand } from '../sql/parseCopy';
import { RowError } from './LoadError';
import { recognizeMoment } from './recognizeMoment';

const integers: Readonly<Record<string, readonly [bigint, bigint, string]>> = {
  SMALLINT: [-(2n ** 15n), 2n ** 15n - 1n, 'Short'],
  INTEGER: [-(2n ** 31n), 2n ** 31n - 1n, 'Integer'],
  BIGINT: [-(2n ** 63n), 2n ** 63n - 1n, 'Long'],
};

const truths = ['t', 'true', 'y', 'yes', '1'];
const falsehoods = ['f', 'false', 'n', 'no', '0'];

/** Longer integers are compared as BigInt. */
const safeDigits = 15;

/**
 * A field as the text that DuckDB casts to the column's type, or null.
 * `undefined` is a field that its line does not have. Throws RowError
 * (Amazon Redshift Database Developer Guide, "Data conversion parameters").
 */
export function convertField(
  command: CopyCommand,
  column: ColumnDefinition,
  text: string | undefined | null,
): string | null {
  const value = isNull(command, column, text)
    ? null
    : convert(command, column, text as string);
  if (value === null && !column.isNullable) {
    throw new RowError(
      1213,
      'Missing data for not-null field',
      column,
      text ?? '',
    );
  }
  return value;
}

function isNull(
  command: CopyCommand,
  { type }: ColumnDefinition,
  text: string | undefined | null,
): boolean {
  if (text === undefined || text === null || text === command.nullString)
    return true;
  if (type !== 'VARCHAR') return text.trim() === '';
  if (text === '') return command.emptyAsNull;
  return command.blanksAsNull && text.trim() === '';
}

function convert(
  command: CopyCommand,
  column: ColumnDefinition,
  text: string,
): string | null {
  const { type } = column;
  if (type === 'VARCHAR') return convertText(command, column, text);
  const given = text.trim();
  if (Object.hasOwn(integers, type)) return convertInteger(column, given);
  if (type.startsWith('DECIMAL')) return convertDecimal(command, column, given);
  if (type === 'DOUBLE' || type === 'FLOAT') {
    if (
      /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$|^[+-]?(nan|inf(inity)?)$/i.test(
        given,
      )
    ) {
      return given;
    }
    throw new RowError(
      1208,
      invalidDigit(given, /[^0-9+\-.eE]/, 'Double'),
      column,
      text,
    );
  }
  if (type === 'BOOLEAN') {
    const lower = given.toLowerCase();
    if (truths.includes(lower)) return 'true';
    if (falsehoods.includes(lower)) return 'false';
    throw new RowError(1210, 'Unknown boolean format', column, text);
  }
  if (type === 'DATE') return convertDate(command, column, given);
  if (type.startsWith('TIMESTAMP'))
    return convertTimestamp(command, column, given);
  if (type === 'JSON') {
    try {
      JSON.parse(given);
      return given;
    } catch {
      throw new RowError(1224, 'Invalid JSON for a SUPER column', column, text);
    }
  }
  if (type === 'BLOB') {
    if (/^([0-9a-f]{2})*$/i.test(given)) return given;
    throw new RowError(
      1223,
      'VARBYTE is loaded from hexadecimal digits',
      column,
      text,
    );
  }
  if (type.startsWith('TIME')) {
    if (/^\d\d:\d\d(:\d\d(\.\d{1,6})?)?/.test(given)) return given;
    throw new RowError(1206, 'Invalid time format', column, text);
  }
  return text;
}

function convertText(
  command: CopyCommand,
  column: ColumnDefinition,
  text: string,
): string {
  let value = text;
  if (value.includes('\uFFFD')) {
    if (command.invalidCharacter === undefined) {
      throw new RowError(
        1220,
        'String contains invalid or unsupported UTF-8 codepoints. Bad UTF-8 hex sequence',
        column,
        text,
      );
    }
    value = value.replaceAll('\uFFFD', command.invalidCharacter);
  }
  if (command.trimBlanks) value = value.replace(/ +$/, '');
  const { length } = column;
  if (!length || value.length * 4 <= length.bytes) return value;
  if (length.type === 'character' && /[^\0-\x7f]/.test(value)) {
    throw new RowError(
      1220,
      'Multibyte character not supported for CHAR (Hint: Try using VARCHAR).',
      column,
      text,
    );
  }
  if (Buffer.byteLength(value) <= length.bytes) return value;
  if (command.truncateColumns) return leftBytes(value, length.bytes);
  throw new RowError(1204, 'String length exceeds DDL length', column, text);
}

function convertInteger(column: ColumnDefinition, text: string): string {
  const [least, most, name] = integers[column.type];
  if (!/^[+-]?\d+$/.test(text)) {
    throw new RowError(1207, invalidDigit(text, /[^0-9]/, name), column, text);
  }
  const isSmall = text.length <= safeDigits;
  const number = isSmall ? Number(text) : BigInt(text);
  if (number < least || number > most) {
    throw new RowError(
      1222,
      `Overflow, Value '${text}', Type: ${name}`,
      column,
      text,
    );
  }
  return text;
}

function convertDecimal(
  command: CopyCommand,
  column: ColumnDefinition,
  text: string,
): string {
  const match = /^([+-]?)(\d*)(?:\.(\d*))?$/.exec(text);
  if (!match || !/\d/.test(text)) {
    throw new RowError(
      1209,
      invalidDigit(text, /[^0-9.]/, 'Decimal'),
      column,
      text,
    );
  }
  const [precision, scale] = (/\((\d+),(\d+)\)/.exec(column.type) ?? [0, 18, 0])
    .slice(1)
    .map(Number);
  const [, sign, whole, fraction = ''] = match;
  if (whole.replace(/^0+/, '').length > precision - scale) {
    throw new RowError(
      1209,
      `Overflow for NUMERIC(${precision},${scale})`,
      column,
      text,
    );
  }
  // Digits that the column has no place for are cut off, unless ROUNDEC.
  if (fraction.length <= scale || command.roundDecimals) return text;
  return `${sign}${whole || '0'}.${fraction.slice(0, scale) || '0'}`;
}

function convertDate(
  command: CopyCommand,
  column: ColumnDefinition,
  text: string,
): string | null {
  const { dateFormat } = command;
  const moment =
    dateFormat?.toLowerCase() === 'auto'
      ? recognizeMoment(text)
      : readDate(text, dateFormat ?? 'YYYY-MM-DD');
  if (moment) return isoDate(moment);
  if (command.acceptAnyDate) return null;
  throw new RowError(
    1205,
    dateFormat
      ? `Invalid Date Format [${dateFormat}]`
      : 'Invalid Date Format - length must be 10 or more',
    column,
    text,
  );
}

/** A timestamp gives its day to a column of dates. */
function readDate(text: string, format: string): Moment | undefined {
  const day = parseDateTime(text, format, true);
  if (day || format !== 'YYYY-MM-DD') return day;
  return /^\d{4}-\d\d-\d\d[ T]/.test(text) ? recognizeMoment(text) : undefined;
}

function convertTimestamp(
  command: CopyCommand,
  column: ColumnDefinition,
  text: string,
): string | null {
  const { timeFormat } = command;
  const moment = readTimestamp(text, timeFormat);
  if (moment) {
    const keepsZone = column.type.includes('WITH TIME ZONE');
    return isoTimestamp(keepsZone ? moment : { ...moment, offset: undefined });
  }
  if (command.acceptAnyDate) return null;
  throw new RowError(
    1206,
    `Invalid timestamp format or value [${timeFormat ?? 'YYYY-MM-DD HH24:MI:SS'}]`,
    column,
    text,
  );
}

function readTimestamp(
  text: string,
  format: string | undefined,
): Moment | undefined {
  const known = format?.toLowerCase();
  if (known === 'epochsecs' || known === 'epochmillisecs') {
    const ms = Number(text) * (known === 'epochsecs' ? 1000 : 1);
    if (!/^-?\d+(\.\d+)?$/.test(text) || Math.abs(ms) > 8.64e15)
      return undefined;
    return recognizeMoment(new Date(ms).toISOString().replace('Z', ''));
  }
  if (format && known !== 'auto') return parseDateTime(text, format, true);
  if (!format && !/^\d{4}-\d\d-\d\d/.test(text)) return undefined;
  return recognizeMoment(text);
}

function invalidDigit(text: string, wrong: RegExp, type: string): string {
  const sign = /^[+-]/.test(text) ? 1 : 0;
  const found = text.slice(sign).search(wrong);
  const position = found === -1 ? 0 : found + sign;
  return `Invalid digit, Value '${text.charAt(position)}', Pos ${position}, Type: ${type}`;
}
