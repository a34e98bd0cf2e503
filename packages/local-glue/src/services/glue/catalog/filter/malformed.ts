import type { AwsError } from '../../../../base/AwsError';
import { invalidInput } from '../../errors';

/**
 * What GetPartitions answers for an Expression that it cannot evaluate.
 *
 * @param position - of the first character at fault, from 1
 */
export function malformed(position: number, reason: string): AwsError {
  return invalidInput(
    `Value at 'Expression' is not valid at position ${position}: ${reason}.`,
  );
}
