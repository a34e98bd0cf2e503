import { tooLongReason } from './catalog/TableDefinition';

/** A statement that failed; `message` is for a person and begins with `ERROR: `. */
export class StatementError extends Error {
  constructor(
    message: string,
    /** Its place among the statements. */
    readonly index: number,
    /** Whether it was interrupted on request. */
    readonly isAborted: boolean,
  ) {
    super(message);
    this.name = 'StatementError';
  }
}

/** What went wrong, in Redshift's words where DuckDB's are other ones for the same thing. */
export function toStatementError(
  error: unknown,
  index: number,
  isAborted: boolean,
  bucketsRoot: string,
): StatementError {
  if (error instanceof StatementError) return error;
  if (isAborted) {
    return new StatementError('Query aborted by user', index, true);
  }
  const { message = String(error) } = error as Partial<Error>;
  return new StatementError(
    `ERROR: ${translate(message, bucketsRoot)}`,
    index,
    false,
  );
}

function translate(message: string, bucketsRoot: string): string {
  const reason = tooLongReason(message);
  if (reason) return reason;
  if (message.includes('division by zero')) return 'division by zero';
  const [, column] =
    /^Constraint Error: NOT NULL constraint failed: \S+\.(\S+)/.exec(message) ??
    [];
  if (column) return `Cannot insert a NULL value into column ${column}`;
  // Paths of this machine are objects to who wrote the statement.
  return message.replaceAll(`${bucketsRoot}/`, 's3://');
}
