import { noteOf } from './runNotes';
import { RunSummary } from './types';

/**
 * The run property by which the load of a generated pipeline tells how many
 * rows it loaded: the count, a space and the run's id.
 *
 * @public
 */
export const ROWS_LOADED_PROPERTY = 'glue-pipelines.io/rows-loaded';

/**
 * How many rows a run loaded; `undefined` where it does not tell.
 *
 * @public
 */
export function rowsLoadedOf(
  run: Pick<RunSummary, 'id' | 'properties'>,
): number | undefined {
  const rows = noteOf(run, ROWS_LOADED_PROPERTY);
  return rows && /^\d{1,15}$/.test(rows) ? Number(rows) : undefined;
}
