import type { ErrorDetail } from '@aws-sdk/client-glue';
import { AwsError } from '../../../base/AwsError';

/**
 * What a batch operation answers for one entry that it could not do.
 *
 * @throws what is no answer to the client but a fault of the server
 */
export function errorDetail(error: unknown): ErrorDetail {
  if (!(error instanceof AwsError)) throw error;
  return { ErrorCode: error.code, ErrorMessage: error.message };
}
