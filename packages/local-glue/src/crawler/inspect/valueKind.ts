/**
 * What a text value can be, as a set of bits: a whole number is a number too.
 * The kind of a column is what all of its values can be.
 */
export const kinds = {
  text: 0,
  boolean: 1,
  double: 2,
  bigint: 2 + 4,
  /** No value says anything against any type. */
  empty: 1 + 2 + 4 + 8,
} as const;

export type ValueKind = number;

const wholeNumber = 4;
const noValue = 8;

const minBigint = -(2n ** 63n);
const maxBigint = 2n ** 63n - 1n;

const zero = 0x30;
const nine = 0x39;

const words = new Map<string, ValueKind>([
  ['true', kinds.boolean],
  ['false', kinds.boolean],
  ['nan', kinds.double],
  ['inf', kinds.double],
  ['infinity', kinds.double],
]);

/**
 * The kind of the value in `bytes` from `from` up to `to`; blanks around it do
 * not count. Numbers with leading zeros are texts (they are codes),
 * and so are dates, as Glue's CSV classifier says. Whole numbers beyond 64 bits
 * are doubles.
 */
export function valueKind(
  bytes: Uint8Array,
  from: number,
  to: number,
): ValueKind {
  let start = from;
  let end = to;
  while (start < end && bytes[start] <= 0x20) start++;
  while (end > start && bytes[end - 1] <= 0x20) end--;
  if (start === end) return kinds.empty;
  const first = bytes[start];
  const isNumber =
    (first >= zero && first <= nine) ||
    first === 0x2b /* + */ ||
    first === 0x2d /* - */ ||
    first === 0x2e; /* . */
  if (isNumber) return numberKind(bytes, start, end);
  if (end - start > 8) return kinds.text;
  return (
    words.get(
      Buffer.from(bytes.subarray(start, end)).toString('latin1').toLowerCase(),
    ) ?? kinds.text
  );
}

function numberKind(bytes: Uint8Array, start: number, end: number): ValueKind {
  let index = start;
  const isSigned = bytes[index] === 0x2b || bytes[index] === 0x2d;
  if (isSigned) index++;
  const digits = index;
  while (isDigit(bytes, index, end)) index++;
  const whole = index - digits;
  if (whole > 1 && bytes[digits] === zero) return kinds.text;
  if (index === end && whole > 0) return wholeKind(bytes, start, end, whole);
  let fraction = 0;
  if (bytes[index] === 0x2e && index < end) {
    index++;
    const point = index;
    while (isDigit(bytes, index, end)) index++;
    fraction = index - point;
  }
  if (whole + fraction === 0) return kinds.text;
  const isExponent =
    index < end && (bytes[index] === 0x65 || bytes[index] === 0x45);
  if (isExponent) {
    index++;
    if (bytes[index] === 0x2b || bytes[index] === 0x2d) index++;
    const exponent = index;
    while (isDigit(bytes, index, end)) index++;
    if (index === exponent) return kinds.text;
  }
  return index === end ? kinds.double : kinds.text;
}

function wholeKind(
  bytes: Uint8Array,
  start: number,
  end: number,
  digits: number,
): ValueKind {
  // `+5` and `-0` would not come back as they were.
  const isWritten =
    bytes[start] !== 0x2b &&
    !(bytes[start] === 0x2d && bytes[end - 1] === zero && digits === 1);
  if (!isWritten) return kinds.double;
  if (digits < 19) return kinds.bigint;
  if (digits > 19) return kinds.double;
  const value = BigInt(
    Buffer.from(bytes.subarray(start, end)).toString('latin1'),
  );
  return value >= minBigint && value <= maxBigint ? kinds.bigint : kinds.double;
}

function isDigit(bytes: Uint8Array, index: number, end: number): boolean {
  return index < end && bytes[index] >= zero && bytes[index] <= nine;
}

/* eslint-disable no-bitwise -- kinds are sets of bits */

/** What both can be. */
export function meet(a: ValueKind, b: ValueKind): ValueKind {
  return a & b;
}

/** The Hive type of a column whose values can all be of the kind. */
export function typeOfKind(kind: ValueKind): string {
  if (kind & noValue) return 'string';
  if (kind & wholeNumber) return 'bigint';
  if (kind & kinds.double) return 'double';
  return kind & kinds.boolean ? 'boolean' : 'string';
}
