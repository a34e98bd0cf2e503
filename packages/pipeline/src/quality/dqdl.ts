/**
 * What may stand in a quoted text of DQDL. Its grammar (awslabs/dqdl,
 * CommonLexerRules.g4) escapes quotes and backslashes, but not in the same way
 * in every place, and `$` begins a variable.
 */
const PLAIN = /^[^"\\$\n\r]*$/;

/** A quoted text of DQDL; `undefined` of one that DQDL may read otherwise. */
export const quoted = (text: string): string | undefined =>
  PLAIN.test(text) ? `"${text}"` : undefined;

/** A number as DQDL writes one: without `+`, exponent or a missing digit. */
export const numeral = (text: string): string | undefined =>
  /^-?\d+(\.\d+)?$/.test(text) ? text : undefined;

/** Rules that must all hold. */
export const all = (rules: readonly string[]): string =>
  rules.length === 1 ? rules[0] : rules.map(rule => `(${rule})`).join(' and ');

/**
 * A rule of the values that there are: a missing one fails `ColumnValues`
 * otherwise (AWS Glue User Guide, "ColumnValues").
 */
export const columnValues = (column: string, condition: string): string =>
  `ColumnValues "${column}" ${condition} where "${column} is not null"`;

/** No row is of this condition of Spark SQL; `undefined` of one that DQDL may read otherwise. */
export function violations(condition: string): string | undefined {
  const select = quoted(`select count(*) from primary where ${condition}`);
  return select && `CustomSql ${select} = 0`;
}
