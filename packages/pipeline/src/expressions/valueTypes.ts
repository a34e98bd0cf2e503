import { isNumber, plainType, wider, type RowType } from '../columns/rowTypes';

type Type = RowType | undefined;

/** The types that CAST may name, in the language's words. */
export const NAMED_TYPES: Record<string, RowType> = {
  boolean: 'boolean',
  tinyint: 'int',
  byte: 'int',
  smallint: 'int',
  short: 'int',
  int: 'int',
  integer: 'int',
  bigint: 'bigint',
  long: 'bigint',
  float: 'double',
  real: 'double',
  double: 'double',
  decimal: 'decimal',
  dec: 'decimal',
  numeric: 'decimal',
  string: 'string',
  date: 'date',
  timestamp: 'timestamp',
};

/** What CAST AS DECIMAL means without digits. */
export const DEFAULT_DIGITS = [10, 0];

const words = (text: string) => text.trim().split(/\s+/);

/** What functions give whatever they are given (Apache Spark SQL reference, "Built-in Functions"). */
const GIVES: readonly (readonly [RowType, readonly string[]])[] = [
  [
    'boolean',
    words(`boolean contains endswith equal_null isnan isnotnull isnull regexp
      regexp_like startswith`),
  ],
  [
    'int',
    words(`ascii bit_count bit_length char_length character_length date_diff
      datediff day dayofmonth dayofweek dayofyear find_in_set hash hour instr int
      json_array_length len length levenshtein locate minute month octet_length
      position quarter regexp_count regexp_instr second unix_date weekday
      weekofyear year`),
  ],
  [
    'bigint',
    words(`bigint crc32 factorial to_unix_timestamp unix_micros unix_millis
      unix_seconds width_bucket xxhash64`),
  ],
  [
    'double',
    words(`acos asin atan atan2 cbrt cos cosh cot csc degrees double exp expm1
      hypot ln log log10 log1p log2 months_between pow power radians rint sec sin
      sinh sqrt tan tanh`),
  ],
  [
    'string',
    words(`base64 bin btrim char chr concat_ws conv date_format format_number
      from_unixtime get_json_object hex initcap lcase lower ltrim mask md5
      parse_url regexp_extract regexp_replace regexp_substr replace rtrim sha sha1
      sha2 soundex space split_part string substring_index to_char translate trim
      ucase upper url_decode url_encode`),
  ],
  [
    'date',
    words(`add_months date date_add date_from_unix_date date_sub last_day
      make_date next_day to_date trunc`),
  ],
  [
    'timestamp',
    words(`date_trunc from_utc_timestamp make_timestamp timestamp
      timestamp_micros timestamp_millis timestamp_seconds to_timestamp
      to_utc_timestamp try_to_timestamp`),
  ],
];

const BY_NAME = new Map(
  GIVES.flatMap(([type, names]) => names.map(name => [name, type] as const)),
);

/** These give a value of the type of the first one that they are given. */
const AS_THE_FIRST = new Set(words('abs negative nullif positive'));

/** The same of texts; of bytes they give bytes. */
const TEXT_OF_TEXT = new Set(
  words('left lpad overlay repeat reverse right rpad substr substring'),
);

/** These give whole numbers of numbers, unless a number of places is given beside. */
const TO_WHOLE = new Set(words('ceil ceiling floor'));

/** These give one of the values that they are given, from a position on. */
const ONE_OF = new Map([
  ...words('coalesce greatest ifnull least nvl').map(
    name => [name, 0] as const,
  ),
  ['if', 1] as const,
  ['nvl2', 1] as const,
]);

/** The type of a value that is one of several; `undefined` where it cannot be told. */
export const typeOfOne = (types: readonly Type[]): Type =>
  types.reduce((one, other) =>
    one === other || (isNumber(one) && isNumber(other))
      ? wider(one, other)
      : undefined,
  );

/** Of bytes, which have no word in the language, it would be bytes. */
export const joined = (types: readonly Type[]): Type =>
  types.includes(undefined) ? undefined : 'string';

/** The type of what a function gives; `undefined` where only a run can tell it. */
export function functionType(name: string, given: readonly Type[]): Type {
  const always = BY_NAME.get(name);
  if (always) {
    return always;
  }
  const [first] = given;
  if (AS_THE_FIRST.has(name)) {
    return first;
  }
  if (TEXT_OF_TEXT.has(name)) {
    return first === 'string' ? 'string' : undefined;
  }
  if (TO_WHOLE.has(name) && given.length === 1) {
    return first === 'double' || first === 'bigint' ? 'bigint' : undefined;
  }
  const from = ONE_OF.get(name);
  if (from !== undefined) {
    return given.length > from ? typeOfOne(given.slice(from)) : undefined;
  }
  return name === 'concat' ? joined(given) : undefined;
}

/** The type of what an operator of two values gives. */
export function operatorType(operator: string, one: Type, other: Type): Type {
  if (operator === '||') {
    return joined([one, other]);
  }
  if (operator === 'DIV') {
    return isNumber(one) && isNumber(other) ? 'bigint' : undefined;
  }
  if (!isNumber(one) || !isNumber(other)) {
    return undefined;
  }
  const type = plainType(wider(one, other));
  if (operator === '/') {
    return type === 'decimal' ? 'decimal' : 'double';
  }
  return type;
}

const WHOLE_MOST = { int: 2147483647n, bigint: 9223372036854775807n };

/** The type of a number as it is written (Apache Spark SQL reference, "Literals"). */
export function numberType(text: string): RowType {
  const [, number, suffix] = /^(.*?)(BD|[LSYDF])?$/i.exec(text)!;
  const types: Record<string, RowType> = {
    L: 'bigint',
    S: 'int',
    Y: 'int',
    D: 'double',
    F: 'double',
    BD: 'decimal',
  };
  if (suffix) {
    return types[suffix.toUpperCase()];
  }
  if (/e/i.test(number)) {
    return 'double';
  }
  if (number.includes('.')) {
    return 'decimal';
  }
  const value = BigInt(number);
  if (value <= WHOLE_MOST.int) {
    return 'int';
  }
  return value <= WHOLE_MOST.bigint ? 'bigint' : 'decimal';
}
