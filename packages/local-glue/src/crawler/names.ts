import { createHash } from 'node:crypto';

/** The longest name of a table here, in characters: a hash still fits behind it. */
const maxTableName = 128;

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
 * A table's name beside another one of the same name: "If duplicate table
 * names are encountered, the crawler adds a hash string suffix to the name"
 * (AWS Glue Developer Guide, "How crawlers work"). The location decides about
 * the suffix, so that the next crawl finds the table again.
 */
export function hashedName(name: string, location: string): string {
  return `${name}_${createHash('md5').update(location).digest('hex')}`;
}
