import { expectColumn, type Columns } from '../columns/Columns';
import {
  decimal,
  digitsOf,
  isNumber,
  plainType,
  type RowType,
} from '../columns/rowTypes';
import type { Report } from '../report';

/** What can be computed of the values of several rows, with what a form calls it. */
export const MEASURES = ['count', 'sum', 'avg', 'min', 'max'] as const;
export const MEASURE_NAMES = ['count', 'sum', 'average', 'least', 'greatest'];

/** A measure, as steps have it. */
export interface Measure {
  function: string;
  column?: string | undefined;
}

/** Says where a measure lacks its column. */
export function checkMeasure(
  path: (string | number)[],
  { function: name, column }: Measure,
  report: Report,
) {
  if (name !== 'count' && column === undefined) {
    report(
      [...path, 'column'],
      `is missing: name the column whose ${name} is computed`,
    );
  }
}

/** Checks the column of a measure. */
export function expectMeasure(
  path: (string | number)[],
  { function: name, column }: Measure,
  rows: Columns | undefined,
  report: Report,
) {
  if (
    column !== undefined &&
    expectColumn([...path, 'column'], column, rows, report) &&
    (name === 'sum' || name === 'avg') &&
    rows?.get(column) !== undefined &&
    !isNumber(rows.get(column))
  ) {
    report(
      [...path, 'column'],
      `"${column}" is a ${rows.get(column)}, and ${name} needs a number: give the column the type of a number in sources or by a step cast before it, or choose another function`,
    );
  }
}

/** The type of a measure. */
export function measureType(
  { function: name, column }: Measure,
  rows: Columns | undefined,
): RowType | undefined {
  const type = column === undefined ? undefined : rows?.get(column);
  if (name === 'count') {
    return 'bigint';
  }
  if (type === undefined || (name !== 'sum' && name !== 'avg')) {
    return type;
  }
  if (plainType(type) === 'decimal') {
    // Sum and Average of Spark: ten digits more, or four of them behind the point.
    const digits = digitsOf(type);
    const more = name === 'sum' ? [10, 0] : [4, 4];
    return digits
      ? decimal(digits.precision + more[0], digits.scale + more[1])
      : 'decimal';
  }
  if (name === 'sum') {
    return type === 'double' ? 'double' : 'bigint';
  }
  return 'double';
}
