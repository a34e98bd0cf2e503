import { RunSummary } from './types';

/**
 * What a job of a generated pipeline noted on a run: a property, which ends
 * with a space and the run's id. A resumed run begins with the properties of
 * the one before, whose notes are not its own.
 *
 * @returns `undefined` where nothing was noted
 *
 * @public
 */
export function noteOf(
  { id, properties }: Pick<RunSummary, 'id' | 'properties'>,
  property: string,
): string | undefined {
  const value = properties[property] ?? '';
  const end = ` ${id}`;
  return value.endsWith(end) ? value.slice(0, -end.length) : undefined;
}
