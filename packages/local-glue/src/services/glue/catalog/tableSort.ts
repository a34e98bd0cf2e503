import type { SortCriterion } from '@aws-sdk/client-glue';
import { invalidInput } from '../errors';
import type { StoredTable } from '../store/definitions';
import { FIELD_NAMES, textField, timeField } from './searchFields';

/** Where a table comes in the order of a search: what it is sorted by, database, name. */
export type SortKey = readonly [string | number, string, string];

export interface TableOrder {
  keyOf(table: StoredTable): SortKey;
  compare(a: SortKey, b: SortKey): number;
}

/**
 * The order of SearchTables: by the criterion, and within it by database and
 * name. The order without a criterion is not documented. Tables that lack the
 * member come first in ascending order.
 *
 * @throws AwsError InvalidInputException
 */
export function tableOrder(criterion: SortCriterion | undefined): TableOrder {
  const read = fieldReader(criterion?.FieldName);
  const direction = criterion?.Sort === 'DESC' ? -1 : 1;
  return {
    keyOf: table => [read(table), table.DatabaseName, table.Name],
    compare: ([a, ...namesOfA], [b, ...namesOfB]) =>
      direction * compare(a, b) ||
      compare(namesOfA[0], namesOfB[0]) ||
      compare(namesOfA[1], namesOfB[1]),
  };
}

function fieldReader(
  name: string | undefined,
): (table: StoredTable) => string | number {
  if (name === undefined) return () => '';
  const text = textField(name);
  if (text) return table => text(table) ?? '';
  const time = timeField(name);
  if (time) return table => time(table)?.getTime() ?? 0;
  throw invalidInput(
    `Value at 'SortCriteria' is not valid: tables are not sorted by ${name}, but by one of ${FIELD_NAMES}.`,
  );
}

function compare(a: string | number, b: string | number): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
