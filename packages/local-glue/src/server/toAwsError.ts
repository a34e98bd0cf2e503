import { AwsError } from '../base/AwsError';
import { Log } from '../base/Log';
import { storageFault } from '../base/storageFault';

/**
 * What a client is told about a thrown value. Anything but an `AwsError` is a
 * fault of this server: it is logged with its stack and answered as
 * InternalServiceException (500) with the id under which the log has it; of a
 * disk that is full or broken the client is told that.
 */
export function toAwsError(
  thrown: unknown,
  operation: string,
  requestId: string,
  log: Log,
): AwsError {
  if (thrown instanceof AwsError) return thrown;
  const fault = storageFault(thrown);
  if (fault) {
    log.error(`${operation} failed (request ${requestId}): ${fault}`);
    return new AwsError('InternalServiceException', fault, 500);
  }
  const error = thrown instanceof Error ? thrown : new Error(String(thrown));
  log.error(
    `${operation} failed unexpectedly (request ${requestId}): ${error.stack ?? error.message}`,
  );
  return new AwsError(
    'InternalServiceException',
    `${operation} failed inside local-glue: ${error.message}. The server's log has the details under request ${requestId}.`,
    500,
  );
}
