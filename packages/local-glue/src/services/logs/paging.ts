import { AwsError } from '../../base/AwsError';

/** One page of a list, with the token of the next: the position in the list. */
export function page<Item>(
  items: readonly Item[],
  limit: number,
  token: string | undefined,
): { items: Item[]; nextToken?: string } {
  const start = token === undefined ? 0 : position(token);
  const end = start + limit;
  return {
    items: items.slice(start, end),
    ...(end < items.length && { nextToken: String(end) }),
  };
}

function position(token: string): number {
  if (!/^\d+$/.test(token)) throw invalidToken();
  return Number(token);
}

export function invalidToken(): AwsError {
  return new AwsError(
    'InvalidParameterException',
    'The specified nextToken is invalid.',
  );
}
