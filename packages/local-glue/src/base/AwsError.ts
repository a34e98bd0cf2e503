/**
 * An error that an AWS client understands: `code` becomes `__type` (JSON
 * protocols) or `<Code>` (query and REST-XML protocols).
 */
export class AwsError extends Error {
  readonly code: string;
  readonly statusCode: number;

  constructor(code: string, message: string, statusCode: number = 400) {
    super(message);
    this.name = 'AwsError';
    this.code = code;
    this.statusCode = statusCode;
  }
}
