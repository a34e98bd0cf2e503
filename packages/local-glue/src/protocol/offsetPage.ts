import { AwsError } from '../base/AwsError';

/**
 * One page of a list that is at hand as a whole. The token is the place of
 * the next item. Throws a ValidationException for a token that no answer gave.
 */
export function offsetPage<Item>(
  items: readonly Item[],
  token: string | undefined,
  maxResults: number | undefined,
  largest: number,
): { items: Item[]; nextToken?: string } {
  const start = token === undefined ? 0 : Number(token);
  if (!Number.isInteger(start) || start < 0) {
    throw new AwsError(
      'ValidationException',
      `"${token}" is not a token of an earlier answer.`,
    );
  }
  const end = start + Math.max(1, Math.min(maxResults ?? largest, largest));
  return {
    items: items.slice(start, end),
    nextToken: end < items.length ? String(end) : undefined,
  };
}
