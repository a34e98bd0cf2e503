const DATE = '$date';

/** JSON in which dates stay dates. */
export function encode(value: unknown): string {
  return JSON.stringify(
    value,
    function replace(this: Record<string, unknown>, key, current) {
      // JSON.stringify has already called Date.toJSON: the Date itself is in the holder.
      const original = this[key];
      return original instanceof Date
        ? { [DATE]: original.getTime() }
        : current;
    },
  );
}

export function decode<T>(text: string): T {
  if (!text.includes(DATE)) return JSON.parse(text);
  return JSON.parse(text, (_, value) =>
    typeof value === 'object' &&
    value !== null &&
    typeof value[DATE] === 'number'
      ? new Date(value[DATE])
      : value,
  );
}
