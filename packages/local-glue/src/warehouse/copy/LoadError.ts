import { ColumnDefinition } from '../catalog/TableDefinition';

/**
 * Why a line was rejected. The codes are those of the Amazon Redshift Database
 * Developer Guide, "Load error reference"; the words of a reason are what
 * Redshift is seen to write, which is not documented.
 */
export class RowError extends Error {
  constructor(
    readonly code: number,
    reason: string,
    /** Undefined when it is about the whole line. */
    readonly column?: ColumnDefinition,
    readonly field: string = '',
    /** Of the field in its line, from 0. */
    readonly position: number = 0,
  ) {
    super(reason);
    this.name = 'RowError';
  }
}

/** A rejected line, as `stl_load_errors` tells it. */
export interface RejectedRow {
  uri: string;
  /** From 1. */
  line: number;
  rawLine: string;
  error: RowError;
}

/** A load that more lines were rejected from than MAXERROR allows. */
export class LoadError extends Error {
  constructor(
    table: string,
    readonly rejected: readonly RejectedRow[],
  ) {
    const [{ uri, line, error }] = rejected;
    const column = error.column ? `, column ${error.column.name}` : '';
    super(
      `Load into table '${table}' failed. Check 'stl_load_errors' system table for details. First error: ${uri}, line ${line}${column}: ${error.message} (code ${error.code})`,
    );
    this.name = 'LoadError';
  }
}
