import { AwsError } from '../../protocol/errors';
import { checkMembers, Members } from '../checkMembers';
import { SecretValue } from './SecretStore';

/** 64 KiB (AWS Secrets Manager User Guide, "Quotas"). */
const maxValueBytes = 65_536;

/** Throws an InvalidParameterException, which is how Secrets Manager calls it. */
export function checkSecretInput(input: object, members: Members): void {
  checkMembers({ ...input }, members, 'InvalidParameterException');
}

/** Throws unless there is at most one value, not too large. */
export function checkValue({ SecretString, SecretBinary }: SecretValue): void {
  if (SecretString !== undefined && SecretBinary !== undefined) {
    throw new AwsError(
      'InvalidParameterException',
      'Give either SecretString or SecretBinary, not both.',
    );
  }
  const size = Buffer.byteLength(SecretString ?? SecretBinary ?? '');
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

/** Members of every operation that writes a value. */
export const valueMembers: Members = {
  SecretString: 'string',
  SecretBinary: 'string',
  ClientRequestToken: 'string',
};
