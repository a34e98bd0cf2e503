import { createHash } from 'node:crypto';

/** The longest name of a table here, in characters: a hash still fits behind it. */
const maxTableName = 128;

/** NameString (AWS Glue API reference). */
const maxColumnName = 255;

/**
 * A table's name as crawlers write it: lower case, and `_` for what is no
 * letter of a to z, digit or `_`. `fallback` stands for a name of which
 * nothing remains.
 */
export function tableName(name: string, fallback: string): string {
  const sanitised = name
    .trim()
    .toLowerCase()
    .replace(/[^a-z0-9_]/g, '_')
    .slice(0, maxTableName);
  return /[a-z0-9]/.test(sanitised) ? sanitised : fallback;
}

/**
 * A column's name as crawlers write it: lower case, otherwise as the file has
 * it, blanks included (so in the tables that crawlers of Glue write; the
 * developer guide does not say it). Control characters, which the Data Catalog
 * refuses, become `_`.
 */
export function columnName(name: string, fallback: string): string {
  const trimmed = name
    .trim()
    .toLowerCase()
    .replace(/[\p{Cc}\ufffe\uffff]/gu, '_')
    .slice(0, maxColumnName)
    // Half of a character that the limit has cut in two.
    .replace(/[\ud800-\udbff]$/, '');
  return trimmed === '' ? fallback : trimmed;
}

/**
 * A table's name beside another one of the same name: "If duplicate table
 * names are encountered, the crawler adds a hash string suffix to the name"
 * (AWS Glue Developer Guide, "How crawlers work"). The location decides about
 * the suffix, so that the next crawl finds the table again.
 */
export function hashedName(name: string, location: string): string {
  return `${name}_${createHash('md5').update(location).digest('hex')}`;
}

/** Numbers repeated names: a, a, b, a becomes a, a_2, b, a_3. */
export function uniqueNames(names: readonly string[]): string[] {
  const taken = new Set(names);
  const seen = new Set<string>();
  const numbers = new Map<string, number>();
  return names.map(name => {
    let unique = name;
    for (let number = numbers.get(name) ?? 2; seen.has(unique); number++) {
      numbers.set(name, number + 1);
      const candidate = `${name}_${number}`;
      if (!taken.has(candidate) || seen.has(candidate)) unique = candidate;
    }
    seen.add(unique);
    return unique;
  });
}
