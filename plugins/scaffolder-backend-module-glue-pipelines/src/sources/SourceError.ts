/** Why a source cannot be used, and what to do about it. */
export class SourceError extends Error {
  /** The field of the source at fault, for example `uri` or `csv.delimiter`. */
  readonly field: string;

  constructor(message: string, field = 'uri') {
    super(message);
    this.name = 'SourceError';
    this.field = field;
  }
}

/** A source, or one object of it, that holds no rows. */
export class EmptySourceError extends SourceError {
  constructor(message: string) {
    super(message);
    this.name = 'EmptySourceError';
  }
}
