import { AwsError } from '../base/AwsError';

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

/** Whether what is looked for is there. Rejects with every error that does not say that it is gone. */
export async function isFound(looking: Promise<unknown>): Promise<boolean> {
  try {
    await looking;
    return true;
  } catch (error) {
    if (isGone(error)) return false;
    throw error;
  }
}
