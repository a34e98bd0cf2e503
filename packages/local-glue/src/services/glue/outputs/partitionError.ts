import type { PartitionError } from '@aws-sdk/client-glue';
import { AwsError } from '../../../protocol/errors';

/** What a batch operation answers for one partition that it could not do. */
export function partitionError(
  PartitionValues: string[],
  error: unknown,
): PartitionError {
  if (!(error instanceof AwsError)) throw error;
  return {
    PartitionValues,
    ErrorDetail: { ErrorCode: error.code, ErrorMessage: error.message },
  };
}
