import { AwsError } from '../../base/AwsError';
import { SecretValue } from './SecretStore';

/** 64 KiB (AWS Secrets Manager User Guide, "Quotas"). */
const maxValueBytes = 65_536;

/** Throws unless there is at most one value, not too large. */
export function checkValue({ SecretString, SecretBinary }: SecretValue): void {
  if (SecretString !== undefined && SecretBinary !== undefined) {
    throw new AwsError(
      'InvalidParameterException',
      'Give either SecretString or SecretBinary, not both.',
    );
  }
  const size =
    SecretBinary === undefined
      ? Buffer.byteLength(SecretString ?? '')
      : Buffer.byteLength(SecretBinary, 'base64');
  if (size > maxValueBytes) {
    throw new AwsError(
      'InvalidParameterException',
      `The secret has ${size} bytes; ${maxValueBytes} are allowed.`,
    );
  }
}

export function hasValue({ SecretString, SecretBinary }: SecretValue): boolean {
  return SecretString !== undefined || SecretBinary !== undefined;
}
