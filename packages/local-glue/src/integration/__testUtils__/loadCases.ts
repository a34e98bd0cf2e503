import { Batch, batch } from './TableLoads';

export interface Case {
  what: string;
  /** What the pipeline says beside the name of the table. */
  warehouse?: Record<string, unknown>;
  /** Loaded one after the other; a failure leaves the table as it was. */
  loads: {
    /** What somebody does to the warehouse before the load. */
    first?: (table: string) => string;
    batch: Batch;
    fails?: RegExp;
    warehouse?: object;
  }[];
  /** The table in the end. */
  columns: string[];
  rows: unknown[][];
}

export const people = (...rows: [number, string | null][]) =>
  batch('id bigint, name string', ...rows);
export const aged = (...rows: [number, string | null, number][]) =>
  batch('id bigint, name string, age int', ...rows);

export const inFiles = (result: Batch, ...files: string[]): Batch => ({
  ...result,
  files,
});
export const append = (evolution = 'fail') => ({
  evolution,
  load: { mode: 'append' },
});

export const merge = (keys: string[], evolution = 'fail') => ({
  evolution,
  load: { mode: 'merge', keys },
});
