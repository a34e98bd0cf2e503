import { InvalidArgumentError } from 'commander';

/** Collects an option that may be given several times as `key=value`. */
export function collectKeyValue(
  text: string,
  collected: Record<string, string> = {},
): Record<string, string> {
  const equals = text.indexOf('=');
  if (equals < 1) throw new InvalidArgumentError('Write it as key=value.');
  return { ...collected, [text.slice(0, equals)]: text.slice(equals + 1) };
}

/** A whole number from 1 on. */
export function parseCount(text: string): number {
  const count = Number(text);
  if (!Number.isInteger(count) || count < 1) {
    throw new InvalidArgumentError('Give a whole number from 1 on.');
  }
  return count;
}

/** Seconds above 0. */
export function parseSeconds(text: string): number {
  const seconds = Number(text);
  if (!(seconds > 0)) {
    throw new InvalidArgumentError('Give a number of seconds above 0.');
  }
  return seconds;
}
