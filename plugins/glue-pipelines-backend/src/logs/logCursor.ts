import { InputError } from '@backstage/errors';
import { LogPosition } from './mergedPage';

/** A place in the logs of an attempt, and where one goes from there. */
export interface LogCursor {
  to: 'older' | 'newer' | 'found';
  /** By source. */
  positions: Map<string, LogPosition>;
}

type Written = [
  source: string,
  token: string | null,
  skip: number,
  until: number | null,
];

/** A place as one word of a URL. */
export function toLogCursor({ to, positions }: LogCursor): string {
  const written = [...positions].map(
    ([source, { token, skip, until }]): Written => [
      source,
      token ?? null,
      skip,
      until ?? null,
    ],
  );
  return Buffer.from(JSON.stringify([to, written])).toString('base64url');
}

/** @throws InputError for a text that `toLogCursor` has not made */
export function fromLogCursor(cursor: string): LogCursor {
  try {
    const [to, written] = JSON.parse(
      Buffer.from(cursor, 'base64url').toString(),
    );
    if (
      ['older', 'newer', 'found'].includes(to) &&
      Array.isArray(written) &&
      written.every(isWritten)
    ) {
      return {
        to,
        positions: new Map(
          written.map(([source, token, skip, until]) => [
            source,
            { token: token ?? undefined, skip, until: until ?? undefined },
          ]),
        ),
      };
    }
  } catch {
    // Said below.
  }
  throw new InputError(
    'cursor: it is not the previousCursor or nextCursor of an answer. Leave it out to begin with the newest lines',
  );
}

function isWritten(part: unknown): part is Written {
  if (!Array.isArray(part) || part.length !== 4) {
    return false;
  }
  const [source, token, skip, until] = part;
  return (
    typeof source === 'string' &&
    (token === null || (typeof token === 'string' && token !== '')) &&
    Number.isInteger(skip) &&
    skip >= 0 &&
    skip <= 10_000 &&
    (until === null || (Number.isInteger(until) && until >= 0))
  );
}
