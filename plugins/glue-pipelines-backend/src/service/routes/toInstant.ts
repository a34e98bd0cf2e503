import { InputError } from '@backstage/errors';

/** A time of a request as the store has times, ISO 8601 in UTC with milliseconds. */
export function toInstant(name: string, time: string): string;
export function toInstant(
  name: string,
  time: string | undefined,
): string | undefined;
export function toInstant(
  name: string,
  time: string | undefined,
): string | undefined {
  if (time === undefined) {
    return undefined;
  }
  const instant = new Date(time);
  // The document's schema lets days through that no month has.
  if (Number.isNaN(instant.getTime())) {
    throw new InputError(`${name}: there is no such time as '${time}'`);
  }
  return instant.toISOString();
}
