/**
 * A text as both databases take it: Postgres has no NUL in texts, AWS's
 * messages and a caller's ids may. (JSON escapes it by itself.)
 */
export function storable(text: string): string {
  return text.replaceAll('\0', '\uFFFD');
}
