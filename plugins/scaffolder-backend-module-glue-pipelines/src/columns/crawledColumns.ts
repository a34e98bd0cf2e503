/**
 * The names that the columns of a file get in the Data Catalog: lower case,
 * `_` for every character that is neither letter nor digit, `col<position>`
 * where nothing remains, and a number for a name that occurs again.
 * Expressions of a pipeline use these names.
 */
export function crawledColumns(names: readonly string[]): string[] {
  const columns: string[] = [];
  names.forEach((name, index) => {
    const plain = name
      .trim()
      .toLowerCase()
      .replace(/[^a-z0-9_]/g, '_')
      .slice(0, 128);
    const column = /[a-z0-9]/.test(plain) ? plain : `col${index}`;
    let unique = column;
    for (let number = 2; columns.includes(unique); number += 1) {
      unique = `${column}_${number}`;
    }
    columns.push(unique);
  });
  return columns;
}
