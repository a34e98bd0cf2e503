import { InputError } from '@backstage/errors';
import { RunPosition } from '../database/RunStore';

/** A place in a list of runs as one word of a URL. */
export function toCursor({ orderedAt, runId }: RunPosition): string {
  return Buffer.from(JSON.stringify([orderedAt, runId])).toString('base64url');
}

/** @throws InputError for a text that `toCursor` has not made */
export function fromCursor(cursor: string): RunPosition {
  try {
    const parts: unknown = JSON.parse(
      Buffer.from(cursor, 'base64url').toString(),
    );
    if (
      Array.isArray(parts) &&
      parts.length === 2 &&
      parts.every(part => typeof part === 'string')
    ) {
      return { orderedAt: parts[0], runId: parts[1] };
    }
  } catch {
    // Said below.
  }
  throw new InputError(
    'cursor: it is not the nextCursor of an answer. Leave it out to begin with the newest run',
  );
}
