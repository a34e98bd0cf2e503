import {
  MAX_PRECISION,
  type ColumnType,
  type SourceColumn,
} from './columnFields';

/**
 * A type as rows have it: of decimals with their digits, where they are known.
 *
 * @public
 */
export type RowType = ColumnType | `decimal(${number},${number})`;

const DECIMAL = /^decimal\((\d+),(\d+)\)$/;

/** Each holds, at least nearly, the values of those before it. */
const NUMBERS: readonly (ColumnType | undefined)[] = [
  'int',
  'bigint',
  'decimal',
  'double',
];

/** A decimal of at most the digits that Spark has (DecimalType.bounded). */
export const decimal = (precision: number, scale: number): RowType =>
  `decimal(${Math.min(precision, MAX_PRECISION)},${Math.min(scale, MAX_PRECISION)})`;

/** The type of a column as it is declared. */
export const declaredType = ({
  type,
  precision,
  scale,
}: Pick<SourceColumn, 'type' | 'precision' | 'scale'>): RowType =>
  type === 'decimal' && precision !== undefined && scale !== undefined
    ? decimal(precision, scale)
    : type;

/** The type without its digits. */
export const plainType = (type: RowType | undefined): ColumnType | undefined =>
  type === undefined || !DECIMAL.test(type) ? (type as ColumnType) : 'decimal';

/** The digits of a decimal, in all and behind the point, where they are known. */
export function digitsOf(
  type: RowType | undefined,
): { precision: number; scale: number } | undefined {
  const [, precision, scale] = DECIMAL.exec(type ?? '') ?? [];
  return precision === undefined
    ? undefined
    : { precision: Number(precision), scale: Number(scale) };
}

export const isNumber = (type: RowType | undefined) =>
  NUMBERS.includes(plainType(type));

/** Whether two types are the same, as far as their digits are known. */
export const sameType = (a: RowType, b: RowType) =>
  a === b || (plainType(a) === plainType(b) && (!digitsOf(a) || !digitsOf(b)));

/**
 * Whether values of two types can be equal without one of them being changed first.
 *
 * @public
 */
export const comparable = (a: RowType | undefined, b: RowType | undefined) =>
  a === undefined ||
  b === undefined ||
  plainType(a) === plainType(b) ||
  (isNumber(a) && isNumber(b));

const FAMILIES: readonly (readonly (ColumnType | undefined)[])[] = [
  [...NUMBERS, 'boolean'],
  ['date', 'timestamp'],
];

/** Whether values of a type can be written as values of another one. */
export function castable(from: RowType | undefined, to: ColumnType): boolean {
  const plain = plainType(from);
  return (
    plain === undefined ||
    plain === to ||
    plain === 'string' ||
    to === 'string' ||
    FAMILIES.some(family => family.includes(plain) && family.includes(to))
  );
}

/** The digits that hold every value of a whole number (Spark's DecimalType.forType). */
const WHOLE_DIGITS: Partial<Record<RowType, RowType>> = {
  int: 'decimal(10,0)',
  bigint: 'decimal(20,0)',
};

/** The type of values of two comparable types; of decimals as Spark widens them. */
export function wider(
  a: RowType | undefined,
  b: RowType | undefined,
): RowType | undefined {
  if (a === undefined || b === undefined || a === b) {
    return a && b;
  }
  const [, widest] = [plainType(a), plainType(b)].sort(
    (one, other) => NUMBERS.indexOf(one) - NUMBERS.indexOf(other),
  );
  if (widest !== 'decimal') {
    return widest;
  }
  const [one, other] = [a, b].map(type => digitsOf(WHOLE_DIGITS[type] ?? type));
  if (!one || !other) {
    return 'decimal';
  }
  const scale = Math.max(one.scale, other.scale);
  return decimal(
    Math.max(one.precision - one.scale, other.precision - other.scale) + scale,
    scale,
  );
}
