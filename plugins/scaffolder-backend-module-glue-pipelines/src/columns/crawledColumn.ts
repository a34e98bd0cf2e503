/**
 * The name that a column gets in the Data Catalog: lower case, and `_` for
 * every character that is neither letter nor digit. Expressions of a pipeline
 * use these names.
 */
export function crawledColumn(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9_]/g, '_');
}
