import {
  ConflictError,
  InputError,
  isError,
  NotAllowedError,
  NotFoundError,
  ServiceUnavailableError,
} from '@backstage/errors';
import {
  GLUE_WORKFLOW_ARN_ANNOTATION,
  WORKFLOW_WAREHOUSE_TABLE_TAG,
} from '@glue-pipelines/backstage-plugin-common';
import { GlueLocation } from './GlueApi';
import { OPERATIONS, OperationName, serviceOf } from './operations';

/** Which call failed, for the message. */
export interface FailedCall extends GlueLocation {
  operation: OperationName;
  /** What was asked for, e.g. `workflow 'covid-hiring'`. */
  subject: string;
  /** The configured endpoint, when it is not AWS's own. */
  endpoint?: string;
}

/** AWS or the network between asked to slow down. The collector waits longer after it. */
export class ThrottledError extends ServiceUnavailableError {
  name = 'ServiceUnavailableError' as const;
}

/** No answer came from AWS: whatever was asked, the next question would not be answered either. */
export class UnreachableError extends ServiceUnavailableError {
  name = 'ServiceUnavailableError' as const;
}

const THROTTLING =
  /^(Throttling|ThrottlingException|ThrottledException|TooManyRequestsException|RequestLimitExceeded|RequestThrottled|RequestThrottledException|SlowDown|ActiveStatementsExceededException|ActiveSessionsExceededException)$/;
const NOT_FOUND =
  /^(EntityNotFoundException|ResourceNotFoundException|ClusterNotFound(Fault)?)$/;
const BAD_CREDENTIALS =
  /^(UnrecognizedClientException|InvalidSignatureException|SignatureDoesNotMatch|ExpiredToken|ExpiredTokenException|InvalidClientTokenId|MissingAuthenticationToken|MissingAuthenticationTokenException|IncompleteSignature|CredentialsProviderError)$/;
/** Codes of Node's errors; the SDK may wrap these, and then only the message has them. */
const UNREACHABLE =
  /\b(ECONNREFUSED|ECONNRESET|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|EPIPE|ETIMEDOUT|ECONNABORTED|CERT_\w+|DEPTH_ZERO_\w+|SELF_SIGNED_\w+|UNABLE_TO_\w+)\b/;

/** Those of connections that were never made: what was to be sent never was. */
const NEVER_SENT =
  /\b(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|CERT_\w+|DEPTH_ZERO_\w+|SELF_SIGNED_\w+|UNABLE_TO_\w+)\b/;

/** Errors whose messages are for a person. */
const WORDED = [
  ConflictError,
  InputError,
  NotAllowedError,
  NotFoundError,
  ServiceUnavailableError,
];

/** The fields of an SDK error, or of what Node throws below the SDK. */
interface SdkError extends Error {
  code?: string;
  $metadata?: { httpStatusCode?: number; requestId?: string };
}

/** Whether AWS may have done what was asked of it, and only its answer was lost. */
export function mayHaveArrived(error: unknown): boolean {
  if (
    !(error instanceof ServiceUnavailableError) ||
    error instanceof ThrottledError
  ) {
    return false;
  }
  const cause = isError(error.cause) ? (error.cause as SdkError) : undefined;
  return !NEVER_SENT.test(`${cause?.code} ${cause?.message}`);
}

/**
 * What went wrong with a call to AWS, as an error that the REST API answers
 * with the right status and that tells a person what to do, without AWS's own
 * words: those name roles and accounts. Sources: the
 * "Errors" of each operation and "Common error types", AWS Glue API reference.
 */
export function toBackstageError(error: unknown, call: FailedCall): Error {
  const explained = isError(error) ? explain(error, call) : unexpected(call);
  return causedBy(explained, error);
}

/** An error with its cause, which is for the log. */
export function causedBy<E extends Error>(error: E, cause: unknown): E {
  // Not through the constructor, which would append the cause to the message;
  // not enumerable, or answers and logs would carry it along.
  return Object.defineProperty(error, 'cause', { value: cause });
}

/** What an error says to an operator, AWS's own words included: for the log, never for an answer. */
export function detailsOf(error: unknown): string {
  if (!isError(error)) {
    return String(error);
  }
  const { cause } = error;
  if (!isError(cause)) {
    return error.message;
  }
  const requestId = (cause as SdkError).$metadata?.requestId;
  return `${error.message}. Cause: ${cause.name}: ${cause.message}${requestId ? ` (request ${requestId})` : ''}`;
}

