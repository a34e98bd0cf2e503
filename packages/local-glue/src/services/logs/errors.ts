import { AwsError } from '../../base/AwsError';

export function invalidToken(): AwsError {
  return new AwsError(
    'InvalidParameterException',
    'The specified nextToken is invalid.',
  );
}
