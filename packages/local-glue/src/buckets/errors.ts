import { AwsError } from '../base/AwsError';

export function noSuchBucket(bucket: string): AwsError {
  return new AwsError(
    'NoSuchBucket',
    `The bucket "${bucket}" does not exist`,
    404,
  );
}

export function noSuchKey(bucket: string, key: string): AwsError {
  return new AwsError(
    'NoSuchKey',
    `There is no object s3://${bucket}/${key}`,
    404,
  );
}

export function preconditionFailed(condition: string): AwsError {
  return new AwsError(
    'PreconditionFailed',
    `The condition ${condition} does not hold`,
    412,
  );
}

export function invalidArgument(message: string): AwsError {
  return new AwsError('InvalidArgument', message);
}

export function notImplemented(what: string): AwsError {
  return new AwsError(
    'NotImplemented',
    `local-glue does not support ${what}`,
    501,
  );
}

/** Whether a file system call failed with one of the codes. */
export function hasCode(error: unknown, ...codes: string[]): boolean {
  const code = (error as NodeJS.ErrnoException | undefined)?.code;
  return code !== undefined && codes.includes(code);
}