/** What an error says to whoever may see the workflow: what this plugin has put into words, and nothing else. */
export function remedyOf(
  error: unknown,
  otherwise = 'The portal could not read the workflow. Its log says why',
): string {
  return isError(error) && WORDED.some(Worded => error instanceof Worded)
    ? error.message
    : otherwise;
}

function unexpected({ operation, subject }: FailedCall) {
  return new ServiceUnavailableError(
    `${operation} for ${subject} failed unexpectedly. The portal's log says why`,
  );
}

function explain(error: Error, call: FailedCall): Error {
  const { name, message, code, $metadata } = error as SdkError;
  const status = $metadata?.httpStatusCode;
  const { operation, subject, accountId, region } = call;
  const service = serviceOf(operation);

  if (NOT_FOUND.test(name)) {
    const named = service.includes('Redshift')
      ? `the tag ${WORKFLOW_WAREHOUSE_TABLE_TAG} of the workflow`
      : `the annotation ${GLUE_WORKFLOW_ARN_ANNOTATION} of the entity`;
    return new NotFoundError(
      `${service} has no ${subject} in account ${accountId}, region ${region}. Check that it is deployed there, and ${named}`,
    );
  }
  if (
    name === 'DatabaseConnectionException' ||
    name === 'QueryTimeoutException'
  ) {
    return new ServiceUnavailableError(
      `${service} could not connect to the warehouse for ${subject}: it is still starting or resuming. Try again in a minute`,
    );
  }
  if (name === 'ResourceNotFoundException') {
    return new NotFoundError(
      `${service} has no ${subject} in account ${accountId}, region ${region}`,
    );
  }
  if (name === 'ConcurrentRunsExceededException') {
    return new ConflictError(
      `As many runs of ${subject} as its maximum of concurrent runs allows are already running. Wait until one has ended, or raise the maximum`,
    );
  }
  if (
    name === 'IllegalWorkflowStateException' ||
    name === 'ConcurrentModificationException' ||
    name === 'ResourceNumberLimitExceededException'
  ) {
    return new ConflictError(
      `${service} does not accept ${operation} for ${subject} now (${name}). Try again when the workflow is not being changed; the portal's log says more`,
    );
  }
  if (name === 'InvalidInputException' || name === 'ValidationException') {
    return new InputError(
      `${service} rejects ${operation} for ${subject}: it does not take one of the values. The portal's log says which`,
    );
  }
  if (/^AccessDenied/.test(name) || name === 'UnauthorizedOperation') {
    return new NotAllowedError(
      `The portal's AWS role may not call ${OPERATIONS[operation].action} for ${subject} in account ${accountId}, region ${region}. Allow this action in the role's IAM policy`,
    );
  }
  if (/no AWS integration that matches/.test(message)) {
    return new NotAllowedError(
      `The portal has no credentials for AWS account ${accountId}. Add the account to aws.accounts in app-config, or set aws.accountDefaults`,
    );
  }
  if (
    BAD_CREDENTIALS.test(name) ||
    /Could not load credentials/.test(message)
  ) {
    return new NotAllowedError(
      `AWS does not accept the portal's credentials for account ${accountId} (${name}). Check the section aws of app-config`,
    );
  }
  if (THROTTLING.test(name) || status === 429) {
    return new ThrottledError(
      `AWS throttles ${operation} in account ${accountId}, region ${region}. Try again in a minute`,
    );
  }
  const unreachable =
    UNREACHABLE.exec(code ?? '') ??
    (status === undefined ? UNREACHABLE.exec(message) : null) ??
    /^(TimeoutError|AbortError)$/.exec(name);
  if (unreachable) {
    return new UnreachableError(
      `Cannot reach ${where(call)} (${unreachable[0]}). Check that it is up and that the portal's network allows the connection`,
    );
  }
  if (
    name === 'OperationTimeoutException' ||
    name === 'InternalServiceException' ||
    (status !== undefined && status >= 500)
  ) {
    return new ServiceUnavailableError(
      `${where(call)} could not answer ${operation} for ${subject}. Try again in a minute`,
    );
  }
  if (status !== undefined && status >= 400) {
    return new InputError(
      `${service} rejects ${operation} for ${subject} (${name}). The portal's log says more`,
    );
  }
  return unexpected(call);
}

function where({ endpoint, region, operation }: FailedCall) {
  return endpoint
    ? 'the Glue endpoint that gluePipelines.aws.endpoint names'
    : `${serviceOf(operation)} in region ${region}`;
}
