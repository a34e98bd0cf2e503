/** How the values of one type of partition key are read and ordered. */
export interface KeyType {
  /** For messages: `42 is not <what>`. */
  what: string;
  /** Only strings are compared with patterns. */
  takesPatterns: boolean;
  /** Undefined when the text is no value of the type. */
  read(text: string): KeyValue | undefined;
  /** Negative, zero or positive. Of values that `read` has returned. */
  compare(a: KeyValue, b: KeyValue): number;
}

export type KeyValue = string | bigint | DecimalValue;

/** 0.`digits` times ten to the `exponent`, of any size. */
interface DecimalValue {
  sign: -1 | 0 | 1;
  digits: string;
  exponent: number;
}

const compareNatively = (a: KeyValue, b: KeyValue): number => {
  if (a === b) return 0;
  return a < b ? -1 : 1;
};

const STRING: KeyType = {
  what: 'a string',
  takesPatterns: true,
  read: text => text,
  compare: compareNatively,
};

/** The size of the type is not enforced: a value out of its range equals none. */
const INTEGER: KeyType = {
  what: 'an integer',
  takesPatterns: false,
  read: text => (/^[+-]?\d+$/.test(text) ? BigInt(unsigned(text)) : undefined),
  compare: compareNatively,
};

/** BigInt knows no plus sign. */
function unsigned(text: string): string {
  return text.startsWith('+') ? text.slice(1) : text;
}

const DECIMAL: KeyType = {
  what: 'a decimal number',
  takesPatterns: false,
  read: readDecimal,
  compare: (a, b) => compareDecimals(a as DecimalValue, b as DecimalValue),
};

const DATE: KeyType = {
  what: 'a date (yyyy-mm-dd)',
  takesPatterns: false,
  read: text => (isDate(text) ? text : undefined),
  compare: compareNatively,
};

const TIMESTAMP: KeyType = {
  what: 'a timestamp (yyyy-mm-dd hh:mm:ss[.fffffffff])',
  takesPatterns: false,
  read: readTimestamp,
  compare: compareNatively,
};

/**
 * "Supported Partition Key Types" of GetPartitions (AWS Glue API reference),
 * and char and varchar ("Supported data types" of "Creating partition indexes",
 * AWS Glue Developer Guide).
 */
const TYPES: ReadonlyMap<string, KeyType> = new Map([
  ['string', STRING],
  ['char', STRING],
  ['varchar', STRING],
  ['date', DATE],
  ['timestamp', TIMESTAMP],
  ['int', INTEGER],
  ['bigint', INTEGER],
  ['long', INTEGER],
  ['tinyint', INTEGER],
  ['smallint', INTEGER],
  ['decimal', DECIMAL],
]);

/** What can be filtered by, for messages. */
export const FILTERABLE_TYPES = [...TYPES.keys()].join(', ');

/** @param type - as a column declares it: `int`, `decimal(10,2)` */
export function keyType(type: string): KeyType | undefined {
  const [name] = type.trim().toLowerCase().split(/\s*\(/);
  return TYPES.get(name);
}

function isDate(text: string): boolean {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!parts) return false;
  const [year, month, day] = parts.slice(1).map(Number);
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

/** With all nine digits of the second's fraction, so that text order is time order. */
function readTimestamp(text: string): string | undefined {
  const parts =
    /^(\S+) ([01]\d|2[0-3]):([0-5]\d):([0-5]\d)(?:\.(\d{1,9}))?$/.exec(text);
  if (!parts || !isDate(parts[1])) return undefined;
  const [date, hour, minute, second, fraction = ''] = parts.slice(1);
  return `${date} ${hour}:${minute}:${second}.${fraction.padEnd(9, '0')}`;
}

function readDecimal(text: string): DecimalValue | undefined {
  const parts =
    /^([+-]?)(?=\.?\d)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d{1,9}))?$/.exec(text);
  if (!parts) return undefined;
  const [sign, whole, fraction = '', exponent = '0'] = parts.slice(1);
  const significant = (whole + fraction).replace(/^0+/, '');
  const leadingZeros = whole.length + fraction.length - significant.length;
  const digits = significant.replace(/0+$/, '');
  if (digits === '') return { sign: 0, digits: '', exponent: 0 };
  return {
    sign: sign === '-' ? -1 : 1,
    digits,
    exponent: Number(exponent) + whole.length - leadingZeros,
  };
}

function compareDecimals(a: DecimalValue, b: DecimalValue): number {
  if (a.sign !== b.sign) return a.sign - b.sign;
  const magnitude =
    a.exponent - b.exponent || compareNatively(a.digits, b.digits);
  return a.sign * magnitude;
}
