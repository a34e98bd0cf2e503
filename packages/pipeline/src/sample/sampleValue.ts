import type { ColumnType, SourceColumn } from '../columns/columnFields';

/** Every seventh row lacks the values that may be missing. */
const MISSING_EVERY = 7;

/** How many values around a number or a day are made that an expression compares with. */
const AROUND = 5;

const DAY_MS = 24 * 60 * 60_000;
const HOUR_MS = 60 * 60_000;
const FIRST_DAY = Date.UTC(2026, 0, 1);

/** The whole number that stands for a row: about one that an expression names, where it names one. */
function numberOf(index: number, literals: readonly string[]): number {
  const numbers = literals.map(Number).filter(Number.isFinite);
  const literal = numbers[index % Math.max(numbers.length, 1)];
  return literal === undefined
    ? index + 1
    : Math.trunc(literal) + (index % AROUND) - Math.trunc(AROUND / 2);
}

function timeOf(index: number, literals: readonly string[], step: number) {
  const times = literals
    .map(text => Date.parse(text.length > 10 ? `${text}Z` : text))
    .filter(Number.isFinite);
  const literal = times[index % Math.max(times.length, 1)];
  return new Date(
    literal === undefined
      ? FIRST_DAY + index * step
      : literal + ((index % AROUND) - Math.trunc(AROUND / 2)) * step,
  ).toISOString();
}

/** A decimal of the digits that the column has, to the last place. */
function decimalOf(
  number: number,
  { precision = 1, scale = 0 }: Pick<SourceColumn, 'precision' | 'scale'>,
): string {
  const whole = precision - scale;
  // Short enough for a number of JavaScript, which is exact to 15 digits.
  const limit = 10 ** Math.min(whole, 9);
  const digits = String(Math.abs(number) % limit);
  const places =
    scale === 0 ? '' : `.${'25'.repeat(19).slice(0, Math.min(scale, 6))}`;
  return `${number < 0 ? '-' : ''}${whole === 0 ? '0' : digits}${places}`;
}

/** How a value of each type is written in JSON. */
const WRITTEN: Record<
  ColumnType,
  (index: number, literals: readonly string[], column: SourceColumn) => string
> = {
  boolean: index => String(index % 2 === 0),
  int: (index, literals) => String(numberOf(index, literals)),
  bigint: (index, literals) => String(numberOf(index, literals)),
  double: (index, literals) => `${numberOf(index, literals)}.5`,
  decimal: (index, literals, column) =>
    decimalOf(numberOf(index, literals), column),
  string: (index, literals) =>
    // Every other row has a value that an expression asks for.
    JSON.stringify(
      literals.length > 0 && index % 2 === 0
        ? literals[(index / 2) % literals.length]
        : `text ${index + 1}`,
    ),
  date: (index, literals) =>
    JSON.stringify(timeOf(index, literals, DAY_MS).slice(0, 10)),
  timestamp: (index, literals) =>
    JSON.stringify(timeOf(index, literals, HOUR_MS).slice(0, 19)),
};

/**
 * A made-up value of a column, as JSON. It depends on the type and the row
 * only, so that keys of equal types find partners in other sources.
 *
 * @param literals - what expressions compare the column with
 */
export function sampleValue(
  column: SourceColumn,
  index: number,
  literals: readonly string[] = [],
): string {
  return column.nullable && index % MISSING_EVERY === MISSING_EVERY - 1
    ? 'null'
    : WRITTEN[column.type](index, literals, column);
}
