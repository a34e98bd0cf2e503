function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * The new data, in which everything that equals the old is the old itself.
 * So only what changed is drawn again: one node of 300, not all of them.
 * @param previous - JSON data, or nothing
 * @param next - JSON data
 */
export function keepUnchanged<T>(previous: unknown, next: T): T {
  if (Object.is(previous, next)) {
    return next;
  }
  if (Array.isArray(previous) && Array.isArray(next)) {
    const kept = next.map((item, index) =>
      keepUnchanged(previous[index], item),
    );
    const same =
      kept.length === previous.length &&
      kept.every((item, index) => Object.is(item, previous[index]));
    return (same ? previous : kept) as T;
  }
  if (isObject(previous) && isObject(next)) {
    const kept = Object.fromEntries(
      Object.entries(next).map(([key, value]) => [
        key,
        keepUnchanged(previous[key], value),
      ]),
    );
    const same =
      Object.keys(kept).length === Object.keys(previous).length &&
      Object.keys(kept).every(key => Object.is(kept[key], previous[key]));
    return (same ? previous : kept) as T;
  }
  return next;
}
