import { bucketNameProblem } from '@glue-pipelines/pipeline/s3';
import { AwsError } from '../base/AwsError';

/** Whether S3 would accept the name of a general purpose bucket. */
export function isBucketName(name: string): boolean {
  return bucketNameProblem(name) === undefined;
}

/** Throws InvalidBucketName unless S3 would accept the name. */
export function checkBucketName(name: string): void {
  const problem = bucketNameProblem(name);
  if (problem) throw new AwsError('InvalidBucketName', `${problem}.`);
}
