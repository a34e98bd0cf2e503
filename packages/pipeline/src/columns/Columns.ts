import { nearest } from '../expressions/nearest';
import { parseExpression } from '../expressions/parseExpression';
import { ExpressionError } from '../expressions/tokenize';
import type { Report } from '../report';
import type { ColumnType } from './columnFields';

/**
 * Columns by their names, in order. The type is `undefined` where only a run
 * can tell it, as of an expression.
 */
export type Columns = ReadonlyMap<string, ColumnType | undefined>;

/** Each holds, at least nearly, the values of those before it. */
const NUMBERS: readonly (ColumnType | undefined)[] = [
  'int',
  'bigint',
  'decimal',
  'double',
];

export const isNumber = (type: ColumnType | undefined) =>
  NUMBERS.includes(type);

/** Whether values of two types can be equal without one of them being changed first. */
export const comparable = (
  a: ColumnType | undefined,
  b: ColumnType | undefined,
) =>
  a === undefined || b === undefined || a === b || (isNumber(a) && isNumber(b));

const FAMILIES: readonly (readonly (ColumnType | undefined)[])[] = [
  [...NUMBERS, 'boolean'],
  ['date', 'timestamp'],
];

/** Whether values of a type can be written as values of another one. */
export const castable = (from: ColumnType | undefined, to: ColumnType) =>
  from === undefined ||
  from === to ||
  from === 'string' ||
  to === 'string' ||
  FAMILIES.some(family => family.includes(from) && family.includes(to));

/** The type of values of two comparable types. */
export const wider = (a: ColumnType | undefined, b: ColumnType | undefined) =>
  a === undefined || b === undefined
    ? undefined
    : [a, b].sort(
        (one, other) => NUMBERS.indexOf(one) - NUMBERS.indexOf(other),
      )[1];

export const ROWS_SO_FAR = 'the rows so far';
export const RESULTING_ROWS = 'the resulting rows';

/**
 * Says where a column is missing, and which may have been meant.
 *
 * @param columns - those there are; of `undefined` nothing can be said
 * @param where - whose columns they are, for example `the rows of hiring`
 */
export function expectColumn(
  path: (string | number)[],
  name: string,
  columns: Columns | undefined,
  report: Report,
  where = ROWS_SO_FAR,
): boolean {
  if (columns === undefined || columns.has(name)) {
    return true;
  }
  const near = nearest(name, [...columns.keys()]);
  report(
    path,
    `${where} have no column "${name}": use ${
      near === undefined ? '' : `"${near}", or another `
    }one of ${[...columns.keys()].join(', ')}`,
  );
  return false;
}

/** The same for every column of a list. */
export function expectColumns(
  field: string,
  names: readonly string[],
  columns: Columns | undefined,
  report: Report,
) {
  names.forEach((name, index) =>
    expectColumn([field, index], name, columns, report),
  );
}

/** The same for every column that an expression names. */
export function expectColumnsOf(
  path: (string | number)[],
  expression: string,
  columns: Columns | undefined,
  report: Report,
  where = ROWS_SO_FAR,
) {
  try {
    for (const name of parseExpression(expression).columns) {
      // Spark tells names apart without their case.
      expectColumn(path, name.toLowerCase(), columns, report, where);
    }
  } catch (error) {
    // What is no expression has been said where the field was read.
    if (!(error instanceof ExpressionError)) {
      throw error;
    }
  }
}
