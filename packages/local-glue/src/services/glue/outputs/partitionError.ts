import type { PartitionError } from '@aws-sdk/client-glue';
import { errorDetail } from './errorDetail';

/** What a batch operation answers for one partition that it could not do. */
export function partitionError(
  PartitionValues: string[],
  error: unknown,
): PartitionError {
  return { PartitionValues, ErrorDetail: errorDetail(error) };
}
