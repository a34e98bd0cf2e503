import { RunSummary } from './types';

/**
 * The run property by which the load of a generated pipeline tells how many
 * rows it loaded: the count, a space and the run's id.
 */
export const ROWS_LOADED_PROPERTY = 'glue-pipelines.io/rows-loaded';

/**
 * How many rows a run loaded; `undefined` where it does not tell. A resumed
 * run begins with the properties of the one before, whose rows are not its own.
 */
export function rowsLoadedOf({
  id,
  properties,
}: Pick<RunSummary, 'id' | 'properties'>): number | undefined {
  const match = /^(\d{1,15}) (\S+)$/.exec(
    properties[ROWS_LOADED_PROPERTY] ?? '',
  );
  return match?.[2] === id ? Number(match[1]) : undefined;
}
