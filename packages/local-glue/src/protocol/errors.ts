import type { Service } from './operation';

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

/**
 * The answer to an operation that the server does not model: never an empty
 * success. The code is the protocol's own ("Common Error Types", AWS General
 * Reference, has `InvalidAction`).
 */
export function unsupportedOperation(
  { id, protocol }: Pick<Service, 'id' | 'protocol'>,
  operation: string,
): AwsError {
  return new AwsError(
    protocol === 'aws-query' ? 'InvalidAction' : 'UnknownOperationException',
    `local-glue does not support ${id}:${operation}`,
  );
}
