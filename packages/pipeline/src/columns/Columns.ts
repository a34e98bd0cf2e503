import { nearest } from '../expressions/nearest';
import { parseExpression } from '../expressions/parseExpression';
import { ExpressionError } from '../expressions/tokenize';
import type { Report } from '../report';
import type { RowType } from './rowTypes';

/**
 * Columns by their names, in order. The type is `undefined` where only a run
 * can tell it, as of an expression.
 */
export type Columns = ReadonlyMap<string, RowType | undefined>;

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

/**
 * The same for every column that an expression names.
 *
 * @returns the type of its value; `undefined` where only a run can tell it
 */
export function expectExpression(
  path: (string | number)[],
  expression: string,
  columns: Columns | undefined,
  report: Report,
  where = ROWS_SO_FAR,
): RowType | undefined {
  try {
    const { columns: names, type } = parseExpression(expression, columns);
    for (const name of names) {
      // Spark tells names apart without their case.
      expectColumn(path, name.toLowerCase(), columns, report, where);
    }
    return type;
  } catch (error) {
    // What is no expression has been said where the field was read.
    if (error instanceof ExpressionError) {
      return undefined;
    }
    throw error;
  }
}

/** The same for an expression that is true or false. */
export function expectCondition(
  path: (string | number)[],
  condition: string,
  columns: Columns | undefined,
  report: Report,
  where = ROWS_SO_FAR,
) {
  const type = expectExpression(path, condition, columns, report, where);
  if (type !== undefined && type !== 'boolean') {
    report(
      path,
      `gives a ${type}, and a condition is true or false: compare it with a value`,
    );
  }
}
