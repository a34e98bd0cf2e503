import { NumberText } from './jsonSample';
import type { DeclaredColumn } from './SourceColumns';

/** How many rows of a source are shown. */
export const MOST_ROWS = 10;

/** Characters of a value that are shown. */
const MOST_CHARACTERS = 200;

function textOf(value: unknown): string {
  if (value instanceof NumberText) {
    return value.text;
  }
  if (value instanceof Date) {
    return value.toISOString();
  }
  return typeof value === 'object'
    ? JSON.stringify(value, (_, inner) =>
        typeof inner === 'bigint' ? String(inner) : inner,
      )
    : String(value);
}

/** A value as people read it; `null` where there is none. */
export function shownValue(value: unknown): string | null {
  if (value === null || value === undefined) {
    return null;
  }
  const text = textOf(value);
  return text.length > MOST_CHARACTERS
    ? `${text.slice(0, MOST_CHARACTERS)}…`
    : text;
}

/** Rows that name their values, in the order of the columns. */
export const rowsByColumns = (
  columns: readonly Pick<DeclaredColumn, 'name' | 'key'>[],
  rows: readonly Record<string, unknown>[],
): (string | null)[][] =>
  rows
    .slice(0, MOST_ROWS)
    .map(row => columns.map(({ name, key = name }) => shownValue(row[key])));
