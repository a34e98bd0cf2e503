/** NameString (AWS Glue API reference). */
const MAX_CATALOG_NAME = 255;

/** Amazon Redshift Database Developer Guide, "Names and identifiers". */
const MAX_REDSHIFT_NAME = 127;

/**
 * Numbers repeated names: a, a, b, a becomes a, a_2, b, a_3. A number never
 * makes a name that stands elsewhere.
 *
 * @param limit - how many characters a name may have
 *
 * @public
 */
export function uniqueNames(
  names: readonly string[],
  limit = MAX_CATALOG_NAME,
): string[] {
  const taken = new Set(names);
  const seen = new Set<string>();
  const numbers = new Map<string, number>();
  return names.map(name => {
    let unique = name;
    for (let number = numbers.get(name) ?? 2; seen.has(unique); number += 1) {
      numbers.set(name, number + 1);
      const ending = `_${number}`;
      const candidate = name.slice(0, limit - ending.length) + ending;
      if (!taken.has(candidate)) {
        unique = candidate;
      }
    }
    seen.add(unique);
    taken.add(unique);
    return unique;
  });
}

/**
 * The name that a file's column gets in the Data Catalog: in lower case,
 * otherwise as the file has it, blanks inside included (so in the tables that
 * crawlers of AWS Glue write; the developer guide does not say it). Control
 * characters, which the Data Catalog refuses, become `_`.
 *
 * @param fallback - the name of a column of whose name nothing is left
 *
 * @public
 */
export function columnName(name: string, fallback: string): string {
  const plain = name
    .trim()
    .toLowerCase()
    .replace(/[\p{Cc}\ufffe\uffff]/gu, '_')
    .slice(0, MAX_CATALOG_NAME)
    // Half of a character that the limit has cut in two.
    .replace(/[\ud800-\udbff]$/, '');
  return plain === '' ? fallback : plain;
}

/**
 * The names of a file's columns in the Data Catalog; `col<position>` where a column has none.
 *
 * @public
 */
export function catalogNames(names: readonly string[]): string[] {
  return names.map((name, index) => columnName(name, `col${index}`));
}

/**
 * The names that the columns of a result get in Parquet and in Redshift: lower
 * case, `_` for each character that is no letter of a to z, digit or `_`, `_`
 * before a leading digit, at most 127 characters, repetitions numbered.
 *
 * @public
 */
export function redshiftNames(names: readonly string[]): string[] {
  return uniqueNames(
    names.map(name =>
      Array.from(name.toLowerCase(), character =>
        /[a-z0-9_]/.test(character) ? character : '_',
      )
        .join('')
        .replace(/^(?=\d)/, '_')
        .slice(0, MAX_REDSHIFT_NAME),
    ),
    MAX_REDSHIFT_NAME,
  );
}
