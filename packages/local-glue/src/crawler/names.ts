/** The longest name that the Data Catalog takes for a table or column here, in characters. */
const maxLength = 128;

/**
 * A name as the Data Catalog has it: lower case, and `_` for what is no
 * letter of a to z, digit or `_`. `fallback` stands for a name of which
 * nothing remains.
 */
export function sanitiseName(name: string, fallback: string): string {
  const sanitised = name
    .trim()
    .toLowerCase()
    .replace(/[^a-z0-9_]/g, '_')
    .slice(0, maxLength);
  return /[a-z0-9]/.test(sanitised) ? sanitised : fallback;
}

/** Numbers repeated names: a, a, b, a becomes a, a_2, b, a_3. */
export function uniqueNames(names: readonly string[]): string[] {
  const taken = new Set(names);
  const seen = new Set<string>();
  return names.map(name => {
    let unique = name;
    for (let number = 2; seen.has(unique); number++) {
      const candidate = `${name}_${number}`;
      if (!taken.has(candidate) || seen.has(candidate)) unique = candidate;
    }
    seen.add(unique);
    return unique;
  });
}
