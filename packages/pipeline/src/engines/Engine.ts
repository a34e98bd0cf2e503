/** What can compute the rows of a pipeline; each has all that the first one has, or less. */
export const ENGINES = ['spark', 'duckdb'] as const;

/** @public */
export type Engine = (typeof ENGINES)[number];

/**
 * The largest sources that DuckDB takes, in MiB as they are read (see
 * `etl-scripts/modules/duckdb_engine/limits.py`).
 */
export const MOST_MIB = 128;
