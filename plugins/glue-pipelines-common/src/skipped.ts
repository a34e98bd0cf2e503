import { RunSummary } from './types';

/**
 * The run property by which a generated pipeline tells that a run had nothing
 * to do: the reason in a word, a space and the run's id.
 *
 * @public
 */
export const SKIPPED_PROPERTY = 'glue-pipelines.io/skipped';

/**
 * Why a run that ended well did nothing; `undefined` where it did something. A
 * resumed run begins with the properties of the one before, which are not its
 * own.
 *
 * @public
 */
export function skippedOf({
  id,
  health,
  properties,
}: Pick<RunSummary, 'id' | 'health' | 'properties'>): string | undefined {
  const match = /^([A-Za-z][A-Za-z-]{0,39}) (\S+)$/.exec(
    properties[SKIPPED_PROPERTY] ?? '',
  );
  return health === 'succeeded' && match?.[2] === id ? match[1] : undefined;
}
