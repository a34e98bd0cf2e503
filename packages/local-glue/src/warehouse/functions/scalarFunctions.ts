import {
  DuckDBConnection,
  DuckDBScalarFunction,
  DuckDBType,
  VARCHAR,
} from '@duckdb/node-api';
import { createHash } from 'node:crypto';
import { isoDate, isoTimestamp, readMoment } from './dateTime';
import { formatDateTime } from './formatDateTime';
import { formatNumber, parseNumber } from './formatNumber';
import { parseDateTime } from './parseDateTime';

type Text = string | null;

/** TO_CHAR of whatever type, which `type` names as DuckDB does. */
export function toChar(value: string, type: string, format: string): string {
  if (/^(DATE|TIME)/.test(type)) {
    const moment = readMoment(value);
    if (!moment) throw new Error(`TO_CHAR cannot format ${value}`);
    return formatDateTime(moment, format);
  }
  return formatNumber(value, format);
}

function toDate(text: string, format: string, isStrict: string): string {
  const moment = parseDateTime(text, format, isStrict === 'true');
  if (!moment) {
    throw new Error(
      `date ${JSON.stringify(text)} does not match the format ${JSON.stringify(format)}`,
    );
  }
  return isoDate(moment);
}

function toTimestamp(text: string, format: string, isStrict: string): string {
  const moment = parseDateTime(text, format, isStrict === 'true');
  if (!moment) {
    throw new Error(
      `timestamp ${JSON.stringify(text)} does not match the format ${JSON.stringify(format)}`,
    );
  }
  return isoTimestamp({ ...moment, offset: moment.offset ?? 0 });
}

/** Documented for 0 (which is 256), 224, 256, 384 and 512 bits; null for another number. */
function sha2(text: string, bits: string): Text {
  const length = bits === '0' ? '256' : bits;
  if (!['224', '256', '384', '512'].includes(length)) return null;
  return createHash(`sha${length}`).update(text).digest('hex');
}

const fnvOffset = 0xcbf29ce484222325n;
const fnvPrime = 0x100000001b3n;

/** The 64-bit FNV-1a hash of a text's bytes, as a signed integer. */
export function fnvHash(text: string): string {
  let hash = fnvOffset;
  for (const byte of Buffer.from(text)) {
    // eslint-disable-next-line no-bitwise -- the hash is defined by them
    hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * fnvPrime);
  }
  return BigInt.asIntN(64, hash).toString();
}

const castagnoli = 0x82f63b78n;

/** Redshift's CRC32 is the one with Castagnoli's polynomial, as the guide's example shows; 8 hexadecimal digits. */
export function crc32c(text: string): string {
  let crc = 0xffffffffn;
  for (const byte of Buffer.from(text)) {
    // eslint-disable-next-line no-bitwise -- the checksum is defined by them
    crc ^= BigInt(byte);
    for (let bit = 0; bit < 8; bit++) {
      // eslint-disable-next-line no-bitwise -- the checksum is defined by them
      crc = crc & 1n ? (crc >> 1n) ^ castagnoli : crc >> 1n;
    }
  }
  return (0xffffffffn - crc).toString(16).padStart(8, '0');
}

/** Text in a base from 2 to 36 as a decimal number (Amazon Redshift Database Developer Guide, "STRTOL"). */
export function strtol(text: string, base: string): string {
  const radix = Number(base);
  const digits = text.trim().toLowerCase();
  const match = /^([+-]?)(?:0x)?([0-9a-z]+)$/.exec(
    radix === 16 ? digits : digits.replace(/^0x/, '!'),
  );
  let value = 0n;
  for (const digit of match?.[2] ?? '!') {
    const worth = parseInt(digit, 36);
    if (!(worth < radix)) {
      throw new Error(
        `The input ${text} is not valid to be converted to base ${base}`,
      );
    }
    value = value * BigInt(radix) + BigInt(worth);
  }
  return String(match?.[1] === '-' ? -value : value);
}

/** The first letter of each word in upper case; words end at what is no letter or digit. */
export function initcap(text: string): string {
  return text
    .toLowerCase()
    .replace(
      /(^|[^\p{L}\p{N}])(\p{L})/gu,
      (_, before: string, letter: string) => before + letter.toUpperCase(),
    );
}

/** As many whole characters as fit into so many bytes of UTF-8. */
export function leftBytes(text: string, bytes: number): string {
  const buffer = Buffer.from(text);
  if (buffer.length <= bytes) return text;
  let end = bytes;
  // Bytes that begin with the bits 10 go on with a character.
  while (end > 0 && buffer[end] >= 0x80 && buffer[end] < 0xc0) end--;
  return buffer.toString('utf8', 0, end);
}

/**
 * What the macros cannot say in SQL, from texts to a text. They run in this
 * process; a macro of Redshift's name calls each one.
 */
const functions: readonly (readonly [
  string,
  number,
  (...texts: string[]) => Text,
])[] = [
  ['redshift_to_char', 3, toChar],
  ['redshift_to_date', 3, toDate],
  ['redshift_to_timestamp', 3, toTimestamp],
  ['redshift_to_number', 2, parseNumber],
  ['redshift_sha2', 2, sha2],
  ['redshift_crc32', 1, crc32c],
  ['redshift_fnv_hash', 1, fnvHash],
  ['redshift_strtol', 2, strtol],
  ['redshift_initcap', 1, initcap],
  ['redshift_left_bytes', 2, (text, bytes) => leftBytes(text, Number(bytes))],
];

/** Makes the functions known to every connection of the instance. */
export function registerFunctions(connection: DuckDBConnection): void {
  for (const [name, count, apply] of functions) {
    const parameterTypes: DuckDBType[] = Array(count).fill(VARCHAR);
    connection.registerScalarFunction(
      DuckDBScalarFunction.create({
        name,
        parameterTypes,
        returnType: VARCHAR,
        mainFunction(_info, input, output) {
          const columns = parameterTypes.map((_type, index) =>
            input.getColumnValues(index),
          );
          for (let row = 0; row < input.rowCount; row++) {
            const values = columns.map(column => column[row]);
            output.setItem(
              row,
              values.includes(null) ? null : apply(...values.map(String)),
            );
          }
          output.flush();
        },
      }),
    );
  }
}
