import type { AwsError } from '../../base/AwsError';
import { invalidInput } from './errors';

/** Where a page ends: the key of its last row. */
export type Cursor = string | number;

/**
 * Reads one page of a keyset-ordered list, and says where the next one starts.
 *
 * @param request - the request's paging members
 * @param pageSize - Glue's own page size for the list, which MaxResults can
 *   only lower
 * @param fetch - returns up to `limit` rows after `after`, in the list's order
 */
export function page<Row>(
  request: { NextToken?: string; MaxResults?: number },
  pageSize: number,
  fetch: (after: Cursor | undefined, limit: number) => Row[],
  keyOf: (row: Row) => Cursor,
): { rows: Row[]; NextToken?: string } {
  const limit = Math.min(request.MaxResults ?? pageSize, pageSize);
  const rows = fetch(cursorOf(request.NextToken), limit + 1);
  if (rows.length <= limit) return { rows };
  rows.length = limit;
  return { rows, NextToken: tokenOf(keyOf(rows[limit - 1])) };
}

function tokenOf(cursor: Cursor): string {
  return Buffer.from(JSON.stringify([cursor])).toString('base64url');
}

function cursorOf(token: string | undefined): Cursor | undefined {
  if (!token) return undefined;
  try {
    const [cursor] = JSON.parse(Buffer.from(token, 'base64url').toString());
    if (typeof cursor === 'string' || typeof cursor === 'number') return cursor;
  } catch {
    // Not a token of ours: said below.
  }
  throw invalidToken();
}

export function invalidToken(): AwsError {
  return invalidInput(
    "Value at 'NextToken' is not valid: it must be the NextToken of an earlier answer.",
  );
}
