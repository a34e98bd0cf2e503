import { AwsError } from '../../protocol/errors';

const shape = /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/;
const ipAddress = /^\d+\.\d+\.\d+\.\d+$/;

/**
 * Whether S3 would accept the name of a general purpose bucket
 * (Amazon S3 User Guide, "Bucket naming rules").
 */
export function isBucketName(name: string): boolean {
  return shape.test(name) && !name.includes('..') && !ipAddress.test(name);
}

/** Throws InvalidBucketName unless S3 would accept the name. */
export function checkBucketName(name: string): void {
  if (isBucketName(name)) return;
  throw new AwsError(
    'InvalidBucketName',
    `"${name}" is not a valid bucket name: use 3 to 63 lower case letters, digits, dots and hyphens, beginning and ending with a letter or digit.`,
  );
}
