import { AwsError } from '../base/AwsError';

/**
 * One page of a list that is at hand as a whole. The token is the place of
 * the next item. Throws what `invalidToken` makes for a token that no answer gave,
 * a ValidationException unless told otherwise.
 */
export function offsetPage<Item>(
  items: readonly Item[],
  token: string | undefined,
  maxResults: number | undefined,
  largest: number,
  invalidToken: (token: string) => AwsError = notOurs,
): { items: Item[]; nextToken?: string } {
  if (token !== undefined && !/^\d*$/.test(token)) throw invalidToken(token);
  const start = Number(token ?? 0);
  const end = start + Math.max(1, Math.min(maxResults ?? largest, largest));
  return {
    items: items.slice(start, end),
    nextToken: end < items.length ? String(end) : undefined,
  };
}

function notOurs(token: string): AwsError {
  return new AwsError(
    'ValidationException',
    `"${token}" is not a token of an earlier answer.`,
  );
}
