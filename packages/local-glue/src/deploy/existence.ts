import { AwsError } from '../protocol/errors';

/** Whether a service refused to create something because one of that name exists. */
export function isAlreadyThere(error: unknown): boolean {
  return (
    error instanceof AwsError &&
    /^(AlreadyExistsException|ResourceExistsException|ConflictException|ClusterAlreadyExists(Fault)?|BucketAlreadyOwnedByYou|IdempotentParameterMismatchException)$/.test(
      error.code,
    )
  );
}

/** Whether a service refused because there is nothing of that name. */
export function isGone(error: unknown): boolean {
  return (
    error instanceof AwsError &&
    /^(EntityNotFoundException|ResourceNotFoundException|ClusterNotFound(Fault)?|NoSuchBucket)$/.test(
      error.code,
    )
  );
}
