/**
 * `['sources', 0, 'uri']` as `sources[0].uri`.
 *
 * @public
 */
export function fieldPath(path: readonly PropertyKey[]): string {
  return path.reduce<string>((field, key) => {
    if (typeof key === 'number') {
      return `${field}[${key}]`;
    }
    return field ? `${field}.${String(key)}` : String(key);
  }, '');
}
