import { isError } from '@backstage/errors';
import { Place } from '../config';
import { OPERATIONS, OperationName } from './operations';

const BAD_CREDENTIALS =
  /^(UnrecognizedClientException|InvalidSignatureException|SignatureDoesNotMatch|ExpiredToken|ExpiredTokenException|InvalidClientTokenId|MissingAuthenticationToken|MissingAuthenticationTokenException|IncompleteSignature|CredentialsProviderError)$/;

/**
 * A call to Glue that failed, in words for the operator's log: where, which
 * operation, and what to do. Names of errors: "Common error types", AWS Glue
 * API reference.
 */
export class GlueReadError extends Error {
  readonly notFound: boolean;

  constructor(
    cause: unknown,
    place: Place,
    readonly operation: OperationName,
  ) {
    const error = isError(cause)
      ? cause
      : { name: 'Error', message: String(cause) };
    super(
      `glue:${operation} in account ${place.accountId}, region ${place.region}, failed. ${remedy(error, place, operation)} (${error.name}: ${error.message})`,
    );
    this.name = 'GlueReadError';
    this.cause = cause;
    this.notFound = error.name === 'EntityNotFoundException';
  }
}

function remedy(
  { name, message }: { name: string; message: string },
  { accountId }: Place,
  operation: OperationName,
): string {
  if (/^AccessDenied/.test(name) || name === 'UnauthorizedOperation') {
    return `The portal's AWS role lacks the IAM action ${OPERATIONS[operation].action}: allow it in the role's policy`;
  }
  if (/no AWS integration that matches/.test(message)) {
    return `The portal has no credentials for the account: add ${accountId} to aws.accounts in app-config, or set aws.accountDefaults`;
  }
  if (
    BAD_CREDENTIALS.test(name) ||
    /Could not load credentials/.test(message)
  ) {
    return `AWS does not accept the portal's credentials for account ${accountId}: check the section aws of app-config`;
  }
  if (/Throttl|TooManyRequests|RequestLimitExceeded|SlowDown/.test(name)) {
    return 'AWS goes on to throttle: the next round tries again';
  }
  return 'The next round tries again';
}
