/** Values that expressions compare columns with, by the column. */
export type Literals = ReadonlyMap<string, readonly string[]>;

const TEXT = `'(?:[^'\\\\]|\\\\.|'')*'`;
const LITERAL = `(?:(?:date|timestamp)\\s*)?${TEXT}|-?\\d+(?:\\.\\d+)?`;
const COLUMN = '`(?:[^`]|``)+`|[a-z_]\\w*';

const COMPARED = new RegExp(
  `(${COLUMN})\\s*(?:=|==|<=>|<>|!=|<=|>=|<|>|like)\\s*(${LITERAL})`,
  'gi',
);
const LISTED = new RegExp(
  `(${COLUMN})\\s+in\\s*\\(\\s*((?:${LITERAL})(?:\\s*,\\s*(?:${LITERAL}))*)\\s*\\)`,
  'gi',
);
const EACH = new RegExp(LITERAL, 'gi');

const columnName = (text: string) =>
  (text.startsWith('`')
    ? text.slice(1, -1).replaceAll('``', '`')
    : text
  ).toLowerCase();

/** A literal's value as text: `'USA'`, `date '2026-01-01'` and `5` are USA, 2026-01-01 and 5. */
function valueOf(literal: string): string {
  const [, quoted] = /'([^]*)'$/.exec(literal) ?? [];
  return quoted === undefined
    ? literal
    : quoted.replaceAll("''", "'").replace(/\\(.)/g, '$1');
}

/** All texts inside of a value, however deep. */
const textsIn = (value: unknown): string[] => {
  if (typeof value === 'string') {
    return [value];
  }
  return typeof value === 'object' && value !== null
    ? Object.values(value).flatMap(textsIn)
    : [];
};

/**
 * What the expressions of some steps compare columns with, so that rows can
 * be made that meet the conditions. A guess by their words, which may miss
 * some: nothing depends on it but how useful those rows are.
 */
export function literalsOf(steps: readonly unknown[]): Literals {
  const found = new Map<string, string[]>();
  const add = (column: string, literal: string) => {
    const values = found.get(columnName(column)) ?? [];
    const value = valueOf(literal);
    found.set(
      columnName(column),
      values.includes(value) ? values : [...values, value],
    );
  };
  for (const text of textsIn(steps)) {
    for (const [, column, literal] of text.matchAll(COMPARED)) {
      add(column, literal);
    }
    for (const [, column, list] of text.matchAll(LISTED)) {
      for (const [literal] of list.matchAll(EACH)) {
        add(column, literal);
      }
    }
  }
  return found;
}
