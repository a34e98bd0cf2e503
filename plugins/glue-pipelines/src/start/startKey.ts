/**
 * A key that no other start has. `crypto.randomUUID` is not there on pages
 * that are served over plain HTTP.
 */
export function newStartKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, byte => byte.toString(16).padStart(2, '0')).join('');
}
