import { NotAllowedError, NotFoundError } from '@backstage/errors';
import { CallOutcome } from '@glue-pipelines/backstage-plugin-common';
import { ThrottledError, UnreachableError } from './awsErrors';
import { GlueLocation } from './GlueApi';
import { OperationName } from './operations';

/** A call to AWS that is over; the SDK's retries are part of it. */
export interface FinishedCall {
  location: GlueLocation;
  operation: OperationName;
  outcome: CallOutcome;
  /** How long it took. */
  seconds: number;
}

/** Told of every call when it is over. Must not throw. */
export type CallObserver = (call: FinishedCall) => void;

/** @param error as `toBackstageError` makes it */
export function outcomeOf(error: Error): CallOutcome {
  if (error instanceof ThrottledError) {
    return 'throttled';
  }
  if (error instanceof UnreachableError) {
    return 'unreachable';
  }
  if (error instanceof NotAllowedError) {
    return 'denied';
  }
  return error instanceof NotFoundError ? 'not-found' : 'error';
}
