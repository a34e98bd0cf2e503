import { validationError } from './errors';

/** Members that ExecuteStatement and BatchExecuteStatement share. */
export interface SubmitInput {
  StatementName?: string;
  ClientToken?: string;
  ResultFormat?: string;
  SessionId?: string;
  SessionKeepAliveSeconds?: number;
}

/** Throws a ValidationException that names what would be ignored otherwise. */
export function refuseUnsupported(input: SubmitInput): void {
  const { ResultFormat, SessionId, SessionKeepAliveSeconds } = input;
  if (ResultFormat && ResultFormat !== 'JSON') {
    throw validationError(
      `local-glue does not support the ResultFormat ${ResultFormat}; JSON is.`,
    );
  }
  if (SessionId || SessionKeepAliveSeconds) {
    throw validationError(
      'local-glue does not support sessions (SessionId, SessionKeepAliveSeconds): put the statements into one batch.',
    );
  }
}
